import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import XLSX from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

const REAL = fileURLToPath(new URL('../../../shared/data/citizen-messages-with-replies.xlsx', import.meta.url));

test.skipIf(!existsSync(REAL))(
  '2,816 real messages go through the wizard, are taken back, go in again, are found by two signs, and leave as a ledger',
  async () => {
    const { open, address } = await listeningWorld();
    const page = await open('liaison');
    await page.goto(`${address}/imports`);
    const takeIn = async () => {
      await page.locator('import-list-page input[type="file"]').setInputFiles(REAL);
      await page.locator('import-columns').waitFor();
      await page.locator('#d-intake').selectOption('suggestion');
      await page.locator('combo-box#d-matter input').fill('其他事项');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /可导入 2,/ }).waitFor();
      await page.getByLabel('文件内编号重复').selectOption('import');
      await page.getByRole('button', { name: '导入 2,816 行' }).click();
      await page.getByText('已导入 2,816 行').waitFor({ timeout: 60_000 });
    };

    await takeIn();
    await page.getByRole('button', { name: '撤销本批' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('已撤销 2,816 条').waitFor({ timeout: 60_000 });
    await page.goto(`${address}/imports`);
    await takeIn();

    await page.getByRole('link', { name: '查看这些记录' }).click();
    await page.locator('complaint-list-page').getByText('1000+ 条').waitFor();
    await page.getByRole('searchbox', { name: '在列表中查找' }).fill('物业');
    await page.keyboard.press('Enter');
    await page
      .locator('data-grid')
      .getByText(/共 \d+ 条/)
      .waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    const book = XLSX.read(readFileSync((await file.path())!));
    const rows = XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets['投诉举报台账']!);
    expect(rows.length).toBeGreaterThan(100);
    expect(file.suggestedFilename()).toContain('台账-投诉举报-夏河县');
    expect(rows.every((row) => `${row['主要内容']}${row['办理情况'] ?? ''}`.includes('物业'))).toBe(true);
  },
);

import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

const ROWS = [
  '2026-11-02\t王某\t13909415678\t扎西特产店\t"买到掺假的虫草，\n要求退款"\t夏河\t食品',
  '2026-11-03\t李某\t13909411234\t万家超市\t酸奶过期三天，要求退款\t夏河\t吃的',
].join('\r\n');

test('rows copied from a spreadsheet and pasted into the list are shown, put right, registered and taken back', async () => {
  const { open, address } = await listeningWorld();
  const page = await open('liaison');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  await page.goto(`${address}/complaints`);
  await page.locator('data-grid').waitFor();
  await page.evaluate((rows) => navigator.clipboard.writeText(rows), ROWS);
  await page.locator('data-grid .scroll').click({ position: { x: 200, y: 120 } });
  await page.keyboard.press('Control+V');

  await page.getByText('2 行 × 7 列，尚未登记').waitFor();
  await page.getByRole('button', { name: /需修正 1/ }).waitFor();
  expect(await page.locator('import-check td.bad input').inputValue()).toBe('吃的');
  await page.locator('import-values combo-box input').fill('食品质量');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '按此处理 1 个词' }).click();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('已导入 2 行').waitFor();
  await page.locator('data-grid').getByText('酸奶过期三天').first().waitFor();

  await page.getByRole('button', { name: '撤销本批' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已撤销 2 条').waitFor();
  await page.locator('data-grid').getByText('酸奶过期三天').first().waitFor({ state: 'detached' });
});

import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

const FILE = `\uFEFF文书编号,当事人名称,处罚机关,处罚日期,处罚内容
（夏）市监罚〔2026〕3号,夏河县吉祥超市（个体工商户）,夏河县市场监督管理局,2026/3/2,罚款：1000元；没收违法所得贰拾元
（夏）市监罚〔2026〕4号,夏河县金桥面馆,夏河县市场监督管理局,2026/3/4,罚款200
`;

test('a file of decisions shows what was understood, waits for a word where it must, and its cases are seen at once', async () => {
  const { open, address } = await listeningWorld();
  const page = await open('liaison');
  await page.goto(`${address}/imports`);
  const file = { name: '处罚决定.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.locator('import-list-page input[type="file"]').setInputFiles(file);
  await page.locator('import-columns').waitFor();
  expect(await page.locator('#ledger').inputValue()).toBe('case');
  await page.locator('combo-box#d-matter input').fill('价格');
  await page.keyboard.press('Enter');
  await page.getByText('数字没有单位').waitFor();
  const amend = page.getByRole('textbox', { name: /把处罚改写清楚/ });
  await amend.fill('罚款200元');
  await amend.press('Enter');
  await page.locator('import-reading mark', { hasText: '罚款200元' }).waitFor();

  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('已导入 2 行').waitFor();
  await page.getByRole('link', { name: '查看这些记录' }).click();
  await page.locator('case-list-page').getByText('夏河县金桥面馆').first().waitFor();
  await page.locator('case-list-page').getByText('夏河县吉祥超市').first().waitFor();
});

import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

const NEXT = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

test('the system administrator gives a limit its next version and takes in next year from the notice as it stands', async () => {
  const people = await listeningWorld();
  const page = await people.open('systemAdmin');
  await page.goto(`${people.address}/law`);
  await page.locator('law-page .alarm', { hasText: '2027' }).waitFor();

  const row = page.locator('rule-table tbody tr', { hasText: '决定是否受理' });
  await row.getByRole('button', { name: '新版本' }).click();
  await page.locator('rule-dialog [name="length"]').fill('5');
  await page.locator('rule-dialog [name="article"]').first().fill('第十六条');
  await page.locator('rule-dialog #field-validFrom input').fill('2026-12-01');
  await page.keyboard.press('Tab');
  await page.locator('rule-dialog').getByText('2026-12-08 到期').waitFor();
  await page.keyboard.press('Control+Enter');
  await row.filter({ hasText: '未生效' }).filter({ hasText: '5 个工作日' }).waitFor();
  await row.filter({ hasText: '2026-11-30' }).filter({ hasText: '7 个工作日' }).waitFor();

  await page.getByRole('button', { name: '导入一年的放假安排' }).click();
  await page.locator('calendar-load textarea').fill(NEXT.replace('共7天', '共8天'));
  await page.locator('calendar-load').getByText('读不出一年的放假安排').waitFor();
  await page.locator('calendar-load textarea').fill(NEXT);
  await page.locator('calendar-load year-sheet li', { hasText: '调休上班 09-26、10-09' }).waitFor();
  await page.keyboard.press('Control+Enter');

  await page.locator('law-page .alarm').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '2027', exact: true }).click();
  await page.locator('year-sheet li', { hasText: '国庆节 10-01 – 10-07' }).waitFor();
  expect((await people.liaison.get('/api/calendar')).json().missingYear).toBeNull();
});

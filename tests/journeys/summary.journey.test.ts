import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';

afterAll(closeBrowser);

async function fill(form: Locator) {
  const party = form.locator('row-list[name="party"]');
  await party.locator('[name="kind"]').selectOption('sole_trader');
  await party.locator('[name="name"]').fill('夏河县卓玛商店');
  await party.locator('[name="noCode"]').fill('执照换发中');
  await form.locator('combo-box[name="matter"] input').fill('bmmbj');
  await form.locator('combo-box[name="matter"] input').press('Tab');
  await form.locator('[name="violation"]').fill('未按规定明码标价');
  await form.locator('[name="facts"]').fill('货架上三种商品没有标价。');
  await form.locator('[name="violated"]').fill('价格法第十三条');
  await form.locator('[name="basis"]').fill('价格法第四十二条');
  const penalty = form.locator('row-list[name="penalties"] .row').first();
  await penalty.locator('[name="kind"]').selectOption('fine');
  await penalty.locator('[name="amountFen"]').fill('3000.01');
  for (const [row, name] of ['李军', '才让'].entries()) {
    const officer = form.locator('row-list[name="officers"] .row').nth(row);
    await officer.locator('[name="name"]').fill(name);
    await officer.locator('[name="certificate"]').fill(`甘夏010${row}`);
  }
}
const decide = (page: Page) => page.keyboard.press('Control+Enter');
const fault = (form: Locator, field: string) => form.locator(`[data-field="${field}"] .fault`).first();

test('a fine beyond the summary procedure is explained, one within it is decided, numbered and partly paid on the spot', async () => {
  const { open, inspector: api } = await listeningWorld();
  const page = await open('inspector');
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('Shift+L');
  const form = page.locator('case-summary-form form');
  await fill(form);
  expect(await form.locator('[name="title"]').inputValue()).toBe('夏河县卓玛商店未按规定明码标价案');
  const outlook = form.locator('summary-outlook');
  await outlook.getByText('罚款 3,000.01 元，超过 3,000 元').waitFor();
  await form.locator('[name="heard"]').check();
  await decide(page);
  await fault(form, 'penalties').getByText('超过简易程序限额').waitFor();

  await form.locator('[name="amountFen"]').fill('1000');
  await form.locator('[name="collectedFen"]').fill('400');
  await form.locator('[name="collectedFen"]').press('Tab');
  await form.locator('[name="collectGround"]').selectOption('collect.2');
  await outlook.getByText('2026-12-09 周三前缴清 600 元').waitFor();
  await outlook.getByText('2026-12-03 周四前交材料归档').waitFor();
  await form.locator('[name="heard"]').uncheck();
  await decide(page);
  await fault(form, 'heard').waitFor();
  await form.locator('[name="heard"]').check();
  await decide(page);

  await page.locator('case-page record-page').waitFor();
  await page.getByText('当罚〔2026〕1号').first().waitFor();
  const id = page.url().split('/').pop();
  expect((await api.get(`/api/cases/${id}`)).json()).toMatchObject({
    procedure: 'summary',
    state: 'performing',
    fineFen: 100_000,
    leftFen: 60_000,
    parties: [{ name: '夏河县卓玛商店' }],
  });

  await page.keyboard.press('Shift+L');
  const names = form.locator('row-list[name="officers"] [name="name"]');
  await names.nth(1).waitFor();
  expect(await names.evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))).toEqual([
    '李军',
    '才让',
  ]);
  expect(await form.locator('[name="facts"]').inputValue()).toBe('');
}, 60_000);

test('beyond the limit the clue begins with what was typed, and a draft that stands there comes first', async () => {
  const { open } = await listeningWorld();
  const page = await open('inspector');
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('Shift+L');
  await fill(page.locator('case-summary-form form'));
  const ordinary = page.locator('summary-outlook').getByRole('button', { name: '立案登记' });
  const clue = page.locator('case-entry form');
  const has = (name: string) => clue.locator(`[name="${name}"]`).first().inputValue();

  await ordinary.click();
  await clue.waitFor();

  expect([await has('title'), await has('violation'), await has('content')]).toEqual([
    '夏河县卓玛商店未按规定明码标价案',
    '未按规定明码标价',
    '货架上三种商品没有标价。',
  ]);
  expect(await clue.locator('row-list[name="parties"] [name="name"]').first().inputValue()).toBe('夏河县卓玛商店');
  expect(await page.locator('case-summary-form form').count()).toBe(0);

  await clue.locator('[name="title"]').fill('另一件案件');
  await page.keyboard.press('Escape');
  await page.getByText('草稿已存').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+L');
  await ordinary.click();
  await clue.getByText('先显示草稿').waitFor();
  expect(await has('title')).toBe('另一件案件');
  await clue.getByRole('button', { name: '改用刚才填写的内容' }).click();
  await expect.poll(() => has('title')).toBe('夏河县卓玛商店未按规定明码标价案');
}, 60_000);

test('on a phone in the market a person is named in the case only by what they did', async () => {
  const { open, address } = await listeningWorld();
  const page = await open('inspector', { size: PHONE });
  await page.goto(`${address}/cases`);
  await page.getByRole('button', { name: '当场处罚' }).click();
  const form = page.locator('case-summary-form form');
  await fill(form);
  await form.locator('row-list[name="party"] [name="kind"]').selectOption('person');
  await form.locator('summary-outlook').getByText('超过 200 元').waitFor();
  expect(await form.locator('[name="title"]').inputValue()).toBe('未按规定明码标价案');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}, 60_000);

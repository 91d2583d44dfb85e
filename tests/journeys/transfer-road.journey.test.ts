import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { closeBrowser, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { filedCase } from '#tests/transfers/a-sent-case.ts';

afterAll(closeBrowser);

/** Takes a step from the record's page: presses its button, fills what is asked, confirms by key. */
async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  await page.locator('step-panel').getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('step-dialog');
  await dialog.getByRole('dialog').waitFor();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}
const because = (text: string) => (dialog: Locator) => dialog.locator('#reason').fill(text);
const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();

/** From the case to the wizard, through its four steps, to the chief's desk. */
async function draftFrom(page: Page, address: string, caseId: number): Promise<string> {
  await page.goto(`${address}/cases/${caseId}`);
  await page.locator('police-question', { hasText: '待回答' }).waitFor();
  await page.locator('police-question').getByRole('link', { name: '移送公安' }).first().click();
  await page.locator('transfer-start-page button.primary').click();
  const wizard = page.locator('transfer-wizard-page');
  await wizard.locator('input[name="crime"]').fill('销售伪劣产品罪');
  await wizard.locator('textarea[name="crimeBasis"]').fill('货值二十万元，超过十五万元');
  await page.keyboard.press('Control+Enter');
  await wizard.locator('wizard-materials').waitFor();
  for (const material of ['letter', 'report', 'goods_list', 'expert', 'other'])
    await wizard.locator(`#none-${material}`).fill('随纸质卷宗送达');
  await page.keyboard.press('Control+Enter');
  const goods = wizard.locator('row-list[name="goods"] .row').first();
  await goods.locator('[name="name"]').fill('柴油样品');
  await goods.locator('[name="thousandths"]').fill('12.5');
  await goods.locator('[name="unit"]').fill('公斤');
  await page.keyboard.press('Control+Enter');
  await wizard.locator('transfer-file', { hasText: '12.5 公斤' }).waitFor();
  await step(page, '送批');
  await page.locator('transfer-page record-page').waitFor();
  return page.url();
}

test('from a case to the police and back after a refusal: whoever drafts, the chief, the police, each at their own screen', async () => {
  const people = await listeningWorld();
  const clue = aClue({ matter: 'measure.fuel', goodsValueFen: 20_000_000, title: '某加油站案' });
  const violation = await filedCase(people, clue);
  const liaison = await people.open('liaison');
  const transfer = await draftFrom(liaison, people.address, violation.id);

  const chief = await people.open('principal');
  await chief.goto(transfer);
  await step(chief, '批准移送', because('同意移送。'));
  await liaison.goto(transfer);
  await step(liaison, '送达');

  const police = await people.open('policeman');
  await police.goto(`${people.address}/police`);
  await police.locator('ledger-list', { hasText: '某加油站案' }).waitFor();
  await police.getByRole('link', { name: /YS-/ }).first().click();
  await police.locator('transfer-file', { hasText: '这里只显示移送单位' }).waitFor();
  expect(await police.locator('transfer-file').innerText()).not.toContain('货值二十万元');
  await step(police, '签收', (dialog) => dialog.locator('[name="signedBy"]').fill('郑涛'));
  await police.locator('transfer-file', { hasText: '货值二十万元' }).waitFor();
  await police.getByRole('button', { name: '查看当事人身份' }).click();
  await police.locator('transfer-identities #reason').fill('立案审查');
  await police.keyboard.press('Control+Enter');
  await police.locator('transfer-identities .open', { hasText: '扎西才让' }).waitFor();
  await step(police, '不予立案', because('犯罪事实显著轻微。'));
  await standsAt(police, '公安不予立案');

  await liaison.goto(`${people.address}/cases/${violation.id}`);
  await standsAt(liaison, '调查取证');
  const prosecutor = await people.open('prosecutor', { size: PHONE });
  await prosecutor.goto(transfer);
  await prosecutor.locator('transfer-file', { hasText: '犯罪事实显著轻微' }).waitFor();
  expect(await prosecutor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

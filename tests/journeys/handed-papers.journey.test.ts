import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { ordered } from '#tests/rectifications/a-rectification.ts';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { aTransfer, drafted } from '#tests/transfers/a-transfer.ts';

afterAll(closeBrowser);

/** Opens what the paper knows from the record, and follows the way of one fact to where it is entered. */
async function correct(page: Page, place: string) {
  const known = page.locator('paper-desk details', { hasText: '取自记录' });
  await known.locator('summary').click();
  await known.locator(`dt:text-is("${place}") + dd`).getByRole('button').click();
}

test('the notice of an order to correct leads to the fields it is written from, and its number becomes the order’s', async () => {
  const { open, address, inspector } = await listeningWorld();
  const order = await ordered(inspector);
  const page = `${address}/rectifications/${order.now.id}?tab=files`;
  const officer = await open('inspector');
  await officer.goto(`${page}&paper=correction_order`);
  await correct(officer, '违法行为');
  const problem = officer.locator('edit-dialog [name="problem"]');
  await problem.waitFor();
  expect(await problem.evaluate((field) => field.matches(':focus'))).toBe(true);
  await problem.fill('三楼安全通道上锁，无法通行。');
  await officer.keyboard.press('Control+Enter');
  await officer.locator('paper-sheet', { hasText: '三楼安全通道上锁' }).waitFor();

  await officer.locator('paper-desk [name="联系人"]').fill('李军');
  await officer.keyboard.press('Control+Enter');
  await officer.locator('made-papers li', { hasText: '第 1 版' }).first().waitFor();
  const head = await open('chief');
  await head.goto(page);
  await head.locator('[data-act="issue"]').click();
  await head.locator('paper-act').getByRole('dialog').waitFor();
  await head.keyboard.press('Control+Enter');
  await head.locator('made-papers li', { hasText: '已成文' }).first().waitFor();
  await head.getByRole('tab', { name: '概况' }).click();
  await head.locator('rectification-facts', { hasText: '责改〔2026〕1号' }).waitFor();
});

test('the letter of a transfer being drafted leads back into the wizard it is written from', async () => {
  const people = await listeningWorld();
  const transfer = await drafted(people, aTransfer());
  const liaison = await people.open('liaison');
  await liaison.goto(`${people.address}/transfers/${transfer.id}?tab=files&paper=crime_transfer`);
  await liaison.locator('paper-sheet', { hasText: '某商行销售伪劣冬虫夏草一案' }).waitFor();
  await correct(liaison, '案件名称');

  const title = liaison.locator('transfer-wizard-page input[name="title"]');
  await title.waitFor();
  expect(await title.inputValue()).toBe('某商行销售伪劣冬虫夏草案');
});

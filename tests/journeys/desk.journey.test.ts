import { afterAll, expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

test('a liaison finds the work of every ledger on one desk, soonest first, and each row leads to its own ledger', async () => {
  const { open, liaison, inspector } = await listeningWorld();
  await inspector.post('/api/cases', aClue());
  await liaison.post('/api/complaints', anIntake({ title: '预付卡停业不退款' }));
  const desk = await open('liaison');
  const row = (number: string) => desk.getByRole('row', { name: new RegExp(number) });

  await row('AJ-26-1').waitFor();
  expect(await desk.getByRole('link', { name: /^(TS|AJ)-26-/ }).allInnerTexts()).toEqual(['TS-26-1', 'AJ-26-1']);
  expect(await row('TS-26-1').innerText()).toContain('决定受理');
  expect(await row('AJ-26-1').innerText()).toContain('核查线索');
  await desk.getByRole('button', { name: /全部\s*2/ }).waitFor();

  await desk.getByRole('button', { name: /办理中/ }).click();
  await row('TS-26-1').waitFor({ state: 'detached' });
  await row('AJ-26-1').getByRole('link').click();
  await desk.locator('case-page record-page').waitFor();

  await desk.keyboard.press('g');
  await desk.keyboard.press('t');
  await desk.locator('complaint-list-page').waitFor();
  await desk.keyboard.press('g');
  await desk.keyboard.press('a');
  await desk.locator('case-list-page').waitFor();
});

test('the list of limits shows every ledger, can be narrowed to one, and its chosen columns stand in its address', async () => {
  const { open, liaison, inspector, address } = await listeningWorld();
  await inspector.post('/api/cases', aClue());
  await liaison.post('/api/complaints', anIntake());
  const page = await open('liaison');
  await page.goto(`${address}/clocks`);
  const numbers = () => page.getByRole('link', { name: /^(TS|AJ)-26-/ }).allInnerTexts();
  await page.getByRole('link', { name: 'AJ-26-1' }).waitFor();
  expect(await numbers()).toEqual(['TS-26-1', 'AJ-26-1']);

  await page.locator('filter-bar').getByRole('button', { name: '类型' }).click();
  await page.locator('filter-bar').getByLabel('案件').check();
  await page.getByRole('link', { name: 'TS-26-1' }).waitFor({ state: 'detached' });
  expect(await numbers()).toEqual(['AJ-26-1']);

  await page.locator('data-grid summary').click();
  await page.locator('data-grid .menu').getByLabel('县/乡镇').uncheck();
  await page.getByRole('columnheader', { name: '县/乡镇' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('cols')).toContain('subject');
  await page.reload();
  await page.getByRole('link', { name: 'AJ-26-1' }).waitFor();
  expect(await page.getByRole('columnheader', { name: '县/乡镇' }).count()).toBe(0);
});

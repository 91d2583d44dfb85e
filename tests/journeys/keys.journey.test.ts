import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { anIntake } from '#tests/support/world.ts';

afterAll(closeBrowser);

/** What has the focus, however deep in shadows it lies. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.tagName;
  });

test('the question mark lists every key over the page one is on, and Esc goes back to it', async () => {
  const { open, address } = await listeningWorld();
  const page = await open('liaison');
  await page.goto(`${address}/complaints`);
  await page.locator('ledger-list').waitFor();

  await page.keyboard.press('Shift+Slash');

  const keys = page.getByRole('dialog', { name: '快捷键' });
  for (const told of ['下一行', '签收', '申请延期', '命令面板', '去页面'])
    await page.locator('key-list').getByText(told).first().waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/complaints');
});

test('a letter in the list opens the row it stands on at a step, with the first field ready to be typed in', async () => {
  const { open, liaison, address } = await listeningWorld();
  await liaison.post('/api/complaints', anIntake({ title: '先到的一件', receivedOn: '2026-11-02' }));
  const second = (
    await liaison.post('/api/complaints', anIntake({ title: '后到的一件', receivedOn: '2026-11-12' }))
  ).json();
  const page = await open('liaison');
  await page.goto(`${address}/complaints`);
  await page.locator('data-grid').getByText('后到的一件').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('t');

  const dialog = page.locator('step-dialog').getByRole('dialog', { name: `转办 ${second.number}` });
  await dialog.waitFor();
  await page.locator('step-dialog').getByText('承办单位负责分办的人').waitFor();
  await expect
    .poll(() => page.locator('step-dialog combo-box').evaluate((box) => box.matches(':focus-within')))
    .toBe(true);
  expect(page.url()).not.toContain('do=');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.keyboard.press('a');
  await page
    .locator('step-dialog')
    .getByRole('dialog', { name: `受理 ${second.number}` })
    .waitFor();
  await expect.poll(() => focused(page)).toBe('INPUT');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  expect(await page.locator('step-dialog').count()).toBe(0);
});

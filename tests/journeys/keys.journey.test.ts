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

test('keys pressed while a word is being composed are the input method’s: nothing is sent and nothing closes', async () => {
  const { open } = await listeningWorld();
  const page = await open('liaison');
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('n');
  const title = page.locator('complaint-entry input[name="title"]');
  await title.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'dong chong', selectionStart: 10, selectionEnd: 10 });
  expect(await title.inputValue()).toBe('dong chong');

  for (const key of ['Enter', 'Escape', 'Control+Enter']) await page.keyboard.press(key);
  expect(await page.locator('complaint-entry form').isVisible()).toBe(true);
  expect(await page.locator('complaint-entry .fault').count()).toBe(0);
  expect(await title.evaluate((field) => field.matches(':focus'))).toBe(true);

  await input.send('Input.insertText', { text: '冬虫夏草掺假' });
  expect(await title.inputValue()).toBe('冬虫夏草掺假');
  await page.waitForTimeout(300); // the key that ends a composition is still the input method's
  await page.keyboard.press('Control+Enter');
  await page.locator('complaint-entry .fault').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('complaint-entry form').waitFor({ state: 'hidden' });
});

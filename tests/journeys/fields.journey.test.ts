import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

test('the administrator makes a field a must with a reader and a review, and the form of whoever registers asks for it at once', async () => {
  const people = await listeningWorld();
  const liaison = await people.open('liaison');
  const page = await people.open('systemAdmin');
  await page.goto(`${people.address}/fields`);
  const row = page.locator('fields-page tr', { hasText: '地址' });
  await row.getByRole('button', { name: '设为必填' }).click();
  await page.keyboard.press('Control+Enter');
  await page.locator('fields-page .fault').first().waitFor();
  await page.locator('fields-page [name="reader"]').fill('州质量办：核对管片');
  await page.locator('fields-page #field-reviewOn input').fill('2027-05-24');
  await page.keyboard.press('Control+Enter');
  await row.getByText('2026-11-24 –').waitFor();

  await liaison.keyboard.press('n');
  const entry = liaison.locator('complaint-entry');
  await entry.locator('details[open] [data-field="address"] .must').waitFor();
  await liaison.keyboard.press('Control+Enter');
  await entry.locator('[data-field="address"] .fault').waitFor();
  expect(await entry.locator('[data-field="subjectContact"] .must').count()).toBe(0);
});

import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';

afterAll(closeBrowser);

async function clueForm(page: Page): Promise<Locator> {
  await page.locator('side-rail').waitFor();
  await page.keyboard.press('l');
  const list = page.locator('case-entry row-list[name="parties"]');
  await list.waitFor();
  return list;
}
const names = (list: Locator) =>
  list.locator('[name="name"]').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** What the field with the focus is called, or holds, however deep in shadows it lies. */
const focused = (page: Page, what: 'name' | 'value') =>
  page.evaluate((key) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return (at as HTMLInputElement | null)?.[key];
  }, what);

test('rows of a list are added with Enter, and taking one out leaves the others as they were typed', async () => {
  const { open } = await listeningWorld();
  const page = await open('inspector');
  const list = await clueForm(page);
  await list.locator('[name="name"]').first().fill('扎西');
  for (const name of ['卓玛', '才让']) {
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page, 'name')).toBe('kind');
    await list.locator('.row').last().locator('[name="name"]').fill(name);
  }
  expect(await names(list)).toEqual(['扎西', '卓玛', '才让']);

  await list.getByRole('button', { name: '删除第 1 行' }).click();
  await expect.poll(() => names(list)).toEqual(['卓玛', '才让']);

  await list.getByText('名称或姓名').nth(1).click();
  await expect.poll(() => focused(page, 'value')).toBe('才让');
});

test('a fault stands at its own cell though an empty row lay before it, and its line in the summary leads there', async () => {
  const { open } = await listeningWorld();
  const page = await open('inspector');
  const list = await clueForm(page);
  await list.locator('[name="name"]').first().focus();
  await page.keyboard.press('Enter');
  await list.locator('.row').nth(1).locator('[name="name"]').fill('才让');
  await page.keyboard.press('Control+Enter');

  await list.locator('.row').first().locator('[name="kind"][aria-invalid="true"]').waitFor();
  expect(await names(list)).toEqual(['才让', '']);
  expect(await list.locator('.row').nth(1).locator('[aria-invalid="true"]').count()).toBe(0);
  const summary = page.locator('case-entry [role="alert"]');
  await summary.getByRole('link', { name: '当事人 第 1 行 类型' }).click();
  await expect.poll(() => focused(page, 'name')).toBe('kind');
});

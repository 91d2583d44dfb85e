import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { opened, unbalanced } from './word.ts';

/** Takes a step from the record's page: presses its button, fills what is asked, confirms by key. */
export async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  await page.locator('step-panel').getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('step-dialog');
  await dialog.getByRole('dialog').waitFor();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** A step's reason, typed into its dialog. */
export const because = (text: string) => (dialog: Locator) => dialog.locator('#reason').fill(text);

/** Waits until the page says that its record stands so. */
export const standsAt = (page: Page, state: string) =>
  page.locator('record-page [slot="owner"]', { hasText: state }).waitFor();

/** Fills fields by their names. */
export async function fill(within: Page | Locator, texts: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(texts)) await within.locator(`[name="${name}"]`).first().fill(text);
}

/** Opens a record by its path in the same browser. */
export async function openRecord(page: Page, path: string) {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('record-page').waitFor();
}

/** Opens the papers of the record on this page. */
async function papers(page: Page) {
  await page.getByRole('tab', { name: '材料' }).click();
  await page.locator('dossier-papers h2').waitFor();
}

/** Opens the desk of a form, which may be folded away with those that come later. */
export async function begin(page: Page, form: string) {
  await papers(page);
  const way = page.locator(`dossier-papers [data-form="${form}"]`);
  await way.waitFor({ state: 'attached' });
  if (!(await way.isVisible())) await page.locator('dossier-papers section > details > summary').last().click();
  await way.click();
  await page.locator('paper-desk paper-sheet').waitFor();
}

/** Fills what only a person knows and makes the paper on the desk; it leads back to the list, for it is whole. */
export async function finish(page: Page, texts: Readonly<Record<string, string>> = {}) {
  await fill(page.locator('paper-desk'), texts);
  await page.locator('paper-desk', { hasText: '必需的内容已齐全' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('paper-desk').waitFor({ state: 'detached' });
}

/** Writes a paper whole. */
export async function write(page: Page, form: string, texts: Readonly<Record<string, string>> = {}) {
  await begin(page, form);
  await finish(page, texts);
}

/** Puts the only paper that waits for it in force. */
export async function issue(page: Page) {
  await papers(page);
  await page.locator('[data-act="issue"]').click();
  await page.locator('paper-act').getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('paper-act').waitFor({ state: 'detached' });
  await page.locator('[data-act="issue"]').waitFor({ state: 'detached' });
}

/** Downloads what a button or link gives. */
async function downloaded(page: Page, press: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Every paper of a record as it comes out of the browser: whole, with its number, nothing left open in it. */
export async function everyPaper(page: Page, path: string) {
  await openRecord(page, path);
  await papers(page);
  const lines = page.locator('made-papers li').filter({ has: page.locator('.tag') });
  const found = [];
  for (const line of await lines.all()) {
    const number = (await line.locator('.tab').allInnerTexts())[0] ?? '';
    const { name, bytes } = await downloaded(page, () => take(page, line));
    const paper = await opened(bytes);
    expect(unbalanced(paper.xml), name).toBeUndefined();
    expect(paper.text, name).toContain(number);
    expect(paper.text, name).not.toMatch(/[{}]|草　稿|【缺/);
    found.push({ name, text: paper.text });
  }
  return found;
}

/** A paper that names somebody is kept sealed and comes out with a reason. */
async function take(page: Page, line: Locator) {
  const sealed = line.locator('[data-act="open"]').first();
  if ((await sealed.count()) === 0) return line.getByRole('link', { name: '下载' }).first().click();
  await sealed.click();
  await page.locator('paper-act #reason').fill('核对归档');
  await page.keyboard.press('Control+Enter');
}

import { fileURLToPath } from 'node:url';

import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from './chromium.mjs';
import { givePasswords, PASSWORD, type PersonName, world } from './world.ts';

export { PASSWORD };
export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 740 };

let browser: Promise<Browser> | undefined;

async function launched(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser ??= chromium.launch({ executablePath, args });
  return browser;
}

/** Closes the browser all tests of a file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

/** A world that listens, with the built pages, and browsers in which its people sign in through the real form. */
export async function listeningWorld() {
  const clientFolder = fileURLToPath(new URL('../../dist/client', import.meta.url));
  const people = await world({ clientFolder });
  await givePasswords(people);
  const address = await people.app.listen({ port: 0, host: '127.0.0.1' });
  return { ...people, address, open: (name: PersonName, look: Look = {}) => open(address, name, look) };
}

interface Look {
  readonly size?: { width: number; height: number };
  readonly theme?: 'light' | 'dark';
  readonly language?: 'zh' | 'en';
  /** Whether this person is refused something on purpose: the browser reports every refused request. */
  readonly refused?: boolean;
}

/** Signs a person in in a browser of their own; whatever the page reports as an error fails the test. */
async function open(address: string, name: PersonName, look: Look): Promise<Page> {
  const context = await (await launched()).newContext({ viewport: look.size ?? DESK, locale: 'zh-CN' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  const expected = look.refused ? /status of (401|422)/ : /401/;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
  });
  onTestFinished(() => {
    if (errors.length > 0) throw new Error(`the page reported: ${errors.join('\n')}`);
  });
  const preferences = { theme: look.theme ?? 'light', language: look.language ?? 'zh' };
  await page.addInitScript((kept) => localStorage.setItem('yipanqi.preferences', kept), JSON.stringify(preferences));
  await page.goto(address);
  await page.locator('#account').fill(name);
  await page.locator('#password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('side-rail, phone-bar').first().waitFor({ state: 'attached' });
  return page;
}

import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, listeningWorld } from '#tests/support/browser.ts';
import { settling } from '#tests/support/settled.ts';

afterAll(closeBrowser);

/** Every script a page asks for when it is opened for the first time, packed as a proxy packs it. */
async function scripts(page: Page, url: string): Promise<{ url: string; bytes: number }[]> {
  const asked = new Set<string>();
  const heard = (request: Request) => {
    if (request.resourceType() === 'script') asked.add(request.url());
  };
  const settled = settling(page);
  page.on('request', heard);
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await settled();
  page.off('request', heard);
  return Promise.all(
    [...asked].map(async (one) => {
      const sent = await page.request.get(one);
      return { url: one, bytes: gzipSync(await sent.body(), { level: 9 }).length };
    }),
  );
}

test('the desk and a ledger’s list are sent less than 180 kB of script, and the texts of one language alone', async () => {
  const { open, address } = await listeningWorld();
  for (const [language, other] of [
    ['zh', 'en'],
    ['en', 'zh'],
  ] as const) {
    const page = await open('liaison', { language });
    for (const path of ['/', '/complaints']) {
      const all = await scripts(page, address + path);
      const sum = all.reduce((bytes, one) => bytes + one.bytes, 0);
      console.info(`${language} ${path}: ${Math.round(sum / 1000)} kB of script in ${all.length} files`);
      expect(sum, `${language} ${path}`).toBeLessThan(180_000);
      expect(all.some((one) => one.url.includes(`/${language}-`))).toBe(true);
      expect(all.some((one) => one.url.includes(`/${other}-`))).toBe(false);
    }
  }
});

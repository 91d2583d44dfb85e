import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { filer } from '#tests/entities/a-library.ts';
import { closeBrowser, DESK, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { settling } from '#tests/support/settled.ts';
import { aCode, anIntake, type PersonName } from '#tests/support/world.ts';

afterAll(closeBrowser);

const PAGES: Partial<Record<PersonName, readonly string[]>> = {
  liaison: [
    '/',
    '/complaints',
    '/complaints/1',
    '/complaints/1?tab=timeline',
    '/complaints/1?tab=links',
    '/complaints/1?tab=rights',
    '/complaints/1?tab=files',
    '/cases/3',
    '/cases/3?tab=files&paper=filing_approval',
    '/cases/3?tab=files&paper=goods_list',
    '/papers',
    '/papers?part=numbers',
    '/entities',
    '/entities/new',
    '/entities/1',
    '/entities/1?tab=timeline',
    '/entities/1?tab=visits',
    '/entities/1?tab=repeats',
    '/entities/1?tab=watch',
    '/entities/1/merge?with=2',
    '/clocks',
    '/notices',
    '/imports',
    '/account',
    '/settings',
    '/law',
  ],
  systemAdmin: ['/', '/people', '/offices', '/law', '/fields', '/system', '/feedback'],
  auditAdmin: ['/audit'],
};

/** What sticks out of the page, or out of the place its page scrolls in; a marked region of its own may scroll sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const shell = document.querySelector('app-shell')!.shadowRoot!;
    const places = [document.scrollingElement!, shell.querySelector('main')!];
    return places
      .filter((place) => place.scrollWidth > place.clientWidth + 1)
      .map((place) => `${place.tagName} ${place.scrollWidth} > ${place.clientWidth}`);
  });

for (const language of ['zh', 'en'] as const)
  test(`no page is wider than its screen: ${language}, at a desk and on a phone, with large text too`, async () => {
    const { open, liaison, address } = await listeningWorld();
    await filer(liaison)();
    await filer(liaison)({ name: '夏河县桑科草原牛羊肉批发零售经营部（个体工商户）', code: aCode(2) });
    for (let n = 0; n < 2; n += 1) await liaison.post('/api/complaints', anIntake({ subjectId: 1 }));
    await liaison.post('/api/cases', aClue());
    const found: Record<string, string[]> = {};
    for (const [name, paths] of Object.entries(PAGES)) {
      const page = await open(name as PersonName, { language });
      const settled = settling(page);
      for (const path of paths) {
        await page.goto(address + path);
        await page.locator('h1').first().waitFor();
        for (const size of [PHONE, DESK]) {
          await page.setViewportSize(size);
          await settled();
          for (const text of ['16', '20']) {
            await page.evaluate((chosen) => document.documentElement.setAttribute('data-size', chosen), text);
            const here = await tooWide(page);
            if (here.length > 0) found[`${name} ${path} ${size.width} ${text}`] = here;
          }
        }
      }
    }
    expect(found).toEqual({});
  });

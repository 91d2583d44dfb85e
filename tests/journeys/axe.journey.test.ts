import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { filer } from '#tests/entities/a-library.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { planned } from '#tests/spot-checks/a-spot-check.ts';
import { closeBrowser, DESK, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { settling } from '#tests/support/settled.ts';
import { type Asker, aCode, anIntake, type PersonName } from '#tests/support/world.ts';
import { drafted, sentToPolice } from '#tests/transfers/a-transfer.ts';

afterAll(closeBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Rules {
  readonly type: 'tag' | 'rule';
  readonly values: readonly string[];
}
const ALL: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
/** A theme is other colours and nothing else: what colours decide is all that another theme can spoil. */
const COLOURS: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const THEMES = { light: ALL, dark: COLOURS, contrast: COLOURS } as const;

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary: string }[];
}

async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found: string[] = [];
  for (const [theme, runOnly] of Object.entries(THEMES)) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const violations = await page.evaluate((rules): Promise<Violation[]> => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      return axe.run({ runOnly: rules, resultTypes: ['violations'] }).then((result) => result.violations);
    }, runOnly);
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes.slice(0, 2))
        found.push(`${theme}: ${id} ${JSON.stringify(target)} ${failureSummary.slice(0, 160)}`);
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  return found;
}

const PAGES: readonly [PersonName, string][] = [
  ['liaison', '/'],
  ['liaison', '/complaints'],
  ['liaison', '/complaints/1'],
  ['liaison', '/complaints/1?tab=timeline'],
  ['liaison', '/complaints/1?tab=rights'],
  ['liaison', '/complaints/1?tab=files'],
  ['liaison', '/cases'],
  ['liaison', '/cases/2'],
  ['liaison', '/cases/2?tab=exhibits'],
  ['liaison', '/cases/2?tab=files'],
  ['liaison', '/cases/2?tab=files&paper=correction_order'],
  ['liaison', '/cases/2?tab=files&paper=scene_record'],
  ['liaison', '/cases/2?tab=files&paper=goods_list'],
  ['liaison', '/papers'],
  ['liaison', '/papers?part=numbers'],
  ['liaison', '/rectifications'],
  ['liaison', '/rectifications/5'],
  ['chief', '/look-backs'],
  ['liaison', '/spot-checks'],
  ['liaison', '/spot-checks/6'],
  ['chief', '/draws'],
  ['liaison', '/entities'],
  ['liaison', '/entities/1'],
  ['liaison', '/entities/1?tab=timeline'],
  ['liaison', '/entities/1?tab=visits'],
  ['liaison', '/entities/1?tab=repeats'],
  ['liaison', '/entities/1?tab=watch'],
  ['liaison', '/entities/new'],
  ['liaison', '/entities/1/edit'],
  ['liaison', '/entities/1/merge?with=2'],
  ['liaison', '/transfers'],
  ['liaison', '/transfers/new'],
  ['liaison', '/transfers/3'],
  ['liaison', '/transfers/3/edit'],
  ['liaison', '/transfers/3/edit?step=materials'],
  ['liaison', '/transfers/3/edit?step=goods'],
  ['liaison', '/clocks'],
  ['liaison', '/notices'],
  ['liaison', '/imports'],
  ['liaison', '/account'],
  ['liaison', '/settings'],
  ['systemAdmin', '/'],
  ['systemAdmin', '/people'],
  ['systemAdmin', '/offices'],
  ['systemAdmin', '/law'],
  ['systemAdmin', '/fields'],
  ['systemAdmin', '/feedback'],
  ['systemAdmin', '/system'],
  ['coordinator', '/coord'],
  ['coordinator', '/campaigns'],
  ['policeman', '/police'],
  ['policeman', '/transfers/4'],
  ['auditAdmin', '/audit'],
];

/** A shop with everything its page can show, a double of it, and a mark in force. */
async function aDossier(liaison: Asker, inspector: Asker, chief: Asker) {
  const file = filer(liaison);
  const licence = { kind: 'food_trade' as const, number: 'JY16230270001', expiresOn: '2026-11-01' };
  await file({ riskClass: 'C', licences: [licence], formerNames: [{ name: '扎西商行' }], notes: '门头朝东' });
  await file({ name: '扎西特产店（个体工商户）', code: aCode(2).slice(0, 17) });
  const log = { visitedOn: '2026-11-20', purpose: 'daily', officers: ['洛桑', '李军'] };
  await inspector.post('/api/entities/1/visits', log);
  const ask = { level: 'focus', reason: '集中检查', validFrom: '2026-11-24', validUntil: '2026-12-20' };
  const mark = (await liaison.post('/api/entities/1/watch', { ...ask, offices: [], departments: [] })).json();
  await chief.post(`/api/watch/${mark.id}/decision`, { approve: true });
}

/** The forms that open over a page: what somebody is in the middle of. */
async function forms(page: Page, size: typeof DESK, address: string) {
  const found: Record<string, string[]> = {};
  const judge = async (name: string) => {
    await page.waitForTimeout(500); // what is told beside a form is asked once typing rests
    found[`${name} ${size.width}`] = await faults(page);
    await page.keyboard.press('Escape');
  };
  await page.setViewportSize(size);
  await page.goto(`${address}/complaints`);
  await page.locator('h1').first().waitFor();
  if (size === DESK) await page.keyboard.press('n');
  else await page.getByRole('button', { name: /登记/ }).first().click();
  await page.locator('entry-note').waitFor();
  await judge('entry');
  if (size !== DESK) return found;
  await page
    .locator('data-grid')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('l');
  await page.locator('case-entry form').waitFor();
  await judge('case entry');
  await page.keyboard.press('Shift+L');
  await page.locator('case-summary-form summary-outlook').waitFor();
  await judge('penalty on the spot');
  return found;
}

test('no page has a fault of WCAG 2.2 AA that a machine can find, at a desk or on a phone, light, dark or of high contrast', async () => {
  const people = await listeningWorld();
  const { open, liaison, inspector, chief, address } = people;
  await aDossier(liaison, inspector, chief);
  await liaison.post('/api/complaints', anIntake({ subjectId: 1 }));
  expect((await liaison.post('/api/cases', aClue())).json().id).toBe(2);
  expect((await drafted(people)).id).toBe(3);
  expect((await sentToPolice(people)).id).toBe(4);
  expect((await liaison.post('/api/rectifications', anOrder())).json().id).toBe(5);
  const check = await planned(inspector, { subjectId: 1 });
  await check.begin(inspector);
  await check.answer(inspector, [{ item: 'stale', answer: 'fails', note: '三袋面粉过期' }]);
  expect(check.now.id).toBe(6);
  await liaison.post('/api/feedback', { page: '/complaints', text: '打印的字太小' });
  const found: Record<string, string[]> = {};
  for (const name of new Set(PAGES.map(([who]) => who))) {
    const page = await open(name);
    const settled = settling(page);
    for (const [who, path] of PAGES) {
      if (who !== name) continue;
      await page.setViewportSize(DESK);
      await page.goto(address + path);
      await page.locator('h1').first().waitFor();
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size);
        await settled();
        found[`${who} ${path} ${size.width}`] = await faults(page);
      }
    }
    if (name === 'liaison') for (const size of [DESK, PHONE]) Object.assign(found, await forms(page, size, address));
  }
  expect(Object.entries(found).filter(([, faulty]) => faulty.length > 0)).toEqual([]);
}, 240_000);

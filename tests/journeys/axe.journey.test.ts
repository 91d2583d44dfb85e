import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { filer } from '#tests/entities/a-library.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { closeBrowser, DESK, listeningWorld, PHONE } from '#tests/support/browser.ts';
import { type Asker, aCode, anIntake, type PersonName } from '#tests/support/world.ts';
import { drafted, sentToPolice } from '#tests/transfers/a-transfer.ts';

afterAll(closeBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faults(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (
      window as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 2).map((node) => `${id} ${JSON.stringify(node.target)} ${node.failureSummary.slice(0, 160)}`),
  );
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
  ['systemAdmin', '/system'],
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

for (const [theme, size] of [
  ['light', DESK],
  ['dark', DESK],
  ['light', PHONE],
  ['dark', PHONE],
] as const) {
  test(`no page has a fault of WCAG 2.2 AA that a machine can find: ${theme}, ${size.width} px`, async () => {
    const people = await listeningWorld();
    const { open, liaison, inspector, chief, address } = people;
    await aDossier(liaison, inspector, chief);
    await liaison.post('/api/complaints', anIntake({ subjectId: 1 }));
    expect((await liaison.post('/api/cases', aClue())).json().id).toBe(2);
    expect((await drafted(people)).id).toBe(3);
    expect((await sentToPolice(people)).id).toBe(4);
    expect((await liaison.post('/api/rectifications', anOrder())).json().id).toBe(5);
    const found: Record<string, string[]> = {};
    for (const name of new Set(PAGES.map(([who]) => who))) {
      const page = await open(name, { theme, size });
      for (const [who, path] of PAGES) {
        if (who !== name) continue;
        await page.goto(address + path);
        await page.locator('h1').first().waitFor();
        const here = await faults(page);
        if (here.length > 0) found[`${who} ${path}`] = here;
      }
      if (name === 'liaison') {
        await page.goto(`${address}/complaints`);
        await page.locator('h1').first().waitFor();
        await page.evaluate(() => window.dispatchEvent(new Event('entry-asked')));
        if (size === DESK) await page.keyboard.press('n');
        else await page.getByRole('button', { name: /登记/ }).first().click();
        await page.locator('entry-note').waitFor();
        const here = await faults(page);
        if (here.length > 0) found['entry'] = here;
        await page.keyboard.press('Escape');
        await page.evaluate(() => window.dispatchEvent(new Event('case-asked')));
        await page
          .locator('data-grid')
          .first()
          .click({ position: { x: 5, y: 5 } });
        if (size === DESK) {
          await page.keyboard.press('l');
          await page.locator('case-entry form').waitFor();
          const there = await faults(page);
          if (there.length > 0) found['case entry'] = there;
          await page.keyboard.press('Escape');
          await page.keyboard.press('Shift+L');
          await page.locator('case-summary-form summary-outlook').waitFor();
          const spot = await faults(page);
          if (spot.length > 0) found['penalty on the spot'] = spot;
        }
      }
    }
    expect(found).toEqual({});
  });
}

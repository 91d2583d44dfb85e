import Driver from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { plansOf } from '#tests/support/plans.ts';
import { anIntake, world } from '#tests/support/world.ts';

/** What the upkeep of the planner's figures finds in a prefecture's ledgers of a million records. */
const LARGE = {
  dossier_sights_by_due: '4100000 85000 21000 40 1 1 1 1',
  dossier_sights_by_received: '4100000 85000 21000 30 1 1 1 1',
  dossier_sights_by_dossier: '4100000 4',
  sqlite_autoindex_dossier_sights_1: '4100000 85000 1',
};
const LEDGERS = ['complaints', 'cases', 'transfers', 'rectifications', 'dossiers'];
const FILTERS = [
  '',
  '&county=623027',
  '&state=to_decide,closed',
  '&light=overdue',
  '&light=due_soon,running',
  '&mine=office',
  '&mine=me',
  '&from=2026-01-01&until=2026-11-30',
  '&state=to_decide&county=623027&light=overdue&mine=office',
];

test('however large a ledger, a page of it walks the order of its list and sorts nothing', async () => {
  const prepare = vi.spyOn(Driver.prototype, 'prepare');
  onTestFinished(() => prepare.mockRestore());
  const { liaison, db } = await world();
  for (const title of ['酸奶过期', '虫草缺斤短两']) await liaison.post('/api/complaints', anIntake({ title }));
  prepare.mockClear();

  let turned = 0;
  for (const ledger of LEDGERS) {
    for (const filter of FILTERS) {
      for (const sort of ledger === 'dossiers' ? ['due'] : ['due', 'received', '-received']) {
        const door = `/api/${ledger}?limit=1&sort=${sort}${filter}`;
        const page = await liaison.get(door);
        expect([door, page.statusCode]).toEqual([door, 200]);
        const { next } = page.json() as { next: string | null };
        if (!next) continue;
        turned += 1;
        await liaison.get(`${door}&cursor=${encodeURIComponent(next)}`);
      }
    }
  }

  const asked = [...new Set(prepare.mock.calls.map(([statement]) => statement))];
  const pages = asked.filter((one) => /^select/.test(one) && /from "dossier_sights".* order by /.test(one));
  expect(pages.length).toBeGreaterThan(60);
  expect(turned).toBeGreaterThan(5);
  const plans = plansOf(db.file, pages, 'dossier_sights', [{}, LARGE]).map((plan) => plan.split(' ← ')[0]!);
  expect(plans.filter((plan) => /(^|\| )(USE TEMP B-TREE|SCAN )/.test(plan))).toEqual([]);
});

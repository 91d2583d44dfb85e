import { and, eq, gt, isNotNull } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignTallies, dossierSights } from '#server/dossiers/dossier.table.ts';
import { TARGET_KINDS } from '#shared/campaigns/campaign.lists.ts';
import type { MatrixCell } from '#shared/campaigns/campaign.schema.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { anOrder, OFFICERS, PASSED } from '#tests/rectifications/a-rectification.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';
import { drafted } from './a-campaign.ts';

type World = Awaited<ReturnType<typeof world>>;

/** The counts kept beside the records, and the same counted anew from what each office sees, as sorted lines. */
async function bothCounts({ db }: World): Promise<[string[], string[]]> {
  const kept = await db.read.select().from(campaignTallies).where(gt(campaignTallies.n, 0));
  const seen = await db.read.select().from(dossierSights).where(isNotNull(dossierSights.campaignId));
  const anew = new Map<string, number>();
  for (const { officeId, campaignId, kind, ownerOfficeId, state } of seen) {
    const key = [officeId, campaignId, kind, ownerOfficeId, state].join(' ');
    anew.set(key, (anew.get(key) ?? 0) + 1);
  }
  const line = (key: string, n: number) => `${key}: ${n}`;
  return [
    kept.map(({ officeId, campaignId, kind, ownerOfficeId, state, n }) =>
      line([officeId, campaignId, kind, ownerOfficeId, state].join(' '), n),
    ),
    [...anew].map(([key, n]) => line(key, n)),
  ].map((lines) => lines.sort()) as [string[], string[]];
}

/** One act in the life of records under campaigns: begun, moved, put right, reopened, restricted, sent to another office. */
async function act(people: World, pick: () => number, campaigns: readonly number[], orders: number[]): Promise<void> {
  const { inspector, chief, liaison } = people;
  const campaignId = campaigns[pick() % campaigns.length]!;
  if (orders.length === 0 || pick() % 4 === 0) {
    const body = anOrder(pick() % 3 === 0 ? {} : { campaignId });
    orders.push((await inspector.post('/api/rectifications', body)).json().id);
    return;
  }
  if (pick() % 5 === 0) {
    const officeId = pick() % 2 ? OFFICES.xiahe.id : OFFICES.agriculture.id;
    await liaison.post('/api/complaints', anIntake({ campaignId, officeId }));
    return;
  }
  const id = orders[pick() % orders.length]!;
  const { version, state } = (await inspector.get(`/api/rectifications/${id}`)).json() as Rectification;
  const step = (who: typeof inspector, body: object) =>
    who.post(`/api/rectifications/${id}/steps`, { version, ...body });
  const acts = [
    () => inspector.put(`/api/dossiers/${id}/campaign`, { campaignId: pick() % 3 ? campaignId : null, version }),
    () => step(inspector, { step: 'visit', ...PASSED }),
    () => step(inspector, { step: 'visit', result: 'partly', officers: OFFICERS, text: '一半。', until: '2026-12-20' }),
    () => step(chief, { step: 'withdraw', reason: '经营者已注销。' }),
    () => step(chief, { step: 'reopen', reason: '恢复经营。', until: '2026-12-30' }),
    () =>
      chief.put(`/api/dossiers/${id}/restriction`, {
        restricted: state !== 'signed_off',
        personIds: [],
        reason: '涉密。',
        version,
      }),
  ];
  await acts[pick() % acts.length]!();
}

test('whatever becomes of records, the roll-ups of campaigns are what a recount tells, and so is the matrix', {
  timeout: 120_000,
}, async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 200, maxLength: 200 }), async (numbers) => {
      const people = await world();
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      const roads = [await drafted(people.coordinator), await drafted(people.coordinator)];
      for (const road of roads) await road.step('issue');
      const campaigns = roads.map(({ now }) => now.id);
      const orders: number[] = [];
      for (let n = 0; n < 25; n += 1) await act(people, pick, campaigns, orders);

      const [kept, anew] = await bothCounts(people);
      expect(kept).toEqual(anew);
      for (const id of campaigns) {
        const { cells } = (await people.coordinator.get(`/api/campaigns/${id}/matrix`)).json() as {
          cells: MatrixCell[];
        };
        const seen = await people.db.read
          .select()
          .from(dossierSights)
          .where(and(eq(dossierSights.officeId, OFFICES.coordination.id), eq(dossierSights.campaignId, id)));
        const records = seen.filter(({ kind }) => (TARGET_KINDS as readonly string[]).includes(kind));
        for (const { kind } of records) kinds.add(kind);
        for (const { officeId, records: n } of cells)
          expect([officeId, n]).toEqual([officeId, records.filter((one) => one.ownerOfficeId === officeId).length]);
        expect(cells.reduce((sum, cell) => sum + cell.records, 0)).toBe(records.length);
      }
    }),
    { numRuns: 6 },
  );
  expect([...kinds].sort()).toEqual(['complaint', 'rectification']);
});

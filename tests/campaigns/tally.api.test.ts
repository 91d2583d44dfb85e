import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TallyPeriod } from '#shared/campaigns/tally.api.ts';
import { periodsOf } from '#shared/campaigns/tally.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { OFFICES, world } from '#tests/support/world.ts';
import { assigned, drafted } from './a-campaign.ts';

const fields = (answer: { json(): { detail?: { fields?: Record<string, string> } } }) => answer.json().detail?.fields;

test('the periods of a campaign cover it day by day, without a gap and without an overlap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const),
      (start, length, reporting) => {
        const from = addDays('2026-01-01', start);
        const until = addDays(from, length);
        const periods = periodsOf({ from, until, reporting });
        expect([periods[0]!.from, periods[periods.length - 1]!.until]).toEqual([from, until]);
        periods.forEach((one, at) => {
          expect(one.from <= one.until).toBe(true);
          if (at > 0) expect(one.from).toBe(addDays(periods[at - 1]!.until, 1));
        });
      },
    ),
  );
});

test('figures are handed in once for a period, zero expressly, and held against the ledgers', async () => {
  const { coordinator, liaison, lintan, inspector, later } = await world();
  const road = await drafted(coordinator, { from: '2026-11-20', until: '2026-12-31', reporting: 'fortnight' });
  await road.step('issue');
  const [mine, theirs] = [OFFICES.xiahe.id, OFFICES.lintan.id].map(road.assignmentOf) as [number, number];
  await assigned(liaison, mine, 'acknowledge');
  await assigned(lintan, theirs, 'acknowledge');
  const send = (who: typeof liaison, id: number, more: object) => who.post(`/api/assignments/${id}/tallies`, more);
  const first = { from: '2026-11-20', zero: false, officers: 12, leaflets: 300, rectification: 3 };
  expect(fields(await send(liaison, mine, first))).toEqual({ from: 'not_over' });
  await inspector.post('/api/rectifications', anOrder({ campaignId: road.now.id }));
  await inspector.post('/api/rectifications', anOrder({ campaignId: road.now.id }));

  await later(6); // the period ended on the thirtieth
  expect(fields(await send(liaison, mine, { from: '2026-11-20', zero: true }))).toEqual({ zero: 'not_zero' });
  const sent = await send(liaison, mine, first);
  expect(sent.statusCode, sent.body).toBe(200);
  expect((sent.json() as TallyPeriod[])[0]).toMatchObject({
    standing: 'sent',
    tally: { late: false, claimed: { rectification: 3, case: null }, counted: { rectification: 2 } },
    now: { rectification: 2 },
  });
  expect((await send(liaison, mine, first)).statusCode).toBe(409);
  const anew = await send(liaison, mine, { ...first, officers: 14, reason: '漏计两人次。' });
  expect((anew.json() as TallyPeriod[])[0]!.tally).toMatchObject({
    seq: 2,
    figures: { officers: 14 },
    reason: '漏计两人次。',
  });

  expect(fields(await send(lintan, theirs, { from: '2026-11-20', zero: false }))).toEqual({ zero: 'say_zero' });
  await later(10);
  const zero = await send(lintan, theirs, { from: '2026-11-20', zero: true });
  expect((zero.json() as TallyPeriod[])[0]).toMatchObject({ standing: 'zero', tally: { late: true } });
  expect((await send(lintan, mine, { from: '2026-11-20', zero: true })).statusCode).toBe(404);

  const all = (await coordinator.get(`${road.path}/tallies`)).json() as TallyPeriod[];
  const standing = (officeId: number) => all.find((one) => one.officeId === officeId && one.from === '2026-11-20');
  expect([OFFICES.xiahe.id, OFFICES.lintan.id, OFFICES.agriculture.id].map((id) => standing(id)?.standing)).toEqual([
    ...['sent', 'zero', 'missing'],
  ]);
  const seen = (await lintan.get(`${road.path}/tallies`)).json() as TallyPeriod[];
  expect(seen.find(({ officeId }) => officeId === OFFICES.xiahe.id)).toMatchObject({ standing: 'sent', tally: null });
});

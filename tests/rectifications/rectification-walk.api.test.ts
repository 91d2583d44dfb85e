import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { clocks } from '#server/clocks/clock.table.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import {
  RECTIFICATION_STATES,
  RECTIFICATION_STEP_NAMES,
  type RectificationStepName,
} from '#shared/rectifications/rectification.workflow.ts';
import { world } from '#tests/support/world.ts';
import { anOrder, OFFICERS } from './a-rectification.ts';

type World = Awaited<ReturnType<typeof world>>;
const PEOPLE = ['inspector', 'chief'] as const;

/** Facts a step may come with: mostly right, now and then wrong, so that refusals are walked too. */
function factsFor(
  step: RectificationStepName,
  pick: () => number,
  today: string,
  { deadlineOn }: Rectification,
): Partial<RectificationStep> {
  const odd = pick() % 6 === 0;
  const next =
    pick() % 3 === 0
      ? { opensCase: true, violation: '占用疏散通道' }
      : { until: addDays(today, odd ? -1 : pick() % 40) };
  const visit = { officers: odd ? [OFFICERS[0]!] : OFFICERS, text: '现场情况。' };
  const result = (['passed', 'partly', 'failed'] as const)[pick() % 3]!;
  const looked = (['kept', 'relapsed', 'gone'] as const)[pick() % 3]!;
  const later = { until: addDays(deadlineOn ?? today, odd ? 0 : 1 + (pick() % 30)) };
  const all: Partial<Record<RectificationStepName, Partial<RectificationStep>>> = {
    report: odd ? {} : { text: '已整改。' },
    visit: { ...visit, result, ...(result === 'passed' ? (odd ? {} : { noPictures: '资料类' }) : next) },
    look_back: { ...visit, looked, ...(looked === 'relapsed' ? next : {}) },
    ask_extension: later,
    extend: later,
    reopen: { until: addDays(today, odd ? -1 : pick() % 60) },
  };
  return { reason: '依法办理。', ...all[step] };
}

async function proveSound({ db, inspector }: World, before: Rectification, after: Rectification, lines: number) {
  const now = (await db.read.select().from(auditLines)).filter(
    ({ dossierId, event }) => dossierId === after.id && event === 'rectification.stepped',
  );
  expect(now.length).toBe(lines + 1);
  expect(after.version).toBeGreaterThan(before.version);
  const running = (await db.read.select().from(clocks).where(eq(clocks.dossierId, after.id)))
    .filter((one) => one.running)
    .map(({ name }) => name);
  const ended = ENDS.rectification.includes(after.state);
  expect([
    after.state,
    running.filter((name) => name !== 'rectification.recheck' && name !== 'rectification.second'),
  ]).toEqual([
    after.state,
    ended ? [] : [after.state === 'to_correct' ? 'rectification.correct' : 'rectification.verify'],
  ]);
  if (ended) expect(running).toEqual([]);
  expect(after.closedOn !== null).toBe(ended);
  expect(after.orders.length).toBe(after.rounds);
  const rows = (await inspector.get(`/api/rectifications?limit=200&state=${after.state}`)).json().rows;
  expect(rows.map((row: Rectification) => row.id)).toContain(after.id);
  expect(rows.find((row: Rectification) => row.id === after.id).deadlineOn).toBe(after.deadlineOn);
}

test('whatever steps are taken in whatever order, a rectification stays sound: its line, its one running limit, its orders', {
  timeout: 120_000,
}, async () => {
  const states = new Set<string>();
  const taken = new Set<string>();
  const refused = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 300, maxLength: 300 }), async (numbers) => {
      const people = await world({ today: '2026-03-02' });
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      const source = pick() % 2 ? 'inspection' : 'product_check';
      const order = anOrder({ source, orderedOn: '2026-03-02', until: '2026-03-20' });
      let now = (await people.inspector.post('/api/rectifications', order)).json() as Rectification;
      for (let step = 0; step < 25; step += 1) {
        if (pick() % 5 === 0) await people.later(1 + (pick() % 9));
        const all: { who: World['inspector']; name: RectificationStepName; seen: Rectification }[] = [];
        for (const person of PEOPLE) {
          const who = people[person];
          const seen = (await who.get(`/api/rectifications/${now.id}`)).json() as Rectification;
          all.push(...(seen.openSteps as RectificationStepName[]).map((name) => ({ who, name, seen })));
        }
        const fresh = all.filter(({ name }) => !taken.has(name)); // what was never done before comes first
        const { who, name, seen } = (fresh.length > 0 ? fresh : all)[pick() % (fresh.length || all.length)]!;
        now = seen;
        states.add(now.state);
        const lines = (await people.db.read.select().from(auditLines)).filter(
          ({ dossierId, event }) => dossierId === now.id && event === 'rectification.stepped',
        ).length;
        const answer = await who.post(`/api/rectifications/${now.id}/steps`, {
          step: name,
          version: now.version,
          ...factsFor(name, pick, people.clock.today(), now),
        });
        if (answer.statusCode === 200) {
          taken.add(name);
          if (name === 'announce') await people.later(61);
          await proveSound(people, now, answer.json() as Rectification, lines);
          continue;
        }
        expect([422, 403], answer.body).toContain(answer.statusCode);
        for (const rule of Object.values((answer.json().detail.fields ?? {}) as Record<string, string>))
          refused.add(rule);
        expect((await who.get(`/api/rectifications/${now.id}`)).json().version).toBe(now.version);
      }
    }),
    { numRuns: 40, seed: 310 },
  );
  expect([...taken].sort()).toEqual([...RECTIFICATION_STEP_NAMES].sort());
  expect([...states].sort()).toEqual([...RECTIFICATION_STATES].sort());
  expect(refused.size).toBeGreaterThan(3);
});

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { clocks } from '#server/clocks/clock.table.ts';
import { visits } from '#server/visits/visit.table.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { checklistOf } from '#shared/spot-checks/checklist.ts';
import { DISPOSAL_BOXES } from '#shared/spot-checks/sample.lists.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { CHECK_RESULTS, followUpsOf } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import {
  SPOT_CHECK_STATES,
  SPOT_CHECK_STEP_NAMES,
  type SpotCheckStepName,
} from '#shared/spot-checks/spot-check.workflow.ts';
import { filer } from '#tests/entities/a-library.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { world } from '#tests/support/world.ts';
import { aPlan, INSPECTORS } from './a-spot-check.ts';

type World = Awaited<ReturnType<typeof world>>;
const PEOPLE = ['inspector', 'liaison', 'chief'] as const;
/** The one limit that runs in a state, if any; what is public later runs beside the end. */
const RUNNING: Record<string, readonly string[]> = {
  to_draw: ['spot_check.visit'],
  to_check: ['spot_check.visit'],
  checking: ['spot_check.record'],
  to_review: ['spot_check.review'],
  done: [],
  cancelled: [],
};

/** Facts a step may come with: mostly right, now and then wrong, so that refusals are walked too. */
function factsFor(step: SpotCheckStepName, pick: () => number, today: string, shop: number): Partial<SpotCheckStep> {
  const odd = pick() % 6 === 0;
  const plan = {
    plannedOn: addDays(today, odd ? -1 : pick() % 20),
    ...(pick() % 2 ? { until: addDays(today, 40) } : {}),
  };
  const result = pick() % 2 ? 'pending' : CHECK_RESULTS[pick() % CHECK_RESULTS.length]!; // what is found leads furthest
  const open = followUpsOf(result);
  const all: Partial<Record<SpotCheckStepName, Partial<SpotCheckStep>>> = {
    target: odd ? {} : { subjectId: shop },
    reschedule: plan,
    reopen: plan,
    begin: { officers: odd ? [INSPECTORS[0]!] : INSPECTORS, ...(pick() % 3 ? { overCapReason: '确有必要' } : {}) },
    finish: {
      result,
      followUp: open[pick() % open.length]!,
      findings: '现场情况。',
      instruments: [{ class: 'scale', due: 9, verified: 9, passed: odd ? 10 : 8 }],
    },
    send_back: odd ? {} : { fields: ['findings'] },
    sample: { officers: INSPECTORS, ...(odd ? {} : { product: '酸奶' }), overCapReason: '确有必要' },
    send: odd ? {} : { laboratory: '州检测中心' },
    report: tested(pick),
    retest: tested(pick),
    decide_retest: pick() % 3 ? { accepted: true } : odd ? {} : { refusal: 'microbes' },
    name_lab: { laboratory: odd ? '州检测中心' : '省院' },
    object: odd ? {} : { ground: 'other', text: '样品不是本厂的' },
    decide_objection: pick() % 4 === 0 ? { accepted: true } : {},
    dispose: {
      followUp: pick() % 2 ? 'notify' : 'daily',
      disposal: DISPOSAL_BOXES.slice(odd ? 1 : 0).map((box) => ({ box, done: true, text: '已办' })),
    },
    settle: odd ? {} : { text: '已办结' },
    publish: { text: '州政府网站' },
  };
  return { reason: '依法办理。', ...all[step] };
}

/** What a laboratory reports: mostly that something failed, which leads furthest. */
function tested(pick: () => number): Partial<SpotCheckStep> {
  const failed = pick() % 4 !== 0;
  const items = [{ item: '菌落总数', verdict: failed ? ('failed' as const) : ('passed' as const) }];
  return { reportNumber: 'R-1', conclusion: failed !== (pick() % 9 === 0) ? 'unqualified' : 'qualified', items };
}

async function proveSound({ db, inspector }: World, before: SpotCheck, after: SpotCheck, lines: number) {
  const now = (await db.read.select().from(auditLines)).filter(
    ({ dossierId, event }) => dossierId === after.id && event === 'spot_check.stepped',
  );
  expect(now.length).toBe(lines + 1);
  expect(after.version).toBeGreaterThan(before.version);
  const running = (await db.read.select().from(clocks).where(eq(clocks.dossierId, after.id)))
    .filter((one) => one.running)
    .map(({ name }) => name);
  const owed = running.filter((name) => name !== 'spot_check.publish');
  const sampled = ['testing', 'to_serve', 'disposing'].includes(after.state); // there the limits are those of the sample’s law
  if (!sampled) expect([after.state, owed]).toEqual([after.state, RUNNING[after.state]]);
  expect(running.includes('spot_check.publish')).toBe(
    after.state === 'done' && after.publishedOn === null && after.checkKind === 'inspection',
  );
  expect(after.closedOn !== null).toBe(ENDS.spot_check.includes(after.state));
  if (after.finishedOn) expect(after.state).toBe('done');
  const counting = (await db.read.select().from(visits)).filter(({ cancelledAt }) => cancelledAt === null);
  expect(counting.map(({ id }) => id)).toEqual(after.visitId && after.state !== 'cancelled' ? [after.visitId] : []);
  const rows = (await inspector.get(`/api/spot-checks?limit=200&state=${after.state}`)).json().rows;
  expect(rows.map((row: SpotCheck) => row.id)).toContain(after.id);
}

/** Fills the checklist, or part of it, where one is being answered. */
async function answer(who: World['inspector'], seen: SpotCheck, pick: () => number): Promise<SpotCheck> {
  if (seen.state !== 'checking' || !seen.list) return seen;
  const items = checklistOf(seen.list, seen.listVersion!)!.items.slice(pick() % 4 === 0 ? 2 : 0);
  const answers = items.map(({ item }) =>
    pick() % 9 === 0 ? { item, answer: 'fails', note: '不符合' } : { item, answer: 'meets' },
  );
  return (await who.put(`/api/spot-checks/${seen.id}/answers`, { version: seen.version, answers })).json();
}

test('whatever steps are taken in whatever order, a spot check stays sound: its line, its one running limit, its one visit', {
  timeout: 120_000,
}, async () => {
  const states = new Set<string>();
  const taken = new Set<string>();
  const refused = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 400, maxLength: 400 }), async (numbers) => {
      const people = await world({ today: '2026-03-02' });
      const shop = await filer(people.liaison)();
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      const checkKind = (['inspection', 'sampling', 'sampling', 'metering'] as const)[pick() % 4]!;
      const { subjectName: _, ...slot } = aPlan({ plannedOn: '2026-03-05', checkKind });
      const plan = pick() % 2 ? slot : { ...slot, subjectId: shop.id };
      let now = (await people.inspector.post('/api/spot-checks', plan)).json() as SpotCheck;
      for (let step = 0; step < 30; step += 1) {
        if (pick() % 5 === 0) await people.later(1 + (pick() % 9));
        const all: { who: World['inspector']; name: SpotCheckStepName; seen: SpotCheck }[] = [];
        for (const person of PEOPLE) {
          const who = people[person];
          const seen = (await who.get(`/api/spot-checks/${now.id}`)).json() as SpotCheck;
          all.push(...(seen.openSteps as SpotCheckStepName[]).map((name) => ({ who, name, seen })));
        }
        const fresh = all.filter(({ name }) => !taken.has(name)); // what was never done before comes first
        const { who, name, seen } = (fresh.length > 0 ? fresh : all)[pick() % (fresh.length || all.length)]!;
        now = name === 'finish' ? await answer(who, seen, pick) : seen;
        if (name === 'confirm' && now.followUp === 'order' && pick() % 2)
          await people.inspector.post(
            '/api/rectifications',
            anOrder({ sourceId: now.id, orderedOn: people.clock.today(), until: addDays(people.clock.today(), 9) }),
          );
        states.add(now.state);
        const lines = (await people.db.read.select().from(auditLines)).filter(
          ({ dossierId, event }) => dossierId === now.id && event === 'spot_check.stepped',
        ).length;
        const told = await who.post(`/api/spot-checks/${now.id}/steps`, {
          step: name,
          version: now.version,
          ...factsFor(name, pick, people.clock.today(), shop.id),
        });
        if (told.statusCode === 200) {
          taken.add(name);
          await proveSound(people, now, told.json() as SpotCheck, lines);
          continue;
        }
        expect([422, 403], told.body).toContain(told.statusCode);
        for (const rule of Object.values((told.json().detail.fields ?? {}) as Record<string, string>))
          refused.add(rule);
        expect((await who.get(`/api/spot-checks/${now.id}`)).json().version).toBe(now.version);
      }
    }),
    { numRuns: 40, seed: 310 },
  );
  expect([...taken].sort()).toEqual([...SPOT_CHECK_STEP_NAMES].sort());
  expect([...states].sort()).toEqual([...SPOT_CHECK_STATES].sort());
  expect(refused.size).toBeGreaterThan(3);
});

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { clocks } from '#server/clocks/clock.table.ts';
import type { CaseStep } from '#shared/cases/case.asks.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { CASE_STATES, CASE_STEP_NAMES, type CaseStepName } from '#shared/cases/case.workflow.ts';
import { world } from '#tests/support/world.ts';
import { aClue, CONDITIONS, FILE, KEPT_ELSEWHERE, OFFICERS } from './a-case.ts';

type World = Awaited<ReturnType<typeof world>>;
const PEOPLE = ['inspector', 'chief', 'reviewer', 'principal'] as const;

/** Facts a step may come with: mostly right, now and then wrong, so that refusals are walked too. */
function factsFor(step: CaseStepName, pick: () => number, { leftFen, proposed }: Case): Partial<CaseStep> {
  const odd = pick() % 6 === 0;
  const way = pick() % 5 === 0 ? 'public_notice' : 'direct';
  const fines = proposed.length > 0 ? proposed : [{ kind: 'fine' as const, amountFen: 1000 }];
  const all: Partial<Record<CaseStepName, Partial<CaseStep>>> = {
    propose: odd
      ? { filing: true }
      : pick() % 5 === 0
        ? { filing: false, ground: 'not_filed.2' }
        : { filing: true, conditions: CONDITIONS },
    file: { officers: odd ? [OFFICERS[0]!] : OFFICERS },
    suspend: { ground: odd ? 'close.1' : 'suspend.3' },
    submit_review: { reviewGrounds: pick() % 3 === 0 ? ['review.1'] : [] },
    tell: { way },
    hear_statement:
      pick() % 2
        ? { statement: 'waived' }
        : { statement: 'made', text: '请求从轻。', ...(odd ? {} : { answer: '已复核。' }) },
    hold_hearing: {
      presider: odd ? OFFICERS[0]!.name : '王主任',
      noticedOn: odd ? '2026-12-30' : '2026-03-02',
      text: '听证报告',
      answer: '已复核。',
    },
    discuss: { participants: odd ? ['王建国'] : ['王建国', '赵志诚'] },
    decide: pick() % 4 === 0 ? { outcome: 'no_penalty' } : { outcome: 'penalty', penalties: fines },
    serve: { way },
    pay: {
      duty: 'fine',
      amountFen: odd ? (leftFen ?? 0) + 1 : Math.max(1, pick() % 2 ? Math.floor((leftFen ?? 2) / 2) : (leftFen ?? 1)),
    },
    defer: { until: '2026-08-30' },
    perform: { ground: odd ? 'suspend.1' : 'close.1' },
  };
  return { reason: '依法办理。', ...(odd ? {} : { without: KEPT_ELSEWHERE }), ...all[step] };
}

/** Steps that end or turn back a case are open nearly everywhere: they come up less often, so that walks go deep. */
const SELDOM = new Set<CaseStepName>([
  'terminate',
  'withdraw',
  'suspend',
  'return_decision',
  'return_review',
  'return_proposal',
]);

/** Every step any of the people may take now, the usual ones several times. */
async function chancesIn(people: World, id: number) {
  const chances: { who: World['inspector']; name: CaseStepName; seen: Case }[] = [];
  for (const person of PEOPLE) {
    const who = people[person];
    const seen = (await who.get(`/api/cases/${id}`)).json() as Case;
    for (const name of seen.openSteps as CaseStepName[])
      chances.push(...Array.from({ length: SELDOM.has(name) ? 1 : 5 }, () => ({ who, name, seen })));
  }
  return chances;
}

const EVIDENCE = (version: number) => ({
  kind: 'record',
  title: '现场笔录',
  source: '现场检查',
  collectedOn: '2026-03-02',
  collectedBy: '李军、才让',
  version,
});

async function proveSound({ db, inspector }: World, before: Case, after: Case, lines: number) {
  const now = (await db.read.select().from(auditLines)).filter(
    ({ dossierId, event }) => dossierId === after.id && event === 'case.stepped',
  );
  expect(now.length).toBe(lines + 1);
  expect(after.version).toBeGreaterThan(before.version);
  const running = (await db.read.select().from(clocks).where(eq(clocks.dossierId, after.id))).filter(
    (one) => one.running,
  );
  if (after.state === 'closed')
    expect([after.number, running.map(({ name }) => name), after.dueOn]).toEqual([after.number, [], null]);
  const ordered = after.penalties.reduce(
    (sum, { kind, amountFen }) => (kind === 'fine' || kind === 'confiscate_gains' ? sum + (amountFen ?? 0) : sum),
    0,
  );
  expect((after.fineFen ?? 0) + (after.gainsFen ?? 0)).toBe(ordered);
  const paid = after.payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (after.decidedOn) expect(paid + (after.leftFen ?? 0)).toBe(ordered + (after.surchargeFen ?? 0));
  expect(
    (await inspector.get(`/api/cases?limit=200&state=${after.state}`)).json().rows.map((row: { id: number }) => row.id),
  ).toContain(after.id);
}

test('whatever steps are taken in whatever order, a case stays sound: its line, its clocks, its sums', {
  timeout: 120_000,
}, async () => {
  const states = new Set<string>();
  const taken = new Set<string>();
  const refused = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 500, maxLength: 500 }), async (numbers) => {
      const people = await world({ today: '2026-03-02' });
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      const big = pick() % 2 === 0;
      let now = (
        await people.inspector.post('/api/cases', aClue({ foundOn: '2026-03-02', actEndedOn: '2026-03-02' }))
      ).json() as Case;
      const fines = pick() % 5 === 0 ? [] : [{ kind: 'fine', amountFen: big ? 12_000_000 : 90_001 }];
      await people.inspector.patch(`/api/cases/${now.id}`, { version: now.version, ...FILE, proposed: fines });
      for (let step = 0; step < 60; step += 1) {
        if (pick() % (now.state === 'told' ? 3 : 9) === 0) await people.later(1 + (pick() % 12));
        if (
          now.state === 'investigating' &&
          now.sections.some(({ key, state }) => key === 'evidence' && state === 'missing')
        )
          await people.inspector.post(`/api/cases/${now.id}/evidence`, EVIDENCE(now.version));
        const all = await chancesIn(people, now.id);
        if (all.length === 0 || (now.state === 'closed' && pick() % 2)) break;
        const fresh = all.filter(({ name }) => !taken.has(name)); // what was never done before comes first, so that every row is walked
        const chances = fresh.length > 0 && pick() % 4 > 0 ? fresh : all;
        const { who, name, seen } = chances[pick() % chances.length]!;
        now = seen;
        states.add(now.state);
        const lines = (await people.db.read.select().from(auditLines)).filter(
          ({ dossierId, event }) => dossierId === now.id && event === 'case.stepped',
        ).length;
        const answer = await who.post(`/api/cases/${now.id}/steps`, {
          step: name,
          version: now.version,
          ...factsFor(name, pick, now),
        });
        if (answer.statusCode !== 200) {
          expect([403, 409, 422], answer.body).toContain(answer.statusCode);
          refused.add(name);
          expect((await who.get(`/api/cases/${now.id}`)).json().version).toBe(now.version);
          continue;
        }
        taken.add(name);
        const after = answer.json() as Case;
        await proveSound(people, now, after, lines);
        now = after;
        states.add(now.state);
      }
    }),
    { numRuns: 45, seed: 20_261_125, endOnFailure: true },
  );
  expect(CASE_STATES.filter((state) => !states.has(state))).toEqual(['with_police']); // entered and left by a transfer, not by a step
  const rare = ['archive', 'hand_in', 'apply_enforcement', 'hold_hearing'];
  expect(CASE_STEP_NAMES.filter((step) => !taken.has(step) && !rare.includes(step))).toEqual([]);
  expect(refused.size).toBeGreaterThan(8);
});

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { clocks } from '#server/clocks/clock.table.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { clocksIn } from '#shared/kernel/workflow.ts';
import { DEPARTMENT_STEPS } from '#shared/transfers/department.workflow.ts';
import { POLICE_STEPS } from '#shared/transfers/police.workflow.ts';
import type { TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import type { Road } from '#shared/transfers/transfer.lists.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import { TRANSFER_STATES, type TransferStep } from '#shared/transfers/transfer.states.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';
import { world } from '#tests/support/world.ts';
import { aTransfer, drafted, toDepartment } from './a-transfer.ts';

type World = Awaited<ReturnType<typeof world>>;
const PEOPLE = [
  'liaison',
  'chief',
  'principal',
  'policeman',
  'policeElsewhere',
  'policeHead',
  'farmer',
  'lintan',
  'prosecutor',
  'blockCoordinator',
  'bureauHead',
  'outsider',
] as const;
/** Steps that end a transfer or turn it back come up less often, so that walks go deep. */
const SELDOM: readonly string[] = ['withdraw', 'discard', 'recall', 'disapprove', 'accept_refusal', 'ask_more'];

/** Facts a step may come with: mostly right, now and then wrong or missing, so that refusals are walked too. */
function factsFor(step: TransferStepName, pick: () => number, road: Road): Partial<TransferStepAsk> {
  const odd = pick() % 6 === 0;
  const all: Partial<Record<TransferStepName, Partial<TransferStepAsk>>> = {
    send: odd ? {} : { without: '移送函由上级统一印制，已随卷寄送。' },
    acknowledge: odd ? {} : { signedBy: '郑涛' },
    enter_receipt: { signedBy: '郑涛', time: '08:00' }, // never with its scan: walked by its own test
    forward: { officeId: odd ? 3 : pick() % 2 ? 5 : 9 },
    rule: pick() % 2 ? { officeId: 3 } : pick() % 2 ? {} : { officeId: 6 },
    hand_goods: odd ? { signedBy: '郑涛' } : { handedBy: '李军', signedBy: '郑涛' },
    answer: { result: odd ? 'advised' : road === 'police' ? 'dropped' : 'handled' },
  };
  return { ...(pick() % 8 === 0 ? {} : { reason: '依法办理。' }), ...all[step] };
}

/** Every step any of the people may take now, the usual ones several times. */
async function chancesIn(people: World, url: string) {
  const chances: { who: World['liaison']; name: TransferStepName; seen: Transfer }[] = [];
  for (const person of PEOPLE) {
    const answer = await people[person].get(url);
    if (answer.statusCode !== 200) continue;
    const seen = answer.json() as Transfer;
    for (const name of seen.openSteps as TransferStepName[])
      chances.push(
        ...Array.from({ length: SELDOM.includes(name) ? 1 : 6 }, () => ({ who: people[person], name, seen })),
      );
  }
  return chances;
}

const stepLines = async ({ db }: World, id: number) =>
  (await db.read.select().from(auditLines).where(eq(auditLines.dossierId, id))).filter(
    ({ event }) => event === 'transfer.stepped',
  );

const UNSENT = ['drafted', 'to_approve', 'approved', 'not_approved', 'withdrawn'];

/** What holds of a transfer whatever was done to it. */
async function proveSound(people: World, id: number, lines: number, table: Record<string, TransferStep>) {
  const now = (await people.liaison.get(`/api/transfers/${id}`)).json() as Transfer;
  const walked = await stepLines(people, id);
  expect(walked.length).toBe(lines + 1);
  const running = (await people.db.read.select().from(clocks).where(eq(clocks.dossierId, id)))
    .filter((one) => one.running)
    .map(({ name }) => name);
  const owed = Object.values(table)
    .filter((step) => step.from.includes(now.state))
    .flatMap((step) => clocksIn(step.stops) as string[]);
  expect([now.state, running.filter((name) => !owed.includes(name))]).toEqual([now.state, []]);
  if (ENDS.transfer.includes(now.state)) expect([now.state, running, now.dueOn]).toEqual([now.state, [], null]);
  const police = await people.policeman.get(`/api/transfers/${id}`);
  if (now.road === 'police' && UNSENT.includes(now.state))
    expect([now.state, police.statusCode]).toEqual([now.state, 404]);
  const listed = (await people.liaison.get(`/api/transfers?limit=200&state=${now.state}`)).json().rows;
  expect(listed.map((row: { id: number }) => row.id)).toContain(id);
}

test('whatever steps are taken in whatever order, a transfer stays sound: its line, its clocks, who sees it', {
  timeout: 120_000,
}, async () => {
  const [states, taken, refused] = [new Set<string>(), new Set<string>(), new Set<string>()];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 1500, maxLength: 1500 }), async (numbers) => {
      const people = await world();
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      for (const draft of [
        ...Array.from({ length: 6 }, () => aTransfer()),
        toDepartment(),
        toDepartment(),
        toDepartment(),
        toDepartment({ toOfficeId: 4 }),
      ]) {
        const table: Record<string, TransferStep> = draft.road === 'police' ? POLICE_STEPS : DEPARTMENT_STEPS;
        const transfer = await drafted(people, draft);
        if (draft.road === 'police' && pick() % 6) await transfer.explainMaterials();
        for (let step = 0; step < 40; step += 1) {
          if (pick() % 6 === 0) await people.later(1 + (pick() % 4));
          const all = await chancesIn(people, transfer.url);
          if (all.length === 0) break;
          const fresh = all.filter(({ name }) => !taken.has(`${draft.road} ${name}`)); // what was never done before comes first
          const chances = fresh.length > 0 && pick() % 4 > 0 ? fresh : all;
          const { who, name, seen } = chances[pick() % chances.length]!;
          states.add(`${draft.road} ${seen.state}`);
          const lines = (await stepLines(people, transfer.id)).length;
          const answer = await who.post(`${transfer.url}/steps`, {
            step: name,
            version: seen.version,
            ...factsFor(name, pick, draft.road),
          });
          if (answer.statusCode !== 200) {
            expect([403, 409, 422], `${name} ${answer.body}`).toContain(answer.statusCode);
            refused.add(name);
            expect((await who.get(transfer.url)).json().version).toBe(seen.version);
            expect((await stepLines(people, transfer.id)).length).toBe(lines);
            if (answer.json().detail.blockers) await transfer.explainMaterials().catch(() => null);
            continue;
          }
          taken.add(`${draft.road} ${name}`);
          await proveSound(people, transfer.id, lines, table);
        }
        states.add(`${draft.road} ${(await transfer.now()).state}`);
      }
    }),
    { numRuns: 8, seed: 310, endOnFailure: true },
  );

  const rows = [
    ...Object.keys(POLICE_STEPS).map((name) => `police ${name}`),
    ...Object.keys(DEPARTMENT_STEPS).map((name) => `department ${name}`),
  ];
  const apart = ['police enter_receipt', 'department enter_receipt', 'police supplement']; // want a file: have tests of their own
  expect(rows.filter((row) => !taken.has(row) && !apart.includes(row))).toEqual([]);
  const reachable = (table: Record<string, TransferStep>) =>
    TRANSFER_STATES.filter((state) =>
      Object.values(table).some(({ from, to }) => to === state || from.includes(state)),
    );
  for (const [road, table] of [
    ['police', POLICE_STEPS],
    ['department', DEPARTMENT_STEPS],
  ] as const)
    expect(reachable(table).filter((state) => !states.has(`${road} ${state}`))).toEqual([]);
  expect([...refused].sort()).toEqual(
    expect.arrayContaining([
      'acknowledge',
      'answer',
      'enter_receipt',
      'forward',
      'hand_goods',
      'rule',
      'send',
      'supplement',
    ]),
  );
});

test('twelve people taking the same step at once: one takes it, the others are told', async () => {
  const people = await world();
  const transfer = await drafted(people);
  await transfer.explainMaterials();
  await transfer.step(people.liaison, 'submit');
  const version = await transfer.version();

  const answers = await Promise.all(
    Array.from({ length: 12 }, () => people.principal.post(`${transfer.url}/steps`, { step: 'approve', version })),
  );

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 412)]);
  expect((await stepLines(people, transfer.id)).filter(({ detail }) => detail['step'] === 'approve')).toHaveLength(1);
  expect((await transfer.now()).letterNumber).toBe('（夏）市监涉罪移〔2026〕1号');
});

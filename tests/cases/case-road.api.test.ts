import { expect, test } from 'vitest';
import { clocks } from '#server/clocks/clock.table.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { world } from '#tests/support/world.ts';
import { aClue, aSummary, CONDITIONS, FILE, FINE, following, OFFICERS } from './a-case.ts';

type World = Awaited<ReturnType<typeof world>>;

async function clue(people: World, change: Parameters<typeof aClue>[0] = {}) {
  const made = await people.inspector.post('/api/cases', aClue(change));
  expect(made.statusCode).toBe(201);
  return following(made.json() as Case);
}

async function filed(people: World, change: Parameters<typeof aClue>[0] = {}) {
  const road = await clue(people, change);
  await road.step(people.inspector, 'propose', { filing: true, conditions: CONDITIONS, reason: '有证据初步证明。' });
  await road.step(people.chief, 'file', { officers: OFFICERS });
  return road;
}

async function reviewed(people: World, fields = FILE) {
  const today = people.clock.today();
  const road = await filed(people, { foundOn: today, actEndedOn: today });
  await road.edit(people.inspector, fields);
  await road.addEvidence(people.inspector);
  await road.step(people.inspector, 'submit_review');
  await road.step(people.reviewer, 'pass_review', { reason: '事实清楚，证据确凿。' });
  return road;
}

test('a clue becomes a case, a decision with a number, and a closed file; no clock runs at its end', async () => {
  const people = await world();
  const { inspector, chief, later, db } = people;
  const road = await reviewed(people);
  expect(road.now).toMatchObject({ state: 'to_tell', clockName: 'case.decide' });

  await road.step(chief, 'approve_notice');
  await road.step(inspector, 'tell', { way: 'direct' });
  expect(road.now).toMatchObject({
    state: 'told',
    hearingOffered: false,
    clockName: 'case.statement',
    dueOn: '2026-12-01',
  });
  await road.step(inspector, 'hear_statement', { statement: 'waived' });
  await road.step(inspector, 'propose_decision');
  expect(road.now.blockers).toEqual({});
  await road.step(chief, 'decide', { outcome: 'penalty', penalties: FINE });
  expect(road.now).toMatchObject({ state: 'decided', fineFen: 500_000, clockName: 'case.serve' });
  expect(road.now.decisionNumber).toMatch(/〔2026〕1号$/);
  await road.step(inspector, 'serve', { way: 'direct' });
  expect(road.now).toMatchObject({ state: 'performing', clockName: 'case.pay', payBy: '2026-12-09', leftFen: 500_000 });
  await later(3);
  await road.step(inspector, 'pay', { duty: 'fine', amountFen: 500_000, receipt: '00123' });
  expect(road.now).toMatchObject({ leftFen: 0, clockName: null });
  await road.step(inspector, 'perform', { ground: 'close.1', reason: '罚款已缴清。' });
  await road.step(chief, 'close');

  expect(road.now).toMatchObject({ state: 'closed', outcome: 'penalty', dueOn: null });
  expect((await db.read.select().from(clocks)).filter(({ running }) => running)).toEqual([]);
  const told = (await inspector.get(`/api/dossiers/${road.now.id}/timeline`)).json() as { detail: { step?: string } }[];
  expect(
    told
      .map(({ detail }) => detail.step)
      .filter(Boolean)
      .reverse(),
  ).toEqual([
    'propose',
    'file',
    'submit_review',
    'pass_review',
    'approve_notice',
    'tell',
    'hear_statement',
    'propose_decision',
    'decide',
    'serve',
    'pay',
    'perform',
    'close',
  ]);
});

test('a clue not worth a case ends with the ground of article 20, and may be taken up again', async () => {
  const people = await world();
  const road = await clue(people);
  expect(road.now).toMatchObject({ clockName: 'case.verify', dueOn: '2026-12-15' });

  await road.step(people.inspector, 'propose', { filing: false, ground: 'not_filed.1', reason: '轻微并已改正。' });
  expect((await road.tryStep(people.chief, 'file', { officers: OFFICERS })).statusCode).toBe(409);
  await road.step(people.chief, 'not_file', { reason: '同意。' });

  expect(road.now).toMatchObject({ state: 'closed', outcome: 'not_filed', ground: 'not_filed.1', dueOn: null });
  await road.step(people.chief, 'reopen', { reason: '收到新的证据。' });
  expect(road.now).toMatchObject({ state: 'clue', clockName: 'case.verify', outcome: null });
});

test('a case is filed only with its four conditions affirmed, two certified officers, and within the time limit', async () => {
  const people = await world();
  const road = await clue(people);
  const propose = (conditions: string[]) =>
    road.tryStep(people.inspector, 'propose', { filing: true, conditions, reason: '提请立案。' });
  expect((await propose(CONDITIONS.slice(1))).json().detail.fields).toEqual({ conditions: 'all_needed' });
  await road.step(people.inspector, 'propose', { filing: true, conditions: CONDITIONS, reason: '提请立案。' });

  const file = async (officers: typeof OFFICERS) =>
    (await road.tryStep(people.chief, 'file', { officers })).json().detail.fields;
  expect(await file([OFFICERS[0]!])).toEqual({ officers: 'two_needed' });
  expect(await file([OFFICERS[0]!, OFFICERS[0]!])).toEqual({ officers: 'two_needed' });
  expect(await file([OFFICERS[0]!, { ...OFFICERS[1]!, validUntil: '2026-11-23' }])).toEqual({
    'officers.1.validUntil': 'expired',
  });

  const old = await clue(people, { actEndedOn: '2024-11-23' });
  expect(old.now.limitationOn).toBe('2026-11-23');
  await old.step(people.inspector, 'propose', { filing: true, conditions: CONDITIONS, reason: '提请立案。' });
  expect((await old.tryStep(people.chief, 'file', { officers: OFFICERS })).json().detail.blockers).toEqual([
    'limitation',
  ]);
});

test('a file goes to review only when it is whole, and nobody reviews or approves what they handled', async () => {
  const people = await world();
  const road = await filed(people);
  const early = await road.tryStep(people.inspector, 'submit_review');
  expect(early.json().detail.blockers).toEqual(['facts', 'evidence', 'nature', 'discretion', 'proposal']);
  await road.edit(people.inspector, FILE);
  await road.addEvidence(people.inspector);

  await road.edit(people.liaison, { officers: [{ ...OFFICERS[0]!, personId: 5 }, OFFICERS[1]!] });
  await road.step(people.inspector, 'submit_review');
  const reviewer = (await people.reviewer.get('/api/session')).json().person.id as number;
  await road.edit(people.liaison, { officers: [{ ...OFFICERS[0]!, personId: reviewer }, OFFICERS[1]!] });

  expect((await road.tryStep(people.reviewer, 'pass_review', { reason: '同意' })).json()).toMatchObject({
    code: 'forbidden',
    detail: { need: 'another_person' },
  });
  expect((await road.tryStep(people.inspector, 'pass_review', { reason: '同意' })).statusCode).toBe(409);
});

test('five working days belong to the party; a hearing stops the ninety days and calls for review and discussion', async () => {
  const people = await world();
  const { inspector, chief, reviewer, later } = people;
  const heavy = [{ kind: 'fine' as const, amountFen: 12_000_000 }];
  const road = await reviewed(people, { ...FILE, proposed: heavy });
  await road.step(chief, 'approve_notice');
  await road.step(inspector, 'tell', { way: 'direct' });
  expect(road.now.hearingOffered).toBe(true);
  expect((await road.tryStep(inspector, 'propose_decision')).json().detail.blockers).toEqual(['statement_period']);
  await later(2);
  await road.step(inspector, 'ask_hearing');
  const day90 = (await inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as {
    name: string;
    pausedOn: string | null;
  }[];
  expect(day90.find(({ name }) => name === 'case.decide')?.pausedOn).toBe('2026-11-26');
  await later(18);

  const hold = (more: object) =>
    road.tryStep(inspector, 'hold_hearing', { text: '听证报告', presider: '王主任', noticedOn: '2026-11-27', ...more });
  expect((await hold({ presider: '李军' })).json().detail.fields).toEqual({ presider: 'handler' });
  expect((await hold({ noticedOn: '2026-12-08' })).json().detail.fields).toEqual({ noticedOn: 'seven_workdays' });
  await road.step(inspector, 'hold_hearing', {
    text: '听证报告',
    presider: '王主任',
    noticedOn: '2026-11-27',
    answer: '不予采纳，理由如下。',
  });
  await road.step(inspector, 'propose_decision');
  expect(road.now.state).toBe('in_review');
  await road.step(reviewer, 'pass_review', { reason: '听证后法制审核同意。' });
  expect(road.now.blockers['decide']).toEqual(['discussion']);
  await road.step(chief, 'discuss', { reason: '一致同意。', participants: ['王建国', '赵志诚', '马法'] });

  const harder = await road.tryStep(chief, 'decide', {
    outcome: 'penalty',
    penalties: [{ kind: 'fine', amountFen: 12_000_001 }],
  });
  expect(harder.json().detail.fields).toEqual({ penalties: 'heavier_than_told' });
  await road.step(chief, 'decide', { outcome: 'penalty', penalties: [{ kind: 'fine', amountFen: 10_000_000 }] });
  expect(road.now.fineFen).toBe(10_000_000);
});

test('a case is suspended and goes on where it stood; its ninety days do not run meanwhile', async () => {
  const people = await world({ today: '2026-03-02' });
  const road = await reviewed(people);
  const due = async () =>
    (
      (await people.inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as { name: string; dueOn: string }[]
    ).find(({ name }) => name === 'case.decide')!.dueOn;
  const before = await due();
  await road.step(people.chief, 'suspend', { ground: 'suspend.4', reason: '当事人下落不明。' });
  await people.later(10);
  await road.step(people.chief, 'resume', { reason: '已找到当事人。' });

  expect(road.now.state).toBe('to_tell');
  expect((Date.parse(await due()) - Date.parse(before)) / 86_400_000).toBe(10);
});

test('paying late costs three per cent a day; instalments add up; enforcement waits ten working days after the reminder', async () => {
  const people = await world({ today: '2026-03-02' });
  const { inspector, chief, later } = people;
  const road = await reviewed(people);
  await road.step(chief, 'approve_notice');
  await road.step(inspector, 'tell', { way: 'direct' });
  await road.step(inspector, 'hear_statement', { statement: 'waived' });
  await road.step(inspector, 'propose_decision');
  await road.step(chief, 'decide', { outcome: 'penalty', penalties: FINE });
  await road.step(inspector, 'serve', { way: 'direct' });
  const halves = (second: number) => ({
    reason: '确有经济困难。',
    instalments: [
      { on: '2026-03-17', amountFen: 250_000 },
      { on: '2026-03-28', amountFen: second },
    ],
  });
  expect((await road.tryStep(chief, 'defer', halves(240_000))).json().detail.fields).toEqual({ instalments: 'sum' });
  await road.step(chief, 'defer', halves(250_000));
  expect(road.now).toMatchObject({ payBy: '2026-03-28', dueOn: '2026-03-28' });

  await later(28);
  await road.refresh(inspector);
  expect(road.now).toMatchObject({ surchargeFen: 2 * 15_000, leftFen: 530_000 });
  expect((await road.tryStep(inspector, 'pay', { duty: 'fine', amountFen: 500_001 })).json().detail.fields).toEqual({
    amountFen: 'more_than_owed',
  });
  await road.step(inspector, 'urge');
  expect((await road.tryStep(chief, 'apply_enforcement', { reason: '逾期不履行。' })).json().detail.fields).toEqual({
    on: 'before_urge_end',
  });
  expect(
    (await road.tryStep(inspector, 'perform', { ground: 'close.1', reason: '已履行。' })).json().detail.blockers,
  ).toEqual(['unpaid']);
});

test('a decision served by public notice counts thirty days later', async () => {
  const people = await world();
  const road = await reviewed(people, { ...FILE, proposed: [] });
  expect(road.now.state).toBe('to_decide');
  await road.step(people.chief, 'decide', { outcome: 'no_penalty' });
  await road.step(people.inspector, 'serve', { way: 'public_notice' });

  expect(road.now).toMatchObject({
    state: 'to_close',
    effectiveOn: '2026-12-24',
    ground: 'close.4',
    clockName: 'case.close',
  });
});

test('a small fine is decided on the spot, paid, and its papers handed in', async () => {
  const { inspector } = await world();
  const made = await inspector.post('/api/cases/summary', aSummary());
  expect(made.json()).toMatchObject({ state: 'performing', procedure: 'summary', fineFen: 20_000, leftFen: 20_000 });
  expect(made.json().decisionNumber).toMatch(/当罚〔2026〕1号$/);
  const road = following(made.json());

  await road.step(inspector, 'archive');
  expect(road.now.state).toBe('performing');
  await road.step(inspector, 'pay', { duty: 'fine', amountFen: 20_000 });
  expect(road.now).toMatchObject({ state: 'closed', dueOn: null });

  const over = await inspector.post(
    '/api/cases/summary',
    aSummary({ penalties: [{ kind: 'fine', amountFen: 300_001 }] }),
  );
  expect(over.json().detail.fields).toEqual({ penalties: 'beyond_summary' });
  const unheard = await inspector.post('/api/cases/summary', aSummary({ heard: false }));
  expect(unheard.json().detail.fields).toEqual({ heard: 'required' });
});

test('a fine is taken on the spot on a ground of article 72, and handed in within two working days before the papers are', async () => {
  const { inspector } = await world();
  const collect = (change: object) =>
    inspector.post('/api/cases/summary', aSummary({ collectedFen: 20_000, ...change }));
  const faults = async (change: object) => (await collect(change)).json().detail.fields;

  expect(await faults({})).toEqual({ collectGround: 'required' });
  expect(await faults({ collectGround: 'collect.1' })).toEqual({ collectGround: 'not_small' });
  const road = following((await collect({ collectGround: 'collect.2' })).json() as Case);
  const clocks = (await inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as {
    name: string;
    dueOn: string;
  }[];

  expect(road.now).toMatchObject({ leftFen: 0, collectGround: 'collect.2', blockers: { archive: ['hand_in'] } });
  expect(clocks.find(({ name }) => name === 'case.hand_in')?.dueOn).toBe('2026-11-26');
  expect((await road.tryStep(inspector, 'archive')).statusCode).toBe(409);
  await road.step(inspector, 'hand_in', { receipt: '甘财 0012345' });
  expect(road.now.openSteps).not.toContain('hand_in');
  await road.step(inspector, 'archive');
  expect(road.now.state).toBe('closed');
});

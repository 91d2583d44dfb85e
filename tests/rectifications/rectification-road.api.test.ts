import { expect, test } from 'vitest';
import type { Case } from '#shared/cases/case.schema.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { anIntake, world } from '#tests/support/world.ts';
import { anOrder, FAILED, OFFICERS, ordered, PASSED } from './a-rectification.ts';

type Clock = { name: string; about: number | null; dueOn: string; running: boolean };
const fields = (answer: { json(): { detail?: { fields?: Record<string, string> } } }) => answer.json().detail?.fields;

test('an order ends on the day it names, is reported, verified with pictures and signed off', async () => {
  const { inspector, later } = await world();
  const road = await ordered(inspector);
  expect(road.now).toMatchObject({
    number: 'ZG-26-1',
    state: 'to_correct',
    clockName: 'rectification.correct',
    dueOn: '2026-12-01',
    deadlineOn: '2026-12-01',
    rounds: 1,
    links: [],
  });

  const before = await road.picture(inspector, 10);
  await road.pair(inspector, { spot: '二楼通道', beforeId: before });
  await later(3);
  await road.step(inspector, 'report', { text: '已清除杂物。' });
  expect(road.now).toMatchObject({ state: 'to_verify', clockName: 'rectification.verify', reportedOn: '2026-11-27' });

  const { noPictures: _, ...seen } = PASSED;
  expect(fields(await road.tryStep(inspector, 'visit', seen))).toEqual({ noPictures: 'pictures_needed' });
  const after = await road.picture(inspector, 200);
  await road.refresh(inspector);
  const [pair] = road.now.pictures;
  const path = `/api/rectifications/${road.now.id}/pairs/${pair!.id}`;
  const put = await inspector.put(path, {
    version: road.now.version,
    spot: '二楼通道',
    beforeId: before,
    afterId: after,
  });
  expect(put.json()).toMatchObject({ pairs: 1, pairsWhole: 1 });
  await road.refresh(inspector);

  const signedOff = await road.step(inspector, 'visit', seen);
  expect(signedOff).toMatchObject({
    state: 'signed_off',
    result: 'passed',
    verifiedOn: '2026-11-27',
    verifiers: '李军、才让',
    closedOn: '2026-11-27',
    clockName: null,
    dueOn: null,
    deadlineOn: '2026-12-01',
  });
  const told = (await inspector.get(`/api/dossiers/${road.now.id}/timeline`)).json() as { event: string }[];
  expect(told.map(({ event }) => event).reverse()).toEqual([
    'rectification.ordered',
    'file.added',
    'rectification.pictured',
    'rectification.stepped',
    'file.added',
    'rectification.pictured',
    'rectification.stepped',
  ]);
});

test('what is partly done goes back with a new limit, and each order keeps a clock of its own', async () => {
  const { inspector, chief, later } = await world();
  const road = await ordered(inspector);
  const partly = { result: 'partly', officers: OFFICERS, text: '清除一半。' } as const;
  await later(2);
  expect(fields(await road.tryStep(inspector, 'visit', partly))).toEqual({ until: 'required' });
  expect(fields(await road.tryStep(inspector, 'visit', { ...partly, until: '2026-11-20' }))).toEqual({
    until: 'before_order',
  });
  await road.step(inspector, 'visit', { ...partly, until: '2026-12-10' });

  expect(road.now).toMatchObject({ state: 'to_correct', result: 'partly', rounds: 2, dueOn: '2026-12-10' });
  expect(road.now.orders).toMatchObject([
    { orderedOn: '2026-11-24', until: '2026-12-01', visitId: null },
    { orderedOn: '2026-11-26', until: '2026-12-10', visitId: road.now.visits[0]!.id },
  ]);
  const clocks = (await inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as Clock[];
  expect(clocks.map(({ about, dueOn, running }) => [about, dueOn, running])).toEqual([
    [road.now.orders[0]!.id, '2026-12-01', false],
    [road.now.orders[1]!.id, '2026-12-10', true],
  ]);

  const early = { on: '2026-11-25', text: '已全部清除。' };
  expect(fields(await road.tryStep(inspector, 'report', early))).toEqual({ on: 'before_order' });
  expect(fields(await road.tryStep(inspector, 'visit', { ...early, result: 'passed', officers: OFFICERS }))).toEqual({
    on: 'before_order',
  });

  await road.step(chief, 'withdraw', { reason: '经营者已注销。' });
  expect(road.now).toMatchObject({ state: 'withdrawn', dueOn: null, closedOn: '2026-11-26' });
  await road.step(chief, 'reopen', { reason: '恢复经营。', until: '2026-12-20' });
  expect(road.now).toMatchObject({ state: 'to_correct', rounds: 3, dueOn: '2026-12-20', closedOn: null });
});

test('more time is asked for by one and granted by another, within what the order may give', async () => {
  const { inspector, chief, hold, later } = await world();
  const road = await ordered(inspector);
  const reason = '材料尚未到货。';
  expect(fields(await road.tryStep(inspector, 'ask_extension', { until: '2026-12-01', reason }))).toEqual({
    until: 'before_due',
  });
  await road.step(inspector, 'ask_extension', { until: '2026-12-15', reason });
  expect(road.now).toMatchObject({ askedUntil: '2026-12-15', askedReason: reason, dueOn: '2026-12-01' });
  expect((await chief.get('/api/notices')).json().rows[0].notices[0].event).toBe('submitted');
  const waiting = (await chief.get('/api/rectifications?asked=true')).json().rows as Rectification[];
  expect(waiting.map(({ id }) => id)).toEqual([road.now.id]);

  await hold('inspector', 'approver');
  expect((await road.tryStep(inspector, 'extend', { reason })).statusCode).toBe(403);
  await road.step(chief, 'extend', { reason: '情况属实。' });
  expect(road.now).toMatchObject({ askedUntil: null, dueOn: '2026-12-15', deadlineOn: '2026-12-15' });
  expect(fields(await road.tryStep(chief, 'extend', { until: '2027-03-15', reason }))).toEqual({ until: 'beyond_cap' });

  await road.step(inspector, 'ask_extension', { until: '2026-12-20', reason });
  await road.step(chief, 'refuse_extension', { reason: '理由不足。' });
  expect(road.now).toMatchObject({ askedUntil: null, dueOn: '2026-12-15' });
  await later(30);
  expect((await road.tryStep(chief, 'extend', { until: '2027-01-15', reason })).statusCode).toBe(409);
  expect((await road.refresh(inspector)).openSteps).toEqual(['report', 'visit', 'withdraw']);
  const overdue = (await chief.get('/api/rectifications?light=overdue')).json().rows as Rectification[];
  expect(overdue.map(({ id }) => id)).toEqual([road.now.id]);
  expect((await chief.get('/api/rectifications/counts')).json()).toMatchObject({ total: 1, overdue: 1 });
});

test('a visit is made by two officers whose certificates are valid that day', async () => {
  const { inspector } = await world();
  const road = await ordered(inspector);
  const [one, two] = OFFICERS;

  expect(fields(await road.tryStep(inspector, 'visit', { ...PASSED, officers: [one!] }))).toEqual({
    officers: 'two_needed',
  });
  expect(fields(await road.tryStep(inspector, 'visit', { ...PASSED, officers: [one!, one!] }))).toEqual({
    officers: 'two_needed',
  });
  const expired = [one!, { ...two!, validUntil: '2026-11-23' }];
  expect(fields(await road.tryStep(inspector, 'visit', { ...PASSED, officers: expired }))).toEqual({
    'officers.1.validUntil': 'expired',
  });
});

test('what was not corrected goes to a case that says where it came from', async () => {
  const { inspector, registrar } = await world();
  const complaint = (await registrar.post('/api/complaints', anIntake())).json();
  const road = await ordered(inspector, { source: 'complaint', sourceId: complaint.id });
  expect(road.now.links).toMatchObject([{ id: complaint.id, kind: 'complaint', link: 'became', direction: 'from' }]);
  expect((await inspector.get(`/api/complaints/${complaint.id}`)).json().links).toMatchObject([
    { id: road.now.id, kind: 'rectification', direction: 'to' },
  ]);

  expect(fields(await road.tryStep(inspector, 'visit', { ...FAILED, opensCase: true }))).toEqual({
    violation: 'required',
  });
  await road.step(inspector, 'visit', { ...FAILED, opensCase: true, violation: '占用疏散通道' });
  expect(road.now).toMatchObject({ state: 'to_case', result: 'failed', dueOn: null, closedOn: '2026-11-24' });

  const { caseId } = road.now.visits[0]!;
  const opened = (await inspector.get(`/api/cases/${caseId}`)).json() as Case;
  expect(opened).toMatchObject({
    state: 'clue',
    violation: '占用疏散通道',
    content: '二楼安全通道堆放杂物，无法通行。\n通道仍被占用。',
    parties: [{ kind: 'sole_trader', name: '夏河县拉卜楞客栈', creditCode: '92623027MA72ABCD1X' }],
    clockName: 'case.verify',
  });
  expect(opened.links).toMatchObject([{ id: road.now.id, kind: 'rectification', direction: 'from' }]);
});

test('what a product spot check found has sixty days and is looked at again within seventy-five', async () => {
  const { inspector } = await world({ today: '2026-03-02' });
  const check = { source: 'product_check', orderedOn: '2026-03-02' } as const;
  const late = await inspector.post('/api/rectifications', anOrder({ ...check, until: '2026-05-02' }));
  expect(fields(late)).toEqual({ until: 'beyond_sixty' });

  const road = await ordered(inspector, { ...check, until: '2026-05-01' });
  const clocks = (await inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as Clock[];
  expect(clocks.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['rectification.correct', '2026-05-01'],
    ['rectification.recheck', '2026-05-16'],
  ]);
});

test('what failed the re-inspection of a product spot check is announced, and looked at again sixty to ninety days after', async () => {
  const { inspector, later } = await world({ today: '2026-03-02' });
  const road = await ordered(inspector, { source: 'product_check', orderedOn: '2026-03-02', until: '2026-03-20' });
  expect(road.now.openSteps).not.toContain('announce');
  await road.step(inspector, 'visit', { ...FAILED, until: '2026-08-30' });

  await road.step(inspector, 'announce', { on: '2026-03-02' });
  const clocks = (await inspector.get(`/api/dossiers/${road.now.id}/clocks`)).json() as Clock[];
  expect(clocks.find(({ name }) => name === 'rectification.second')?.dueOn).toBe('2026-05-31');
  expect(road.now).toMatchObject({ state: 'to_correct', announcedOn: '2026-03-02' });
  expect(road.now.openSteps).not.toContain('announce');
  await later(60);
  expect(fields(await road.tryStep(inspector, 'visit', PASSED))).toEqual({ on: 'before_sixty' });
  await later(1);
  await road.step(inspector, 'visit', PASSED);

  expect(road.now.state).toBe('signed_off');
});

test('what the party reported in an earlier round stays on the record beside the visit that looked at it', async () => {
  const { inspector } = await world();
  const road = await ordered(inspector);
  await road.step(inspector, 'report', { text: '已清除杂物。' });
  await road.step(inspector, 'visit', { ...FAILED, until: '2026-12-10' });
  await road.step(inspector, 'report', { text: '已再次清除，并设标识。' });

  expect(road.now.visits).toMatchObject([{ report: '已清除杂物。', reportedOn: '2026-11-24' }]);
  expect(road.now.report).toBe('已再次清除，并设标识。');
});

test('an order draws its official number where its office asks for one', async () => {
  const { inspector } = await world();
  const first = await ordered(inspector, { drawNumber: true });
  const second = await ordered(inspector, { drawNumber: true });

  expect([first.now.orderNumber, second.now.orderNumber]).toEqual([
    expect.stringMatching(/责改〔2026〕1号$/),
    expect.stringMatching(/责改〔2026〕2号$/),
  ]);
});

test('an order that is ended is corrected one field at a time, with a reason, by a head', async () => {
  const { inspector, chief } = await world();
  const road = await ordered(inspector);
  const edit = (by: typeof chief, more: object) =>
    by.patch(`/api/rectifications/${road.now.id}`, { version: road.now.version, ...more });
  expect((await edit(inspector, { requirement: '清除杂物并设标识。' })).json()).toMatchObject({
    requirement: '清除杂物并设标识。',
    version: road.now.version + 1,
  });
  await road.refresh(inspector);
  await road.step(inspector, 'visit', PASSED);

  expect((await edit(inspector, { place: '二楼' })).statusCode).toBe(403);
  expect(fields(await edit(chief, { place: '二楼', reason: '笔误', title: '通道堵塞' }))).toEqual({
    title: 'one_at_a_time',
  });
  expect(fields(await edit(chief, { place: '二楼' }))).toEqual({ reason: 'required' });
  expect((await edit(chief, { place: '二楼', reason: '笔误' })).json()).toMatchObject({ place: '二楼' });
});

import { describe, expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { checklistFor } from '#shared/spot-checks/checklist.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { filer } from '#tests/entities/a-library.ts';
import { ordered } from '#tests/rectifications/a-rectification.ts';
import { OFFICES, world } from '#tests/support/world.ts';
import { aPlan, CLEAN, INSPECTORS, planned } from './a-spot-check.ts';

const fieldsOf = (answer: { json(): { detail: { fields: unknown } } }) => answer.json().detail.fields;

describe('an inspection', () => {
  test('goes from the plan to the result that a second person confirms, and a clean one is finished with it', async () => {
    const { inspector, liaison, chief, later, db } = await world();
    const shop = await filer(liaison)();
    const road = await planned(inspector, { subjectId: shop.id });
    expect(road.now).toMatchObject({
      number: 'JC-26-1',
      state: 'to_check',
      clockName: 'spot_check.visit',
      dueOn: '2026-11-24',
    });

    const begun = await road.begin(inspector, { noticeNumber: '夏市监检通〔2026〕8号' });
    expect(begun).toMatchObject({ state: 'checking', nth: 1, list: 'catering', listVersion: '2026-01' });
    expect(begun).toMatchObject({ inspectors: '李军、才让', clockName: 'spot_check.record', dueOn: '2026-12-01' });
    await road.answerAll(inspector);
    await later(1);
    const handed = await road.step(inspector, 'finish', CLEAN);
    expect(handed).toMatchObject({ state: 'to_review', result: 'clean', finishedOn: null, problems: 0 });
    const done = await road.step(chief, 'confirm');

    expect(done).toMatchObject({ state: 'done', closedOn: '2026-11-25', finishedOn: '2026-11-25', publishedOn: null });
    expect(done).toMatchObject({ clockName: 'spot_check.publish', dueOn: '2026-12-23' });
    const published = await road.step(inspector, 'publish', { text: '州政府网站', on: '2026-11-25' });
    expect(published).toMatchObject({ publishedAt: '州政府网站', clockName: null });
    const lines = (await db.read.select().from(auditLines)).filter(({ dossierId }) => dossierId === done.id);
    expect(lines.map(({ event }) => event)).toEqual([
      'spot_check.planned',
      ...[
        'spot_check.stepped',
        'spot_check.answered',
        'spot_check.stepped',
        'spot_check.stepped',
        'spot_check.stepped',
      ],
    ]);
  });

  test('is entered by two inspectors whose certificates say until when and are valid on the day', async () => {
    const { inspector } = await world();
    const road = await planned(inspector);
    const [one, two] = INSPECTORS as [(typeof INSPECTORS)[0], (typeof INSPECTORS)[0]];
    const { validUntil: _, ...undated } = two;

    const tries = [[one], [one, one], [one, { ...two, validUntil: '2026-11-23' }], [one, undated]].map((officers) =>
      road.tryStep(inspector, 'begin', { officers }),
    );
    expect((await Promise.all(tries)).map(fieldsOf)).toEqual([
      { officers: 'two_needed' },
      { officers: 'two_needed' },
      { 'officers.1.validUntil': 'expired' },
      { 'officers.1.validUntil': 'required' },
    ]);
    expect((await road.begin(inspector)).state).toBe('checking');
  });

  test('tells before it who was there this year and who else will be, and beyond the cap needs a reason', async () => {
    const { inspector, liaison, farmer, coordinator } = await world();
    const shop = await filer(liaison)();
    await coordinator.put('/api/visit-caps', { region: '623027', year: 2026, cap: 1, reason: '控制入企频次' });
    const theirs = await planned(farmer, { subjectId: shop.id, matter: 'farm.meat', plannedOn: '2026-12-03' });
    await planned(farmer, { subjectId: shop.id, matter: 'farm.meat', plannedOn: '2026-12-05', restricted: true });

    const before = (await inspector.get(`/api/entities/${shop.id}/before-visit`)).json();
    expect(before).toMatchObject({ year: 2026, counted: 0 });
    expect(before.ahead).toEqual([
      { officeId: OFFICES.agriculture.id, plannedOn: '2026-12-03', purpose: 'daily', own: false },
    ]);
    expect((await inspector.get(`/api/spot-checks/${theirs.now.id}`)).statusCode).toBe(404); // that there is one, and no more

    await (await planned(inspector, { subjectId: shop.id })).begin(inspector);
    const again = await planned(inspector, { subjectId: shop.id });
    expect(fieldsOf(await again.tryStep(inspector, 'begin', { officers: INSPECTORS }))).toEqual({
      overCapReason: 'over_cap',
    });
    expect(await again.begin(inspector, { overCapReason: '上级部署的专项检查' })).toMatchObject({ nth: 2 });
    const free = await planned(inspector, { subjectId: shop.id, purpose: 'complaint' });
    expect(await free.begin(inspector)).toMatchObject({ state: 'checking', nth: 2 }); // a complaint asked for it
  });

  test('takes other departments along in one visit and one record; none of them may be a coordinating office', async () => {
    const { inspector, farmer, liaison } = await world();
    const shop = await filer(liaison)();
    const joint = { subjectId: shop.id, jointOfficeIds: [OFFICES.agriculture.id] };
    const road = await planned(inspector, joint);
    await road.begin(inspector);

    const { list } = await road.refresh(farmer);
    expect(list).toBe('catering');
    await road.answer(farmer, [{ item: 'stale', answer: 'meets' }]);
    expect((await inspector.get(`/api/entities/${shop.id}/visits`)).json().counted).toBe(1);
    const with_ = (id: number) => inspector.post('/api/spot-checks', aPlan({ jointOfficeIds: [id] }));
    expect(fieldsOf(await with_(OFFICES.xiaheBlock.id))).toEqual({ jointOfficeIds: 'not_enforcing' });
    expect(fieldsOf(await with_(OFFICES.xiahe.id))).toEqual({ jointOfficeIds: 'unknown' });
  });
});

describe('what was found', () => {
  test('stands item by item, says how, and result and follow-up agree with it', async () => {
    const { inspector } = await world();
    const road = await planned(inspector);
    expect((await road.tryAnswer(inspector, [{ item: 'stale', answer: 'meets' }])).statusCode).toBe(409); // nobody is there yet
    await road.begin(inspector);

    expect(fieldsOf(await road.tryAnswer(inspector, [{ item: 'stale', answer: 'fails' }]))).toEqual({
      'answers.stale': 'note_needed',
    });
    expect(fieldsOf(await road.tryAnswer(inspector, [{ item: 'exits', answer: 'meets' }]))).toEqual({
      'answers.exits': 'unknown',
    });
    const picture = { item: 'stale', answer: 'fails', note: '过期', fileIds: [99] } as const;
    expect(fieldsOf(await road.tryAnswer(inspector, [{ ...picture, fileIds: [99] }]))).toEqual({
      'answers.stale': 'no_picture',
    });
    await road.answer(inspector, [{ item: 'stale', answer: 'fails', note: '三袋面粉过期' }]);
    const left = Object.keys(fieldsOf(await road.tryStep(inspector, 'finish', CLEAN)) as object);
    expect(left).toContain('answers.licence');
    expect(left).not.toContain('answers.stale');
    await road.answerAll(inspector, { stale: '三袋面粉过期' });

    const finish = (result: string, followUp: string, findings?: string) =>
      road.tryStep(inspector, 'finish', { result, followUp, ...(findings ? { findings } : {}) } as never);
    expect(fieldsOf(await finish('clean', 'none'))).toEqual({ result: 'items_fail' });
    expect(fieldsOf(await finish('pending', 'none', '面粉过期'))).toEqual({ followUp: 'not_for_result' });
    expect(fieldsOf(await finish('pending', 'order'))).toEqual({ findings: 'required' });
    expect((await finish('pending', 'order', '面粉过期')).json()).toMatchObject({ state: 'to_review', problems: 1 });
  });

  test('where nothing could be looked at, no item is owed', async () => {
    const { inspector } = await world();
    const road = await planned(inspector);
    await road.begin(inspector);
    const gone = await road.step(inspector, 'finish', { result: 'gone', followUp: 'daily', findings: '地址无此店' });
    expect(gone).toMatchObject({ state: 'to_review', result: 'gone' });
  });

  test('is followed up: an order comes of it, both know it, and the check is finished when the order is', async () => {
    const { inspector, chief } = await world();
    const road = await planned(inspector);
    await road.begin(inspector);
    await road.answerAll(inspector, { stale: '三袋面粉过期' });
    await road.step(inspector, 'finish', { result: 'corrected', followUp: 'order', findings: '面粉过期' });
    expect(fieldsOf(await road.tryStep(chief, 'confirm'))).toEqual({ followUp: 'not_begun' });

    const order = await ordered(inspector, { sourceId: road.now.id });
    await road.refresh(inspector);
    const done = await road.step(chief, 'confirm');
    expect(done).toMatchObject({ state: 'done', finishedOn: null });
    expect(done.links).toMatchObject([{ kind: 'rectification', id: order.now.id, link: 'became', direction: 'to' }]);
    expect(order.now.links).toMatchObject([{ kind: 'spot_check', id: done.id, direction: 'from' }]);
    const unfinished = async () => (await inspector.get('/api/spot-checks?unfinished=true')).json().rows.length;
    expect(await unfinished()).toBe(1);
    expect(fieldsOf(await road.tryStep(inspector, 'settle', { text: '已整改' }))).toEqual({ text: 'still_open' });

    await order.step(chief, 'withdraw', { reason: '当场改正' });
    expect(await road.step(inspector, 'settle', { text: '当场改正' })).toMatchObject({ finishedOn: '2026-11-24' });
    expect(await unfinished()).toBe(0);
  });

  test('is sent back with the fields named and why, by somebody else than who handed it in', async () => {
    const { inspector, chief, hold } = await world();
    const road = await planned(inspector);
    await road.begin(inspector);
    await road.answerAll(inspector);
    await road.step(inspector, 'finish', CLEAN);

    expect(fieldsOf(await road.tryStep(chief, 'send_back', { reason: '漏项' }))).toEqual({ fields: 'required' });
    const back = await road.step(chief, 'send_back', { fields: ['answers', 'findings'], reason: '后厨没有看' });
    expect(back).toMatchObject({
      state: 'checking',
      returnedFields: ['answers', 'findings'],
      returnedReason: '后厨没有看',
    });
    await road.step(inspector, 'finish', { ...CLEAN, findings: '已补看后厨' });
    expect(road.now).toMatchObject({ returnedFields: [], returnedReason: null });
    await hold('inspector', 'approver');
    const own = await road.tryStep(inspector, 'confirm');
    expect([own.statusCode, own.json().detail.need]).toEqual([403, 'another_person']);
  });
});

describe('a plan', () => {
  test('waits to be drawn without a subject, moves with a reason, and cancelled takes its visit back', async () => {
    const { inspector, liaison, chief } = await world();
    const { subjectName: _, ...open } = aPlan();
    const slot = (await inspector.post('/api/spot-checks', open)).json() as SpotCheck;
    expect(slot.state).toBe('to_draw');
    const shop = await filer(liaison)();
    const road = await planned(inspector, { subjectId: shop.id });

    const moved = await road.step(inspector, 'reschedule', { plannedOn: '2026-12-08', reason: '店主外出' });
    expect(moved).toMatchObject({ state: 'to_check', plannedOn: '2026-12-08', dueOn: '2026-12-08' });
    await road.begin(inspector);
    const cancelled = await road.step(inspector, 'cancel', { reason: '走错了门' });
    expect(cancelled).toMatchObject({ state: 'cancelled', nth: null, clockName: null });
    expect((await inspector.get(`/api/entities/${shop.id}/visits`)).json()).toMatchObject({ counted: 0 });
    const again = await road.step(chief, 'reopen', { plannedOn: '2026-12-10', reason: '重新安排' });
    expect(again).toMatchObject({ state: 'to_check', dueOn: '2026-12-10', begunOn: null });
  });

  test('is an enforcing office’s own: a coordinating office plans none', async () => {
    const { coordinator, hold } = await world();
    await hold('coordinator', 'inspector');
    const answer = await coordinator.post('/api/spot-checks', aPlan());
    expect([answer.statusCode, answer.json().detail.why]).toEqual([403, 'not_enforcing']);
  });

  test('may be edited and taken back; once done one field at a time is corrected with a reason', async () => {
    const { inspector, chief } = await world();
    const road = await planned(inspector);
    const url = `/api/spot-checks/${road.now.id}`;
    const edited = (await inspector.patch(url, { version: road.now.version, task: '春季餐饮专项' })).json();
    expect(edited.task).toBe('春季餐饮专项');
    expect((await inspector.post(`/api/operations/${edited.operation}/undo`, {})).statusCode).toBe(200);
    expect((await road.refresh(inspector)).task).toBeNull();
    await road.begin(inspector);
    await road.answerAll(inspector);
    await road.step(inspector, 'finish', CLEAN);
    const { version } = await road.step(chief, 'confirm');
    expect((await inspector.patch(url, { version, task: '改' })).statusCode).toBe(403);
    expect((await chief.patch(url, { version, task: '改一改' })).statusCode).toBe(422);
    const right = await chief.patch(url, { version, task: '改一改', reason: '任务名写错' });
    expect(right.json().task).toBe('改一改');
  });
});

test('a checklist is the version of its day, the matter’s own before its group’s, and the general one otherwise', () => {
  const of = (matter: string, on: string) => {
    const found = checklistFor(matter, on);
    return found && [found.list, found.version];
  };
  expect(of('food.catering', '2025-06-01')).toEqual(['catering', '2022-03']);
  expect(of('food.catering', '2026-06-01')).toEqual(['catering', '2026-01']);
  expect(of('food.label', '2026-06-01')).toEqual(['food_sale', '2024-01']);
  expect(of('trade.contract', '2026-06-01')).toEqual(['general', '2024-01']);
  expect(of('trade.contract', '2019-06-01')).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { anIntake, world } from '#tests/support/world.ts';
import { anOrder, following, OFFICERS, ordered, PASSED } from './a-rectification.ts';

test('an order is its office’s; its line reads it without persons and pictures, its block without content, others not at all', async () => {
  const { inspector, registrar, coordinator, outsider, lintan, policeman, prosecutor } = await world();
  const road = await ordered(inspector);
  const before = await road.picture(inspector, 10);
  await road.pair(inspector, { spot: '二楼通道', beforeId: before });
  await road.step(inspector, 'visit', { ...PASSED, result: 'partly', until: '2026-12-10' });
  const path = `/api/rectifications/${road.now.id}`;

  for (const person of [registrar, coordinator]) {
    const seen = await person.get(path);
    expect(seen.json()).toMatchObject({
      access: 'overview',
      pictures: [],
      verifiers: null,
      visits: [{ officers: [] }],
    });
    expect(seen.body).not.toMatch(/李军|甘夏/);
  }
  expect((await registrar.get(path)).json().problem).toContain('杂物');
  expect((await coordinator.get(path)).body).not.toMatch(/安全通道堆放|已清除/);
  for (const person of [outsider, lintan, policeman, prosecutor]) expect((await person.get(path)).statusCode).toBe(404);
});

test('a natural person’s name is kept masked, and nobody finds it whole', async () => {
  const { inspector } = await world();
  const person = { subjectKind: 'person', subjectName: '卓玛才让' } as const;
  const made = (await inspector.post('/api/rectifications', anOrder(person))).json() as Rectification;

  expect(made.subjectName).toBe('卓***');
  const found = (q: string) => inspector.post('/api/rectifications/find', { q });
  expect((await found('卓玛才让')).json().rows).toEqual([]);
  expect((await found('安全通道')).json().rows).toMatchObject([{ id: made.id }]);
});

test('a coordinating office may not order, and an order comes of a record only to who may read it', async () => {
  const { coordinator, hold, inspector, lintan } = await world();
  await hold('coordinator', 'inspector');
  expect((await coordinator.post('/api/rectifications', anOrder())).statusCode).toBe(403);
  const other = (await lintan.post('/api/complaints', anIntake({ officeId: 4, county: '623021' }))).json();
  expect((await inspector.post('/api/rectifications', anOrder({ sourceId: other.id }))).statusCode).toBe(404);
});

test('of twelve visits recorded at once, one stands', async () => {
  const { inspector } = await world();
  const road = await ordered(inspector);
  const answers = await Promise.all(Array.from({ length: 12 }, () => road.tryStep(inspector, 'visit', PASSED)));

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(11).fill(412)]);
  expect((await road.refresh(inspector)).visits.length).toBe(1);
});

test('a picture pairs only in its own record, and not after the end', async () => {
  const { inspector } = await world();
  const [one, other] = [await ordered(inspector), await ordered(inspector)];
  const foreign = await other.picture(inspector, 30);
  const ask = { version: one.now.version, spot: '门口', beforeId: foreign };
  const refused = await inspector.post(`/api/rectifications/${one.now.id}/pairs`, ask);
  expect(refused.json().detail.fields).toEqual({ beforeId: 'no_picture' });

  const own = await one.picture(inspector, 40);
  await one.pair(inspector, { spot: '门口', beforeId: own });
  const gone = await inspector.delete(`/api/files/${own}`, { reason: '拍错了', version: one.now.version });
  expect(gone.statusCode, gone.body).toBe(200);
  expect((await one.refresh(inspector)).pictures).toMatchObject([{ spot: '门口', beforeId: null, afterId: null }]);
  await one.step(inspector, 'visit', PASSED);
  const late = await inspector.post(`/api/rectifications/${one.now.id}/pairs`, { ...ask, version: one.now.version });
  expect(late.statusCode).toBe(409);
});

test('a co-handling office records a visit, but does not give more time', async () => {
  const { inspector, liaison, farmer } = await world();
  const road = await ordered(inspector);
  const added = await liaison.post(`/api/dossiers/${road.now.id}/parts`, {
    officeId: 6,
    part: 'co_handler',
    reason: '联合检查',
    version: road.now.version,
  });
  expect(added.statusCode, added.body).toBe(200);
  const theirs = following((await farmer.get(`/api/rectifications/${road.now.id}`)).json() as Rectification);
  expect(theirs.now.openSteps).toEqual(['report', 'visit', 'ask_extension']);
  await theirs.step(farmer, 'visit', { ...PASSED, officers: OFFICERS });
  expect(theirs.now.state).toBe('signed_off');
});

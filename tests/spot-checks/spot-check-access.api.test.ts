import { expect, test } from 'vitest';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';
import { aPlan, CLEAN, INSPECTORS, planned } from './a-spot-check.ts';

test('a check is its office’s; its line reads it without persons, its block without what was found, others not at all', async () => {
  const { inspector, registrar, coordinator, outsider, lintan, policeman, prosecutor, farmer } = await world();
  const road = await planned(inspector);
  await road.begin(inspector);
  await road.answerAll(inspector, { stale: '三袋面粉过期' });
  await road.step(inspector, 'finish', { result: 'pending', followUp: 'daily', findings: '面粉过期', party: '认错' });
  const path = `/api/spot-checks/${road.now.id}`;

  for (const person of [registrar, coordinator]) {
    const seen = await person.get(path);
    expect(seen.json()).toMatchObject({ access: 'overview', result: 'pending', officers: [], inspectors: null });
    expect(seen.body).not.toMatch(/李军|甘夏|认错/);
    const list = await person.get('/api/spot-checks');
    expect([list.json().rows.length, /李军/.test(list.body)]).toEqual([1, false]);
  }
  expect((await registrar.get(path)).json().findings).toBe('面粉过期');
  expect((await coordinator.get(path)).body).not.toMatch(/面粉/);
  for (const person of [outsider, lintan, policeman, prosecutor, farmer])
    expect((await person.get(path)).statusCode).toBe(404);
});

test('a natural person’s name is kept masked, and nobody finds it whole', async () => {
  const { inspector } = await world();
  const road = await planned(inspector, { subjectKind: 'person', subjectName: '卓玛才让' });

  expect(road.now.subjectName).toBe('卓***');
  const found = (q: string) => inspector.post('/api/spot-checks/find', { q });
  expect((await found('卓玛才让')).json().rows).toEqual([]);
  expect((await found('餐饮服务')).json().rows).toMatchObject([{ id: road.now.id }]);
});

test('a joint office answers the checklist and takes no step of the owner’s', async () => {
  const { inspector, farmer } = await world();
  const road = await planned(inspector, { jointOfficeIds: [OFFICES.agriculture.id] });
  expect((await road.tryStep(farmer, 'begin', { officers: INSPECTORS })).statusCode).toBe(403);
  await road.begin(inspector);
  await road.answer(farmer, [{ item: 'stale', answer: 'meets' }]);
  expect((await road.tryStep(farmer, 'finish', CLEAN)).statusCode).toBe(403);
  expect((await road.refresh(farmer)).openSteps).toEqual([]);
});

test('a check comes of a record only to who may read it', async () => {
  const { inspector, lintan } = await world();
  const other = (await lintan.post('/api/complaints', anIntake({ officeId: 4, county: '623021' }))).json();
  expect((await inspector.post('/api/spot-checks', aPlan({ sourceId: other.id }))).statusCode).toBe(404);
});

test('of twelve beginnings at once one stands, and the business is visited once', async () => {
  const { inspector } = await world();
  const road = await planned(inspector);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => road.tryStep(inspector, 'begin', { officers: INSPECTORS })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(11).fill(412)]);
});

test('the ledger filters by what was found, follows and when, and goes out as the summary offices hand in', async () => {
  const { inspector, chief } = await world();
  const [one, two] = [
    await planned(inspector),
    await planned(inspector, { purpose: 'random', plannedOn: '2026-12-01' }),
  ];
  await one.begin(inspector);
  await one.answerAll(inspector);
  await one.step(inspector, 'finish', CLEAN);
  await one.step(chief, 'confirm');
  const ids = async (query: string) =>
    (await inspector.get(`/api/spot-checks?${query}`)).json().rows.map(({ id }: { id: number }) => id);

  expect(await ids('result=clean,pending')).toEqual([one.now.id]);
  expect(await ids('followUp=none&begunFrom=2026-11-24&begunUntil=2026-11-24')).toEqual([one.now.id]);
  expect(await ids('purpose=random')).toEqual([two.now.id]);
  expect(await ids('plannedFrom=2026-11-30')).toEqual([two.now.id]);
  const file = await inspector.post('/api/exports/spot-checks', { result: 'clean' });
  expect([file.statusCode, file.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
});

import { expect, test } from 'vitest';
import { drawSample } from '#shared/kernel/draw.ts';
import type { LookBack } from '#shared/rectifications/look-back.api.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { world } from '#tests/support/world.ts';
import { FAILED, following, OFFICERS, ordered, PASSED } from './a-rectification.ts';

type World = Awaited<ReturnType<typeof world>>;
const SPAN = { from: '2026-11-01', until: '2026-11-30' };
const KEPT = { looked: 'kept', officers: OFFICERS, text: '通道畅通。' } as const;

async function signedOff({ inspector }: World, n: number): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < n; at += 1) {
    const road = await ordered(inspector);
    await road.step(inspector, 'visit', PASSED);
    ids.push(road.now.id);
  }
  return ids;
}

const read = async ({ inspector }: World, id: number) =>
  following((await inspector.get(`/api/rectifications/${id}`)).json() as Rectification);

test('a sample is drawn from what was signed off, and anybody draws the same again from seed and pool', async () => {
  const people = await world();
  const { chief, inspector } = people;
  const ids = await signedOff(people, 6);
  await ordered(inspector); // not signed off: not in the pool
  const asked = new URLSearchParams(SPAN).toString();
  expect((await chief.get(`/api/look-backs/pool?${asked}`)).json()).toEqual({ pool: 6 });

  const ask = { title: '11月回头看', ...SPAN, size: 3, seed: '20261124' };
  const made = await chief.post('/api/look-backs', ask);
  expect(made.statusCode, made.body).toBe(201);
  const sample = made.json() as LookBack;
  expect(sample.poolIds).toEqual(ids);
  expect(sample.drawnIds).toEqual(drawSample(sample.seed, sample.poolIds, sample.size));
  expect(sample.items.map(({ id }) => id)).toEqual(sample.drawnIds);

  const more = await chief.post('/api/look-backs', { ...ask, size: 4 });
  expect(more.json().detail.fields).toEqual({ size: 'more_than_pool' }); // three wait already
  const thrown = (await chief.post('/api/look-backs', { title: '补抽', ...SPAN, size: 1 })).json() as LookBack;
  expect(thrown.seed).toMatch(/^[0-9a-f]{16}$/);
});

test('a drawn record says so, waits for its visit, and the visit answers the sample', async () => {
  const people = await world();
  const { chief, inspector } = people;
  await signedOff(people, 2);
  const draw = { title: '11月回头看', ...SPAN, size: 2 };
  const { id: lookBackId, drawnIds } = (await chief.post('/api/look-backs', draw)).json() as LookBack;
  const [first, second] = [await read(people, drawnIds[0]!), await read(people, drawnIds[1]!)];
  expect(first.now.drawn).toMatchObject([{ lookBackId, title: '11月回头看' }]);
  const waiting = (await inspector.get('/api/rectifications?drawn=true')).json().rows as Rectification[];
  expect(waiting.map(({ id }) => id).sort()).toEqual([...drawnIds].sort());

  await first.step(inspector, 'look_back', KEPT);
  expect(first.now).toMatchObject({ state: 'signed_off', drawn: [], result: 'passed', closedOn: '2026-11-24' });
  const relapsed = { looked: 'relapsed', officers: OFFICERS, text: '再次堆放杂物。' } as const;
  await second.step(inspector, 'look_back', { ...relapsed, until: '2026-12-05' });
  expect(second.now).toMatchObject({ state: 'to_correct', dueOn: '2026-12-05', rounds: 2, closedOn: null });

  const sample = (await chief.get(`/api/look-backs/${lookBackId}`)).json() as LookBack;
  expect(sample.items.map(({ result }) => result)).toEqual(['kept', 'relapsed']);
  expect((await chief.get('/api/look-backs')).json()).toMatchObject([
    { id: lookBackId, pool: 2, visited: 2, relapsed: 1 },
  ]);
});

test('a relapse may go to a case; what is partly done may not', async () => {
  const people = await world();
  const { inspector } = people;
  const [id] = await signedOff(people, 1);
  const road = await read(people, id!);
  await road.step(inspector, 'look_back', {
    looked: 'relapsed',
    officers: OFFICERS,
    text: '再次堆放杂物。',
    opensCase: true,
    violation: '占用疏散通道',
  });
  expect(road.now).toMatchObject({ state: 'to_case', visits: [{ result: 'passed' }, { result: 'relapsed' }] });

  const other = await ordered(inspector);
  const refused = await other.tryStep(inspector, 'visit', {
    ...FAILED,
    result: 'partly',
    opensCase: true,
    violation: '占用疏散通道',
  });
  expect(refused.json().detail.fields).toEqual({ opensCase: 'only_failed' });
});

test('a superior office of the line samples its counties; other offices neither draw from them nor see its samples', async () => {
  const people = await world();
  const { registrar, chief, lintan, hold } = people;
  await hold('registrar', 'approver');
  await hold('lintan', 'approver');
  const ids = await signedOff(people, 2);
  const draw = { title: '全州回头看', ...SPAN, size: 2 };
  const made = (await registrar.post('/api/look-backs', draw)).json() as LookBack;
  expect(made.poolIds).toEqual(ids);

  expect((await lintan.post('/api/look-backs', { ...draw, size: 1 })).json().detail.fields).toEqual({
    size: 'more_than_pool',
  });
  for (const person of [chief, lintan]) expect((await person.get(`/api/look-backs/${made.id}`)).statusCode).toBe(404);
  expect((await chief.get('/api/look-backs')).json()).toEqual([]);
});

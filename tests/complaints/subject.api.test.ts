import { expect, test } from 'vitest';
import { filer } from '#tests/entities/a-library.ts';
import { aCode, anIntake, world } from '#tests/support/world.ts';

test('a complaint is about an entity on file, under the name as it was said', async () => {
  const { liaison, clock } = await world();
  const shop = await filer(liaison)();
  const person = await filer(liaison)({ kind: 'person', name: '才让当周', places: [], person: {} });
  const register = async (change: object) => (await liaison.post('/api/complaints', anIntake(change))).json();
  const { subjectName: _, ...unnamed } = anIntake();

  const said = await register({ subjectId: shop.id, subjectName: '扎西家的店' });
  const unsaid = (await liaison.post('/api/complaints', { ...unnamed, subjectId: shop.id })).json();
  const masked = (await liaison.post('/api/complaints', { ...unnamed, subjectId: person.id })).json();
  const wrong = await liaison.post('/api/complaints', anIntake({ subjectId: 99 }));
  clock.pass({ minutes: 1 });

  expect(said).toMatchObject({ subjectId: shop.id, subjectName: '扎西家的店' });
  expect(unsaid).toMatchObject({ subjectId: shop.id, subjectName: '夏河县扎西特产店' });
  expect(masked).toMatchObject({ subjectId: person.id, subjectName: '才***' });
  expect([wrong.statusCode, wrong.json().detail.fields]).toEqual([422, { subjectId: 'unknown' }]);
  expect((await liaison.get(`/api/complaints?subject=${shop.id}`)).json().rows).toHaveLength(2);
});

test('editing links another entity, by its name where none is said; a name alone leaves the link', async () => {
  const { liaison, chief } = await world();
  const shop = await filer(liaison)();
  const other = await filer(liaison)({ name: '雪域商行', code: aCode(2) });
  const { id, version } = (await liaison.post('/api/complaints', anIntake())).json();
  const edit = async (change: object) => (await liaison.patch(`/api/complaints/${id}`, change)).json();

  const linked = await edit({ version, subjectId: shop.id });
  const moved = await edit({ version: linked.version, subjectId: other.id, subjectName: '雪域' });
  const renamed = await edit({ version: moved.version, subjectName: '雪域商行夏河店' });
  const freed = await edit({ version: renamed.version, subjectId: null });

  expect(linked).toMatchObject({ subjectId: shop.id, subjectName: '夏河县扎西特产店' });
  expect(moved).toMatchObject({ subjectId: other.id, subjectName: '雪域' });
  expect(renamed).toMatchObject({ subjectId: other.id, subjectName: '雪域商行夏河店' });
  expect(freed).toMatchObject({ subjectId: null, subjectName: '雪域商行夏河店' });
  await liaison.post(`/api/complaints/${id}/steps`, { step: 'withdraw', version: freed.version, reason: '自行和解' });
  const at = (await chief.get(`/api/complaints/${id}`)).json();
  const corrected = await chief.patch(`/api/complaints/${id}`, {
    version: at.version,
    subjectId: shop.id,
    subjectName: '扎西特产店',
    reason: '登记时写错',
  });
  expect(corrected.json()).toMatchObject({ subjectId: shop.id, subjectName: '扎西特产店' });
});

import { expect, test } from 'vitest';
import type { Repeats } from '#shared/entities/entity.api.ts';
import { type Asker, aCode, anIntake, world } from '#tests/support/world.ts';
import { filer } from './a-library.ts';

test('the same kind of matter is found again at the same shop, another of the same owner, and the same address', async () => {
  const people = await world();
  const { liaison, lintan, inspector } = people;
  const file = filer(liaison);
  const owner = await file({ kind: 'person', name: '马成龙', places: [], person: { idNo: '623021197803033456' } });
  const shop = await file({ owners: [{ entityId: owner.id, role: 'operator' }], person: {} });
  const second = await file({
    name: '雪域商行',
    code: aCode(2),
    owners: [{ entityId: owner.id, role: 'owner' }],
    person: {},
    places: [],
  });
  const successor = await file({ name: '人民街便利店', code: aCode(3), person: {} });
  const stranger = await file({ name: '远方商店', code: aCode(4), person: {}, places: [] });
  const complain = async (subjectId: number, change: object = {}) =>
    (await liaison.post('/api/complaints', anIntake({ subjectId, ...change }))).json().id as number;
  const here = await complain(shop.id);
  const there = await complain(second.id, { matter: 'food.label' });
  const later = await complain(successor.id);
  await complain(shop.id, { matter: 'price.fraud' });
  await complain(stranger.id);
  await complain(shop.id, { intake: 'consultation' });
  const old = await complain(shop.id, { receivedOn: '2025-01-10' });
  const hidden = await complain(second.id, { restricted: true });
  const repeats = async (as: Asker, query = '') =>
    (await as.get(`/api/entities/${shop.id}/repeats${query}`)).json() as Repeats;
  const told = ({ groups }: Repeats) =>
    groups.map(({ matter, offences }) => [matter, offences.map(({ id, tie }) => `${id} ${tie}`).sort()]);

  expect(told(await repeats(inspector))).toEqual([
    ['food', [`${here} entity`, `${there} owner`, `${later} address`].sort()],
  ]);
  expect(told(await repeats(liaison))).toEqual([
    ['food', [`${here} entity`, `${there} owner`, `${later} address`, `${hidden} owner`].sort()],
  ]);
  expect(told(await repeats(inspector, '?exact=true'))).toEqual([
    ['food.quality', [`${here} entity`, `${later} address`].sort()],
  ]);
  expect(told(await repeats(inspector, '?months=36'))[0]![1]).toContain(`${old} entity`);
  expect(told(await repeats(lintan))).toEqual([]);
  expect((await liaison.get(`/api/entities/${shop.id}/repeats?months=0`)).statusCode).toBe(400);
});

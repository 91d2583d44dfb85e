import { expect, test } from 'vitest';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

test('a complaint is handled by somebody of the office that has it; another is refused by name of the field', async () => {
  const { liaison, lintan, inspector } = await world();
  const personIdOf = async (who: typeof liaison) => (await who.get('/api/session')).json().person.id as number;
  const { id, version } = (await liaison.post('/api/complaints', anIntake())).json();
  const give = (handlerId: number | null, at = version) =>
    liaison.patch(`/api/complaints/${id}`, { version: at, handlerId });

  const elsewhere = await give(await personIdOf(lintan));
  const nobody = await give(9999);
  const here = await give(await personIdOf(inspector));
  const none = await give(null, here.json().version);

  expect([elsewhere.statusCode, elsewhere.json().detail.fields]).toEqual([422, { handlerId: 'not_serving' }]);
  expect([nobody.statusCode, nobody.json().detail.fields]).toEqual([422, { handlerId: 'not_serving' }]);
  expect(here.json()).toMatchObject({ handlerId: await personIdOf(inspector) });
  expect(none.json()).toMatchObject({ handlerId: null });
});

test('whoever dispatches a complaint names a handler of the office it goes to', async () => {
  const { registrar, liaison, lintan } = await world();
  const personIdOf = async (who: typeof liaison) => (await who.get('/api/session')).json().person.id as number;
  const { officeId: _, ...intake } = anIntake();
  const { id, version } = (await registrar.post('/api/complaints', intake)).json();
  const dispatch = (handlerId: number) =>
    registrar.post(`/api/complaints/${id}/steps`, {
      step: 'dispatch',
      version,
      officeId: OFFICES.xiahe.id,
      handlerId,
    });

  const wrong = await dispatch(await personIdOf(lintan));
  const right = await dispatch(await personIdOf(liaison));

  expect([wrong.statusCode, wrong.json().detail.fields]).toEqual([422, { handlerId: 'not_serving' }]);
  expect(right.json()).toMatchObject({ handlerId: await personIdOf(liaison), state: 'dispatched' });
});

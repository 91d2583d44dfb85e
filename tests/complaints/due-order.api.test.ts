import { expect, test } from 'vitest';
import { anIntake, world } from '#tests/support/world.ts';

test('a paused record waits behind every running one, and takes its place again when its clock goes on', async () => {
  const { liaison, later } = await world({ today: '2026-06-01' });
  const early = (await liaison.post('/api/complaints', anIntake({ receivedOn: '2026-06-01' }))).json();
  await later(2);
  const late = (await liaison.post('/api/complaints', anIntake({ receivedOn: '2026-06-03' }))).json();
  const order = async () =>
    (await liaison.get('/api/complaints?sort=due')).json().rows.map((row: { id: number }) => row.id);
  const accepted = (
    await liaison.post(`/api/complaints/${early.id}/steps`, { step: 'accept', version: early.version })
  ).json();
  const clock = (await liaison.get(`/api/dossiers/${early.id}/clocks`))
    .json()
    .find((one: { running: boolean }) => one.running);
  const turn = (kind: string, on: string, version: number) =>
    liaison.post(`/api/dossiers/${early.id}/clocks/${clock.id}/events`, {
      kind,
      on,
      version,
      category: 'testing',
      reason: '送检',
      document: '检验委托书 2026-07',
    });
  await liaison.post(`/api/complaints/${late.id}/steps`, { step: 'accept', version: late.version });

  expect(await order()).toEqual([early.id, late.id]);
  const paused = await turn('paused', '2026-06-03', accepted.version);
  expect(paused.statusCode, paused.body).toBe(200);
  expect(await order()).toEqual([late.id, early.id]);
  const resumed = await turn('resumed', '2026-06-03', accepted.version + 1);
  expect(resumed.statusCode, resumed.body).toBe(200);
  expect(await order()).toEqual([early.id, late.id]);
});

import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

const commerce = {
  department: 'commerce',
  region: '623027',
  name: '夏河县商务局',
  nameEn: 'Xiahe Commerce',
  shortName: '夏河商务局',
  validFrom: '2026-11-24',
};

test('an office is founded once in a region, renamed with a reason, and every list shows the new name', async () => {
  const { systemAdmin, liaison, db } = await world();

  const founded = await systemAdmin.post('/api/offices', commerce);
  const again = await systemAdmin.post('/api/offices', commerce);
  const { id } = founded.json();
  const renamed = await systemAdmin.patch(`/api/offices/${id}`, { name: '夏河县商务和投资局', reason: '三定方案' });
  const silent = await systemAdmin.patch(`/api/offices/${id}`, { name: '夏河县商务局' });

  expect([founded.statusCode, again.statusCode, renamed.statusCode, silent.statusCode]).toEqual([201, 422, 200, 422]);
  expect(again.json().detail.fields).toEqual({ department: 'taken' });
  const directory = (await liaison.get('/api/directory')).json();
  expect(directory.offices.find((office: { id: number }) => office.id === id).name).toBe('夏河县商务和投资局');
  const told = (await db.read.select().from(auditLines)).filter(({ subject }) => subject === `office:${id}`);
  expect(told.map(({ event }) => event)).toEqual(['office.founded', 'office.edited']);
});

test('after a merger the successor sees the records at its next request, and nothing more goes to the office that ended', async () => {
  const { systemAdmin, farmer, outsider, registrar } = await world();
  const made = await registrar.post('/api/complaints', anIntake({ officeId: OFFICES.police.id }));
  const path = `/api/complaints/${made.json().id}`;
  expect((await farmer.get(path)).statusCode).toBe(404);

  const merged = await systemAdmin.post(`/api/offices/${OFFICES.police.id}/merge`, {
    successorId: OFFICES.agriculture.id,
    on: '2026-11-24',
    reason: '机构改革',
  });

  expect(merged.json()).toEqual({ resettled: 1 });
  expect((await farmer.get(path)).statusCode).toBe(200);
  expect((await outsider.get(path)).statusCode).toBe(200);
  const late = await registrar.post('/api/complaints', anIntake({ officeId: OFFICES.police.id }));
  expect(late.statusCode).toBe(422);
});

test('nobody but the system administrator touches offices, and none is merged across regions or into itself', async () => {
  const { systemAdmin, securityAdmin, coordinator, liaison } = await world();
  for (const one of [securityAdmin, coordinator, liaison])
    expect((await one.post('/api/offices', commerce)).statusCode).toBe(403);

  const into = (successorId: number) =>
    systemAdmin.post(`/api/offices/${OFFICES.xiahe.id}/merge`, { successorId, on: '2026-11-24', reason: '机构改革' });

  expect((await into(OFFICES.lintan.id)).json().detail.fields).toEqual({ successorId: 'other_region' });
  expect((await into(OFFICES.xiahe.id)).json().detail.fields).toEqual({ successorId: 'itself' });
});

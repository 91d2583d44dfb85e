import { expect, test } from 'vitest';
import type { Case } from '#shared/cases/case.schema.ts';
import { anIntake, world } from '#tests/support/world.ts';
import { aClue, CONDITIONS, OFFICERS } from './a-case.ts';

const PERSON = {
  kind: 'person' as const,
  name: '卓玛才让',
  idNo: '623027199001011234',
  phone: '13909417777',
  address: '夏河县拉卜楞镇一号',
  noCode: '自然人',
};

test('a case is its office’s; its line and block see it without personal data, others not at all', async () => {
  const { inspector, registrar, coordinator, outsider, lintan, policeman, prosecutor } = await world();
  const made = (await inspector.post('/api/cases', aClue({ parties: [PERSON] }))).json() as Case;
  const path = `/api/cases/${made.id}`;
  expect(made.parties[0]).toMatchObject({ name: '卓玛才让', idNo: '623027********1234' });
  expect(JSON.stringify(made)).not.toContain('13909417777');

  for (const person of [registrar, coordinator]) {
    const seen = await person.get(path);
    expect(seen.json()).toMatchObject({ access: 'overview', officers: [] });
    expect(seen.body).not.toMatch(/卓玛才让|19900101|13909417777|拉卜楞镇一号/);
    expect(seen.body).toContain('卓***');
  }
  expect((await coordinator.get(path)).json().content).toBeNull();
  for (const person of [outsider, lintan, policeman, prosecutor]) expect((await person.get(path)).statusCode).toBe(404);
});

test('who a party is in person opens with a reason, for a minute, and is counted', async () => {
  const { inspector, registrar, outsider } = await world();
  const made = (await inspector.post('/api/cases', aClue({ parties: [PERSON] }))).json() as Case;
  const open = (by: typeof inspector) => by.post(`/api/cases/${made.id}/parties/opened`, { reason: '制作询问通知书' });

  expect((await open(inspector)).json()).toEqual({
    seconds: 60,
    parties: [{ id: expect.any(Number), idNo: PERSON.idNo, phone: PERSON.phone, address: PERSON.address }],
  });
  expect((await inspector.get(`/api/cases/${made.id}`)).json().identityOpenings).toBe(1);
  expect((await open(registrar)).statusCode).toBe(403);
  expect((await open(outsider)).statusCode).toBe(404);
});

test('what of a party is personal survives an edit that does not say it again', async () => {
  const { inspector } = await world();
  const made = (await inspector.post('/api/cases', aClue({ parties: [PERSON] }))).json() as Case;
  const { idNo: _, phone: __, address: ___, ...said } = PERSON;
  const edited = await inspector.patch(`/api/cases/${made.id}`, {
    version: made.version,
    parties: [{ ...said, legalRep: '本人' }],
  });

  expect(edited.json().parties[0]).toMatchObject({ idNo: '623027********1234', legalRep: '本人' });
  const timeline = (await inspector.get(`/api/dossiers/${made.id}/timeline`)).body;
  expect(timeline).not.toMatch(/19900101|13909417777/);
});

test('a coordinating office may not file, inspect or penalise, and a case comes of a complaint only to who may read it', async () => {
  const { coordinator, inspector, lintan, registrar } = await world();
  expect((await coordinator.post('/api/cases', aClue())).statusCode).toBe(403);
  const other = (await lintan.post('/api/complaints', anIntake({ officeId: 4, county: '623021' }))).json();

  expect((await inspector.post('/api/cases', aClue({ sourceId: other.id }))).statusCode).toBe(404);
  const own = (await registrar.post('/api/complaints', anIntake())).json();
  const made = (await inspector.post('/api/cases', aClue({ source: 'complaint', sourceId: own.id }))).json() as Case;
  expect(made.links).toEqual([
    { id: own.id, kind: 'complaint', number: own.number, state: 'dispatched', link: 'became', direction: 'from' },
  ]);
  expect((await inspector.get(`/api/complaints/${own.id}`)).json().links).toMatchObject([
    { id: made.id, number: made.number, direction: 'to' },
  ]);
});

test('of twelve heads who decide the same thing at once, one does', async () => {
  const { inspector, chief } = await world();
  const made = (await inspector.post('/api/cases', aClue())).json() as Case;
  const proposed = (
    await inspector.post(`/api/cases/${made.id}/steps`, {
      step: 'propose',
      filing: true,
      conditions: CONDITIONS,
      reason: '提请立案。',
      version: made.version,
    })
  ).json() as Case;
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      chief.post(`/api/cases/${made.id}/steps`, { step: 'file', officers: OFFICERS, version: proposed.version }),
    ),
  );

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(11).fill(412)]);
});

test('a stale edit is told what stands there now', async () => {
  const { inspector, liaison } = await world();
  const made = (await inspector.post('/api/cases', aClue())).json() as Case;
  await liaison.patch(`/api/cases/${made.id}`, { version: made.version, violation: '销售过期食品' });
  const late = await inspector.patch(`/api/cases/${made.id}`, { version: made.version, violation: '经营过期食品' });

  expect([late.statusCode, late.json().detail.current]).toEqual([412, { violation: '销售过期食品' }]);
});

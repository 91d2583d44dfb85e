import { describe, expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import type { Entity, EntityHit } from '#shared/entities/entity.schema.ts';
import { aCode, anEntity, anIntake, world } from '#tests/support/world.ts';

const SECRETS = ['扎西才让', '13909410001', '623027199001011234'];

describe('filing', () => {
  test('an inspector files a shop; who runs it is sealed and stands masked everywhere', async () => {
    const { inspector, lintan, db } = await world();

    const answer = await inspector.post('/api/entities', anEntity());

    expect(answer.statusCode).toBe(201);
    const entity = answer.json() as Entity;
    expect(entity).toMatchObject({
      name: '夏河县扎西特产店',
      codeSound: true,
      operatorMask: '扎***',
      phoneMask: '139****0001',
      idTail: '1234',
      personal: ['operator', 'idNo', 'phone'],
      county: '623027',
      visits: 0,
      cap: 4,
    });
    const doors = [
      await lintan.get(`/api/entities/${entity.id}`),
      await lintan.get('/api/entities'),
      await lintan.post('/api/entities/find', { q: '扎西' }),
      await lintan.post('/api/entities/suggest', { q: '13909410001' }),
      await lintan.get(`/api/entities/${entity.id}/timeline`),
    ];
    for (const { body, statusCode } of doors) {
      expect(statusCode).toBe(200);
      for (const secret of SECRETS) expect(body).not.toContain(secret);
    }
    const lines = JSON.stringify(await db.read.select().from(auditLines));
    for (const secret of SECRETS) expect(lines).not.toContain(secret);
    expect(lines).toContain('entity.filed');
  });

  test('what cannot be kept is refused, naming field and remedy; a wrong check digit is kept', async () => {
    const { liaison } = await world();
    const faultsOf = async (change: Parameters<typeof anEntity>[0]) => {
      const answer = await liaison.post('/api/entities', anEntity(change));
      return [answer.statusCode, answer.json().detail?.fields];
    };

    const { code: _, ...uncoded } = anEntity();
    const none = await liaison.post('/api/entities', uncoded);
    expect([none.statusCode, none.json().detail.fields]).toEqual([422, { noCodeReason: 'required' }]);
    expect(await faultsOf({ code: '6.2E+17' })).toEqual([422, { code: 'damaged' }]);
    expect(await faultsOf({ branchOf: 99 })).toEqual([422, { branchOf: 'unknown' }]);
    expect(await faultsOf({ owners: [{ entityId: 99, role: 'owner' }] })).toEqual([422, { owners: 'unknown' }]);
    expect(await faultsOf({ person: { address: '人民街' } })).toEqual([422, { 'person.address': 'address_in_places' }]);
    expect(await faultsOf({ kind: 'person' })).toEqual([422, { places: 'home_in_person' }]);
    const typed = (await liaison.post('/api/entities', anEntity({ code: '92623027MA7OOOO123' }))).json();
    expect(typed).toMatchObject({ code: '92623027MA7OOOO123', codeSound: false });
    const stall = (
      await liaison.post('/api/entities', { ...uncoded, name: '马老四烤串摊', noCodeReason: 'stall' })
    ).json();
    expect(stall).toMatchObject({ code: null, noCodeReason: 'stall' });
  });

  test('the very code of another is refused until whoever files says that it is another', async () => {
    const { liaison } = await world();
    const first = (await liaison.post('/api/entities', anEntity())).json();

    const again = anEntity({ name: '扎西烟酒店', code: ` ${aCode(1).toLowerCase()} ` });
    const refused = await liaison.post('/api/entities', again);
    const filed = await liaison.post('/api/entities', { ...again, others: [first.id] });

    expect([refused.statusCode, refused.json().code]).toEqual([409, 'already_exists']);
    expect(refused.json().detail.entities).toEqual([{ id: first.id, kind: 'sole_trader', name: '夏河县扎西特产店' }]);
    expect(filed.statusCode).toBe(201);
  });

  test('a natural person stands masked by name in every list, and is opened by those who may', async () => {
    const { liaison, coordinator, chief } = await world();
    const person = anEntity({
      kind: 'person',
      name: '才让当周',
      nameBo: 'ཚེ་རིང་དོན་གྲུབ།',
      places: [{ county: '623027', township: '甘加镇' }],
      person: { idNo: '623027198502022345', phone: '13809410002', address: '甘加镇仁艾村' },
    });
    const { code: _, ...uncoded } = person;

    const { id, name, nameBo } = (await liaison.post('/api/entities', uncoded)).json();
    const hit = (await coordinator.post('/api/entities/suggest', { q: 'crdz' })).json() as EntityHit[];
    const closed = await coordinator.post(`/api/entities/${id}/identity`, { reason: '看看' });
    const opened = await chief.post(`/api/entities/${id}/identity`, { reason: '联系当事人' });

    expect([name, nameBo]).toEqual(['才***', 'ཚེ་***']);
    expect(hit).toMatchObject([{ id, name: '才***', idTail: '2345', township: '甘加镇' }]);
    expect(closed.statusCode).toBe(403);
    expect(opened.json()).toMatchObject({
      name: '才让当周',
      person: { phone: '13809410002', address: '甘加镇仁艾村' },
    });
  });

  test('opening who stands behind it leaves a line with the reason and is counted', async () => {
    const { inspector, db } = await world();
    const { id } = (await inspector.post('/api/entities', anEntity())).json();

    const short = await inspector.post(`/api/entities/${id}/identity`, { reason: '' });
    const answer = await inspector.post(`/api/entities/${id}/identity`, { reason: '核实经营者' });

    expect(short.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ person: { operator: '扎西才让', phone: '13909410001' }, seconds: 60 });
    const lines = await db.read.select().from(auditLines);
    expect(lines.at(-1)).toMatchObject({
      event: 'identity.opened',
      subject: `entity:${id}`,
      detail: { reason: '核实经营者' },
    });
    expect((await inspector.get(`/api/entities/${id}`)).json().identityOpenings).toBe(1);
  });
});

describe('editing', () => {
  test('each changed field leaves its old and new value, personal ones only that they changed', async () => {
    const { liaison, db } = await world();
    const { id } = (await liaison.post('/api/entities', anEntity())).json();

    const answer = await liaison.patch(`/api/entities/${id}`, {
      version: 1,
      riskClass: 'C',
      standing: 'closed',
      person: { phone: '13909419999', idNo: null },
    });

    expect(answer.json()).toMatchObject({ version: 2, riskClass: 'C', phoneMask: '139****9999', idTail: null });
    const line = (await db.read.select().from(auditLines)).at(-1);
    expect(line).toMatchObject({
      event: 'entity.edited',
      detail: {
        changes: { riskClass: [null, 'C'], standing: ['open', 'closed'] },
        personal: ['idNo', 'phone'],
      },
    });
    const found = (await liaison.post('/api/entities/suggest', { q: '13909419999' })).json();
    expect(found).toMatchObject([{ id, why: ['phone'] }]);
    expect((await liaison.post('/api/entities/suggest', { q: '13909410001' })).json()).toEqual([]);
  });

  test('whoever was second is told what the first left in the same fields', async () => {
    const { liaison, inspector } = await world();
    const { id } = (await liaison.post('/api/entities', anEntity())).json();
    await liaison.patch(`/api/entities/${id}`, { version: 1, name: '夏河县扎西土特产店' });

    const late = await inspector.patch(`/api/entities/${id}`, { version: 1, name: '扎西商行', notes: '已搬迁' });

    expect([late.statusCode, late.json().detail]).toMatchObject([
      412,
      { version: 2, current: { name: '夏河县扎西土特产店', notes: null } },
    ]);
    expect((await inspector.patch(`/api/entities/${id}`, { name: '扎西商行' })).statusCode).toBe(428);
  });

  test('an approver reads but does not edit; an administrator does not even read', async () => {
    const { liaison, chief, systemAdmin } = await world();
    const { id } = (await liaison.post('/api/entities', anEntity())).json();

    expect((await chief.get(`/api/entities/${id}`)).statusCode).toBe(200);
    expect((await chief.patch(`/api/entities/${id}`, { version: 1, notes: 'x' })).statusCode).toBe(403);
    expect((await systemAdmin.get(`/api/entities/${id}`)).statusCode).toBe(403);
    expect((await systemAdmin.post('/api/entities/suggest', { q: 'zx' })).statusCode).toBe(403);
  });
});

test('branches and owners are entities, seen from both sides', async () => {
  const { liaison } = await world();
  const file = async (change: Parameters<typeof anEntity>[0]) =>
    (await liaison.post('/api/entities', anEntity(change))).json() as Entity;
  const owner = await file({
    kind: 'person',
    name: '马成龙',
    places: [],
    person: { idNo: '623021197803033456' },
  });
  const head = await file({ name: '甘南雪域商贸有限公司', kind: 'company', code: aCode(2, '91623001') });
  const branch = await file({
    name: '甘南雪域商贸有限公司夏河分公司',
    kind: 'company',
    code: aCode(3, '91623027'),
    branchOf: head.id,
    owners: [{ entityId: owner.id, role: 'manager' }],
  });

  expect(branch.branchOf).toEqual({ id: head.id, kind: 'company', name: '甘南雪域商贸有限公司' });
  expect(branch.owners).toEqual([{ id: owner.id, kind: 'person', name: '马**', role: 'manager' }]);
  expect((await liaison.get(`/api/entities/${head.id}`)).json().branches).toMatchObject([{ id: branch.id }]);
  expect((await liaison.get(`/api/entities/${owner.id}`)).json().owns).toMatchObject([{ id: branch.id }]);
  const circle = await liaison.patch(`/api/entities/${head.id}`, { version: 1, branchOf: branch.id });
  expect(circle.json().detail.fields).toEqual({ branchOf: 'circle' });
});

describe('one timeline over all departments', () => {
  test('shows each reader the records they may see: whole, as stubs, or not at all', async () => {
    const { liaison, chief, inspector, coordinator, lintan } = await world();
    const { id } = (await liaison.post('/api/entities', anEntity())).json();
    const open = (await liaison.post('/api/complaints', anIntake({ subjectId: id }))).json();
    const secret = (
      await liaison.post('/api/complaints', anIntake({ subjectId: id, title: '举报后厨卫生', restricted: true }))
    ).json();
    const timeline = async (who: typeof liaison) => {
      const { events, stubs } = (await who.get(`/api/entities/${id}/timeline`)).json() as {
        events: { what: string; record: { id: number } | null }[];
        stubs: { id: number; title: string; receivedOn: string | null }[];
      };
      const of = (what: string) => events.filter((one) => one.what === what).map(({ record }) => record?.id);
      return { records: of('record'), stubs };
    };

    expect((await timeline(liaison)).records.sort()).toEqual([open.id, secret.id]);
    expect((await timeline(chief)).records.sort()).toEqual([open.id, secret.id]);
    expect(await timeline(inspector)).toMatchObject({ records: [open.id], stubs: [{ id: secret.id, title: '' }] });
    expect(await timeline(coordinator)).toMatchObject({ records: [open.id], stubs: [{ receivedOn: null }] });
    expect(await timeline(lintan)).toEqual({ records: [], stubs: [] });
    const busy = async (who: typeof liaison) => (await who.get(`/api/entities/${id}`)).json() as Entity;
    expect(await busy(liaison)).toMatchObject({ complaints: 2, open: 2 });
    expect(await busy(inspector)).toMatchObject({ complaints: 1, open: 1 });
    expect(await busy(lintan)).toMatchObject({ complaints: 0, open: 0, lastOn: null });
  });
});

import { asc } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { entities, entityKeys, entityOwners, entityPersons } from '#server/entities/entity.table.ts';
import { watchMarks } from '#server/entities/watch.table.ts';
import { visits } from '#server/visits/visit.table.ts';
import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import { CHOSEN_FIELDS, type Entity, type EntityFiling } from '#shared/entities/entity.schema.ts';
import { aCode, anIntake, world } from '#tests/support/world.ts';
import { filer } from './a-library.ts';

type World = Awaited<ReturnType<typeof world>>;

const merge = ({ liaison }: World, survivor: Entity, other: Entity, more: object = {}) =>
  liaison.post(`/api/entities/${survivor.id}/merges`, {
    version: survivor.version,
    otherId: other.id,
    otherVersion: other.version,
    take: [],
    reason: '同一家店',
    ...more,
  });

async function twice(people: World) {
  const file = filer(people.liaison);
  const shop = await file();
  const double = await file({
    name: '扎西特产（拉卜楞店）',
    code: aCode(9),
    riskClass: 'B',
    person: { operator: '扎西才让', phone: '13809410077' },
    places: [{ county: '623027', township: '桑科镇', address: '桑科路5号' }],
    licences: [{ kind: 'food_trade', number: 'JY16230270001', expiresOn: '2027-03-01' }],
  });
  return { shop, double };
}

describe('two entities that are one', () => {
  test('are merged: the survivor keeps everything, records follow, the other leads on', async () => {
    const people = await world();
    const { liaison, inspector, db } = people;
    const { shop, double } = await twice(people);
    const complaint = (await liaison.post('/api/complaints', anIntake({ subjectId: double.id }))).json();
    const log = { visitedOn: '2026-11-20', purpose: 'daily', officers: ['洛桑', '李军'] };
    await inspector.post(`/api/entities/${double.id}/visits`, log);

    const merged = (await merge(people, shop, double, { take: ['name', 'phone'] })).json() as Entity;

    expect(merged).toMatchObject({
      id: shop.id,
      name: '扎西特产（拉卜楞店）',
      code: aCode(1),
      riskClass: 'B',
      phoneMask: '138****0077',
      idTail: '1234',
      formerNames: [{ name: '夏河县扎西特产店' }],
      oldNumbers: [{ kind: 'other', number: aCode(9) }],
      visits: 1,
      complaints: 1,
      merges: [{ other: { id: double.id }, reason: '同一家店' }],
    });
    expect(merged.places).toHaveLength(2);
    expect(merged.licences).toHaveLength(1);
    expect((await liaison.get(`/api/complaints/${complaint.id}`)).json()).toMatchObject({ subjectId: shop.id });
    expect((await liaison.get(`/api/entities/${double.id}`)).json()).toMatchObject({ mergedInto: shop.id });
    const list = (await liaison.get('/api/entities')).json().rows;
    expect(list.map(({ id }: Entity) => id)).toEqual([shop.id]);
    for (const q of [aCode(9), '夏河县扎西特产店', 'lbld', '13809410077'])
      expect([q, (await liaison.post('/api/entities/suggest', { q })).json()]).toMatchObject([q, [{ id: shop.id }]]);
    const late = (await liaison.post('/api/complaints', anIntake({ subjectId: double.id }))).json();
    expect(late.subjectId).toBe(shop.id);
    const events = (await db.read.select().from(auditLines).orderBy(asc(auditLines.id)))
      .map(({ event, subject, dossierId }) => `${event} ${subject ?? dossierId}`)
      .filter((line) => /merged|moved/.test(line));
    expect(events).toEqual([
      `entity.merged entity:${shop.id}`,
      `entity.merged entity:${double.id}`,
      `dossier.subject_moved ${complaint.id}`,
    ]);
  });

  test('are not merged at an old version, with themselves, a person with a shop, or what is merged already', async () => {
    const people = await world();
    const { shop, double } = await twice(people);
    const person = await filer(people.liaison)({ kind: 'person', name: '扎西才让', places: [], person: {} });
    const codeOf = async (...args: [Entity, Entity, object?]) => {
      const { statusCode, body } = await merge(people, ...args);
      return [statusCode, JSON.parse(body).detail?.fields ?? JSON.parse(body).code];
    };

    expect(await codeOf(shop, shop)).toEqual([422, { otherId: 'itself' }]);
    expect(await codeOf(shop, person)).toEqual([422, { otherId: 'person_and_firm' }]);
    expect(await codeOf(shop, { ...double, version: 7 })).toEqual([412, 'changed_meanwhile']);
    expect((await people.inspector.post(`/api/entities/${shop.id}/merges`, {})).statusCode).toBe(403);
    await merge(people, shop, double);
    expect(await codeOf(shop, double)).toEqual([412, 'changed_meanwhile']);
    expect(await codeOf({ ...shop, version: 2 }, double)).toEqual([409, 'merged_away']);
    const edit = await people.liaison.patch(`/api/entities/${double.id}`, { version: 2, notes: 'x' });
    expect([edit.statusCode, edit.json()]).toMatchObject([409, { code: 'merged_away', detail: { into: shop.id } }]);
  });

  test('are parted again; what somebody went on with meanwhile stays and is named', async () => {
    const people = await world();
    const { liaison, clock } = people;
    const { shop, double } = await twice(people);
    const before = (await liaison.post('/api/complaints', anIntake({ subjectId: double.id }))).json();
    const elsewhere = (await liaison.post('/api/complaints', anIntake({ subjectId: double.id }))).json();
    const merged = (await merge(people, shop, double, { take: ['name'] })).json() as Entity;
    clock.pass({ minutes: 5 });
    const since = (await liaison.post('/api/complaints', anIntake({ subjectId: shop.id }))).json();
    await liaison.patch(`/api/entities/${shop.id}`, { version: merged.version, name: '扎西特产总店', notes: '核对过' });
    await liaison.patch(`/api/complaints/${elsewhere.id}`, { version: elsewhere.version, subjectId: null });

    const undo = await liaison.post(`/api/entity-merges/${merged.merges[0]!.id}/undo`, { reason: '不是一家' });

    expect(undo.json()).toMatchObject({ survivorId: shop.id, otherId: double.id, fields: ['name'] });
    const named = undo.json().records.map(({ id }: Entity) => id);
    expect(named.sort()).toEqual([elsewhere.id, since.id].sort());
    expect((await liaison.get(`/api/entities/${shop.id}`)).json()).toMatchObject({
      name: '扎西特产总店',
      notes: '核对过',
      riskClass: null,
      places: [{ township: '拉卜楞镇' }],
      merges: [],
    });
    expect((await liaison.get(`/api/entities/${double.id}`)).json()).toMatchObject({
      name: '扎西特产（拉卜楞店）',
      mergedInto: null,
    });
    const subjectOf = async ({ id }: Entity) => (await liaison.get(`/api/complaints/${id}`)).json().subjectId;
    expect([await subjectOf(before), await subjectOf(elsewhere), await subjectOf(since)]).toEqual([
      double.id,
      null,
      shop.id,
    ]);
    const again = await liaison.post(`/api/entity-merges/${merged.merges[0]!.id}/undo`, { reason: '再来一次' });
    expect(again.statusCode).toBe(409);
  });
});

/** Everything a merge could touch, read past every door; versions and times go on, whatever is taken back. */
async function everything({ db, vault }: World) {
  const { read } = db;
  const persons = await read.select().from(entityPersons).orderBy(entityPersons.id);
  return {
    entities: (await read.select().from(entities).orderBy(entities.id)).map(
      ({ version: _, updatedAt: __, ...row }) => row,
    ),
    persons: persons.map(({ id, sealed }) => [id, JSON.parse(vault.open(sealed, `entity:${id}`))]),
    keys: await read.select().from(entityKeys).orderBy(entityKeys.kind, entityKeys.key, entityKeys.entityId),
    owners: await read.select().from(entityOwners).orderBy(entityOwners.entityId, entityOwners.ownerId),
    visits: await read.select().from(visits).orderBy(visits.id),
    marks: await read.select().from(watchMarks).orderBy(watchMarks.id),
    subjects: await read
      .select({ id: dossiers.id, subjectId: dossiers.subjectId, version: dossiers.version })
      .from(dossiers)
      .orderBy(dossiers.id),
  };
}

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name = fc.constantFrom('夏河县扎西特产店', '扎西特产店', '雪域商行', '夏河县雪域商行（个体工商户）', '德吉藏餐');
const filing: fc.Arbitrary<Partial<EntityFiling>> = fc
  .record({
    kind: fc.constantFrom('company' as const, 'sole_trader' as const, 'premises' as const),
    name,
    nameBo: some(fc.constantFrom('བཀྲ་ཤིས།', 'བདེ་སྐྱིད།')),
    riskClass: some(fc.constantFrom('A' as const, 'D' as const)),
    industry: some(fc.constantFrom('catering' as const, 'retail' as const)),
    notes: some(fc.constantFrom('第一次登记', '门头已换')),
    person: fc.record(
      {
        operator: fc.constantFrom('扎西', '卓玛'),
        phone: fc.constantFrom('13909410001', '0941-8612345'),
        idNo: fc.constantFrom('623027199001011234', '623021197803033456'),
      },
      { requiredKeys: [] },
    ),
    formerNames: fc.array(fc.record({ name }), { maxLength: 2 }),
    oldNumbers: fc.array(fc.record({ kind: fc.constant('registration' as const), number: fc.constantFrom('1', '2') }), {
      maxLength: 2,
    }),
    places: fc.array(
      fc.record({ county: fc.constantFrom('623027', '623021'), address: fc.constantFrom('人民街18号', '团结路3号') }),
      { maxLength: 3 },
    ),
    licences: fc.array(
      fc.record({ kind: fc.constant('food_trade' as const), number: fc.constantFrom('JY1', 'JY2', 'JY3') }),
      { maxLength: 3 },
    ),
  })
  .map((one) => JSON.parse(JSON.stringify(one)));

test('a merge and its undo leave everything as it was, whatever the two were', async () => {
  await fc.assert(
    fc.asyncProperty(
      filing,
      filing,
      fc.subarray([...CHOSEN_FIELDS, ...PERSONAL_FIELDS]),
      fc.record({ owned: fc.boolean(), branch: fc.boolean(), ownOwner: fc.boolean(), both: fc.boolean() }),
      async (one, two, take, ties) => {
        const people = await world();
        const { liaison, inspector } = people;
        const file = filer(liaison);
        const owner = await file({ kind: 'person', name: '马成龙', places: [], person: {} });
        const survivor = await file({ ...one, code: aCode(1) });
        const owners = [
          ...(ties.owned ? [{ entityId: owner.id, role: 'owner' as const }] : []),
          ...(ties.ownOwner ? [{ entityId: survivor.id, role: 'operator' as const }] : []),
        ];
        const other = await file({ ...two, code: aCode(2), owners, ...(ties.branch ? { branchOf: survivor.id } : {}) });
        await file({
          name: '分店',
          code: aCode(3),
          branchOf: other.id,
          owners: [{ entityId: other.id, role: 'owner' }],
        });
        if (ties.both)
          await file({
            name: '合伙店',
            code: aCode(4),
            owners: [survivor, other].map(({ id }) => ({ entityId: id, role: 'owner' as const })),
          });
        for (const { id } of [survivor, other]) {
          await liaison.post('/api/complaints', anIntake({ subjectId: id }));
          const log = { visitedOn: '2026-11-20', purpose: 'daily', officers: ['洛桑', '李军'] };
          await inspector.post(`/api/entities/${id}/visits`, log);
        }
        const before = await everything(people);

        const merged = await merge(people, survivor, other, { take });
        const between = await everything(people);
        const undone = await liaison.post(`/api/entity-merges/${merged.json().merges[0].id}/undo`, { reason: '撤销' });

        expect([merged.statusCode, undone.statusCode]).toEqual([200, 200]);
        expect(undone.json()).toMatchObject({ fields: [], records: [] });
        expect(between).not.toEqual(before);
        expect(await everything(people)).toEqual(before);
        const found = (await liaison.post('/api/entities/find', { q: aCode(2) })).json();
        expect(found.rows).toMatchObject([{ id: other.id }]);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

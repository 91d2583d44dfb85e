import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { persons } from '#server/auth/person.table.ts';
import { aClue } from '#tests/cases/a-case.ts';
import { filer } from '#tests/entities/a-library.ts';
import { ordered } from '#tests/rectifications/a-rectification.ts';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';
import { aTransfer } from '#tests/transfers/a-transfer.ts';

interface Row {
  readonly id: number;
  readonly number: string;
  readonly version: number;
}

async function registered(who: Asker, n: number): Promise<Row[]> {
  const made: Row[] = [];
  for (let at = 0; at < n; at += 1)
    made.push((await who.post('/api/complaints', anIntake({ title: `第${at + 1}件投诉` }))).json());
  return made;
}

async function idOf({ db }: Awaited<ReturnType<typeof world>>, account: string): Promise<number> {
  const [person] = await db.read.select().from(persons).where(eq(persons.account, account));
  return person!.id;
}

const bulk = (rows: readonly Row[], change: object) => ({
  rows: rows.map(({ id, version }) => ({ id, version })),
  change,
});
const read = async (who: Asker, { id }: Pick<Row, 'id'>) => (await who.get(`/api/complaints/${id}`)).json();
const undo = (who: Asker, id: number) => who.post(`/api/operations/${id}/undo`);
const last = async (who: Asker) => (await who.get('/api/operations/last')).json();

test('three hundred records get a handler as one act; a colleague changes one; taking it back restores 299 and names the one', async () => {
  const people = await world();
  const handlerId = await idOf(people, 'inspector');
  const rows = await registered(people.liaison, 300);
  const changed = (await people.liaison.patch('/api/complaints', bulk(rows, { handlerId }))).json();
  const one = rows[140]!;
  const theirs = await people.inspector.patch(`/api/complaints/${one.id}`, {
    version: one.version + 1,
    title: '同事改过的事由',
  });

  const undone = (await undo(people.liaison, changed.operation)).json();

  expect([changed.done.length, changed.failed, theirs.statusCode]).toEqual([300, [], 200]);
  expect(undone).toMatchObject({ restored: 299, kept: [{ number: one.number, why: 'changed_meanwhile' }], left: 0 });
  expect(await read(people.liaison, one)).toMatchObject({ handlerId, title: '同事改过的事由' });
  expect(await read(people.liaison, rows[0]!)).toMatchObject({ handlerId: null, version: 3 });
  const lines = await people.db.read.select().from(auditLines);
  expect(lines.filter(({ detail }) => detail['undoes'] === changed.operation)).toHaveLength(299);
  expect(lines.find(({ event }) => event === 'operation.undone')?.detail).toMatchObject({
    restored: 299,
    kept: [one.number],
  });
}, 60_000);

test('in a change of many each record is checked by itself: what is not ours, not there or not current is left and told', async () => {
  const people = await world();
  const [mine, stale] = await registered(people.liaison, 2);
  const elsewhere = (
    await people.lintan.post('/api/complaints', anIntake({ officeId: OFFICES.lintan.id, county: '623021' }))
  ).json();
  await people.liaison.patch(`/api/complaints/${stale!.id}`, { version: stale!.version, title: '先改一次' });

  const answer = (
    await people.liaison.patch('/api/complaints', bulk([mine!, stale!, elsewhere], { matter: 'food.label' }))
  ).json();
  const wrong = (
    await people.liaison.patch('/api/complaints', bulk([{ ...mine!, version: 2 }], { matter: 'no.such' }))
  ).json();

  expect(answer.done).toEqual([{ id: mine!.id, version: 2 }]);
  expect(answer.failed).toEqual([
    { id: stale!.id, code: 'changed_meanwhile' },
    { id: elsewhere.id, code: 'not_found' },
  ]);
  expect(wrong).toMatchObject({ operation: null, failed: [{ code: 'invalid_input', fields: { matter: 'unknown' } }] });
});

test('one’s own changes are taken back one after the other, the last first, and done again the other way round', async () => {
  const { liaison } = await world();
  const [row] = await registered(liaison, 1);
  const edit = async (version: number, change: object) =>
    (await liaison.patch(`/api/complaints/${row!.id}`, { version, ...change })).json();
  const first = await edit(1, { title: '第一次改' });
  const second = await edit(2, { title: '第二次改', goods: '酸奶' });

  const steps = [];
  for (const way of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
    const next = (await last(liaison))[way];
    expect((await undo(liaison, next.id)).statusCode).toBe(200);
    const { title, goods } = await read(liaison, row!);
    steps.push([way, title, goods]);
  }

  expect([first.operation, second.operation].every(Number.isInteger)).toBe(true);
  expect(steps).toEqual([
    ['undo', '第一次改', null],
    ['undo', '第1件投诉', null],
    ['redo', '第一次改', null],
    ['redo', '第二次改', '酸奶'],
    ['undo', '第一次改', null],
  ]);
});

test('an older change is not taken back over a newer one of one’s own', async () => {
  const { liaison } = await world();
  const [row] = await registered(liaison, 1);
  const first = (await liaison.patch(`/api/complaints/${row!.id}`, { version: 1, title: '第一次改' })).json();
  await liaison.patch(`/api/complaints/${row!.id}`, { version: 2, title: '第二次改' });

  const undone = (await undo(liaison, first.operation)).json();

  expect(undone).toMatchObject({ restored: 0, kept: [{ number: row!.number }] });
  expect(await read(liaison, row!)).toMatchObject({ title: '第二次改' });
});

test('a record that was stepped on since is left as it is, and steps and corrections are no operations', async () => {
  const people = await world();
  const made = (await people.registrar.post('/api/complaints', anIntake())).json();
  const edited = (
    await people.liaison.patch(`/api/complaints/${made.id}`, { version: made.version, goods: '酸奶' })
  ).json();
  const step = (
    await people.liaison.post('/api/complaints/steps', {
      rows: [{ id: made.id, version: edited.version }],
      step: 'acknowledge',
    })
  ).json();

  const undone = (await undo(people.liaison, edited.operation)).json();

  expect(step).toEqual({ done: [{ id: made.id, version: edited.version + 1 }], failed: [] });
  expect(undone).toMatchObject({ restored: 0, kept: [{ number: made.number, why: 'changed_meanwhile' }] });
  expect((await undo(people.liaison, edited.operation)).statusCode).toBe(409);
  expect((await last(people.liaison)).undo).toBeNull();
});

test('nobody takes back what another did, nor anybody what was done on another day', async () => {
  const people = await world();
  const [row] = await registered(people.liaison, 1);
  const { operation } = (
    await people.liaison.patch(`/api/complaints/${row!.id}`, { version: 1, goods: '酸奶' })
  ).json();

  const other = await undo(people.inspector, operation);
  await people.later(1);
  const late = await undo(people.liaison, operation);

  expect([other.statusCode, late.statusCode, late.json().detail.why]).toEqual([404, 409, 'day_over']);
  expect((await last(people.liaison)).undo).toBeNull();
});

test('a link is taken away again from both records, and made again', async () => {
  const { liaison } = await world();
  const [from, to] = await registered(liaison, 2);
  const { operation } = (
    await liaison.post(`/api/dossiers/${from!.id}/links`, { toId: to!.id, link: 'related' })
  ).json();
  const again = (await liaison.post(`/api/dossiers/${from!.id}/links`, { toId: to!.id, link: 'related' })).json();

  const undone = (await undo(liaison, operation)).json();
  const without = (await read(liaison, to!)).links;
  await undo(liaison, (await last(liaison)).redo.id);

  expect(again.operation).toBeNull();
  expect(undone).toMatchObject({ act: 'link', restored: 1, kept: [] });
  expect(without).toEqual([]);
  expect((await read(liaison, to!)).links).toMatchObject([{ id: from!.id, direction: 'from' }]);
  const story = (await liaison.get(`/api/dossiers/${to!.id}/timeline`)).json();
  expect(story.map(({ event }: { event: string }) => event)).toEqual([
    'dossier.linked',
    'dossier.unlinked',
    'dossier.linked',
    'complaint.registered',
  ]);
});

test('the parties of a case come back whole, with what of them is sealed', async () => {
  const { inspector, liaison } = await world();
  const made = (await inspector.post('/api/cases', aClue())).json();
  const edited = (
    await inspector.patch(`/api/cases/${made.id}`, {
      version: made.version,
      violation: '改一改',
      parties: [{ kind: 'person', name: '王某某', phone: '13909410000' }],
    })
  ).json();

  const undone = (await undo(inspector, edited.operation)).json();
  const opened = (await inspector.post(`/api/cases/${made.id}/parties/opened`, { reason: '核对' })).json();
  const now = (await liaison.get(`/api/cases/${made.id}`)).json();

  expect(undone).toMatchObject({ restored: 1, kind: 'case', fields: expect.arrayContaining(['violation', 'parties']) });
  expect(now).toMatchObject({
    violation: '经营超过保质期的食品',
    parties: [{ name: '夏河县扎西特产店', kind: 'sole_trader' }],
  });
  expect(opened.parties).toMatchObject([{ phone: '13909411234', idNo: '623027199001011234' }]);
});

test('a drafted transfer says again what it said, whom it names included', async () => {
  const { inspector } = await world();
  const made = (await inspector.post('/api/transfers', aTransfer())).json();
  const edited = (
    await inspector.patch(`/api/transfers/${made.id}`, {
      version: made.version,
      crime: '生产、销售不符合安全标准的食品罪',
      parties: [{ kind: 'person', name: '王某某', phone: '13909410000' }],
    })
  ).json();

  const undone = (await undo(inspector, edited.operation)).json();
  const opened = (await inspector.post(`/api/transfers/${made.id}/identities`, { reason: '核对' })).json();

  expect(undone).toMatchObject({ restored: 1, kept: [], kind: 'transfer' });
  expect((await inspector.get(`/api/transfers/${made.id}`)).json()).toMatchObject({ crime: '销售伪劣产品罪' });
  expect(opened.parties).toMatchObject([{ name: '贡保才让', phone: '13909418888' }]);
});

test('an order to correct is again as it was written', async () => {
  const { inspector } = await world();
  const { now: made } = await ordered(inspector);
  const edited = (
    await inspector.patch(`/api/rectifications/${made.id}`, { version: made.version, requirement: '另行要求' })
  ).json();

  const undone = (await undo(inspector, edited.operation)).json();
  const now = (await inspector.get(`/api/rectifications/${made.id}`)).json();

  expect(undone).toMatchObject({ restored: 1, kept: [], fields: ['requirement'] });
  expect([edited.requirement, now.requirement]).toEqual(['另行要求', made.requirement]);
});

test('an entity is again as it was, its sealed compartment included, and the audit holds none of that', async () => {
  const { liaison, db } = await world();
  const shop = await filer(liaison)();
  const edited = (
    await liaison.patch(`/api/entities/${shop.id}`, {
      version: shop.version,
      notes: '改一改',
      person: { phone: '13909419999', idNo: null },
    })
  ).json();

  await undo(liaison, edited.operation);
  const opened = (await liaison.post(`/api/entities/${shop.id}/identity`, { reason: '核对' })).json();

  expect(opened.person).toMatchObject({ phone: '13909410001', idNo: '623027199001011234' });
  expect((await liaison.get(`/api/entities/${shop.id}`)).json()).toMatchObject({ notes: null, version: 3 });
  expect(JSON.stringify(await db.read.select().from(auditLines))).not.toContain('13909419999');
});

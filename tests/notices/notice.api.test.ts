import { expect, test } from 'vitest';
import type { Message } from '#server/kernel/outbox.ts';
import { remindOfDue } from '#server/notices/notice.due.ts';
import { notices } from '#server/notices/notice.table.ts';
import { type Asker, anIntake, OFFICES, world } from '#tests/support/world.ts';

interface Group {
  dossierId: number;
  number: string;
  unread: number;
  act: boolean;
  notices: { id: number; event: string; doneAt: string | null }[];
}

const told = async (who: Asker, query = '?unread=true'): Promise<Group[]> =>
  (await who.get(`/api/notices${query}`)).json().rows;
const events = async (who: Asker) =>
  (await told(who)).flatMap((group) => group.notices.filter(({ doneAt }) => !doneAt).map(({ event }) => event));
const counted = async (who: Asker) => (await who.get('/api/notices/count')).json();

async function registered(who: Asker, change: Parameters<typeof anIntake>[0] = {}) {
  const made = await who.post('/api/complaints', anIntake(change));
  expect(made.statusCode, made.body).toBe(201);
  let { version } = made.json();
  const { id, number } = made.json();
  return {
    id,
    number,
    version: () => version,
    async step(by: Asker, body: object) {
      const answer = await by.post(`/api/complaints/${id}/steps`, { version, ...body });
      expect(answer.statusCode, answer.body).toBe(200);
      version = answer.json().version;
    },
  };
}

test('an office a matter is dispatched to is told its number and no word more, and nobody else is', async () => {
  const { registrar, liaison, inspector, outsider, lintan } = await world();

  const { id, number } = await registered(registrar);

  const [group] = await told(liaison);
  expect(group).toEqual({
    dossierId: id,
    kind: 'complaint',
    number,
    at: '2026-11-24T02:00:00.000Z',
    unread: 1,
    act: true,
    notices: [
      {
        id: expect.any(Number),
        event: 'dispatched',
        need: 'act',
        at: '2026-11-24T02:00:00.000Z',
        dueOn: null,
        readAt: null,
        doneAt: null,
        tellAt: null,
      },
    ],
  });
  for (const other of [registrar, inspector, outsider, lintan]) expect(await told(other, '')).toEqual([]);
});

test('each step tells whoever must act next, and what waited before waits no more', async () => {
  const { registrar, liaison, inspector, chief } = await world();
  const matter = await registered(registrar);

  await matter.step(liaison, { step: 'give_back', reason: '属临潭县' });
  expect([await events(registrar), await events(liaison)]).toEqual([['returned'], []]);

  await matter.step(registrar, { step: 'dispatch', officeId: OFFICES.xiahe.id });
  await matter.step(liaison, { step: 'acknowledge' });
  await matter.step(liaison, { step: 'accept' });
  await matter.step(liaison, { step: 'settle', reason: '退款' });
  await matter.step(liaison, { step: 'submit', reason: '双方和解', outcome: 'settled' });
  expect([await events(chief), await counted(chief)]).toEqual([['submitted'], { unread: 1, act: 1 }]);

  await matter.step(chief, { step: 'send_back', reason: '补充收据' });
  expect([await events(chief), await events(liaison)]).toEqual([[], ['sent_back']]);

  await matter.step(liaison, { step: 'submit', reason: '已补充', outcome: 'settled' });
  await matter.step(chief, { step: 'approve' });
  expect(await events(liaison)).toEqual(['closed']);
  expect(await counted(liaison)).toEqual({ unread: 1, act: 0 });
  expect(await told(inspector, '')).toEqual([]);
});

test('a dispute goes to the coordinators of the county and the prefecture, a second return too', async () => {
  const { registrar, liaison, coordinator, blockCoordinator } = await world();
  const disputed = await registered(registrar);
  await disputed.step(liaison, { step: 'dispute', reason: '属农业农村局' });

  for (const who of [coordinator, blockCoordinator]) expect(await events(who)).toEqual(['disputed']);

  await disputed.step(coordinator, { step: 'rule', officeId: OFFICES.xiahe.id, reason: '由夏河县局办理' });
  for (const who of [coordinator, blockCoordinator]) expect(await counted(who)).toEqual({ unread: 0, act: 0 });
  expect(await events(liaison)).toEqual(['dispatched']);
});

test('a person is told that a record became theirs, not of what they took themselves', async () => {
  const { liaison, inspector } = await world();
  const { id } = await registered(liaison);
  const directory = (await liaison.get('/api/directory')).json();
  const inspectorId = directory.people.find(({ name }: { name: string }) => name === 'inspector').id;
  const { version } = (await liaison.get(`/api/complaints/${id}`)).json();

  await liaison.patch(`/api/complaints/${id}`, { version, handlerId: inspectorId });

  expect(await events(inspector)).toEqual(['assigned']);
  expect(await told(liaison, '')).toEqual([]);
});

test('asking for access tells the leaders of the owning office until they have decided', async () => {
  const { liaison, inspector, chief } = await world();
  const { id } = await registered(liaison, { restricted: true });

  await inspector.post(`/api/dossiers/${id}/access-requests`, { reason: '协助核查' });
  expect([await events(chief), await events(liaison)]).toEqual([['access_asked'], []]);

  const { version } = (await chief.get(`/api/complaints/${id}`)).json();
  await chief.put(`/api/dossiers/${id}/restriction`, { restricted: false, personIds: [], reason: '可以公开', version });
  expect(await counted(chief)).toEqual({ unread: 0, act: 0 });
});

test('one’s own notices are read by oneself; somebody else’s stay as they are', async () => {
  const { registrar, liaison, chief } = await world();
  await registered(registrar);
  const ids = (await told(liaison)).flatMap((group) => group.notices.map(({ id }) => id));

  const foreign = await chief.post('/api/notices/read', { ids });
  const own = await liaison.post('/api/notices/read', { ids });

  expect([foreign.json(), own.json()]).toEqual([{ read: 0 }, { read: 1 }]);
  expect(await counted(liaison)).toEqual({ unread: 0, act: 1 });
  expect(await told(liaison, '?need=act')).toHaveLength(1);
});

test('an office that lost sight of a record no longer reads of it', async () => {
  const { liaison, farmer } = await world();
  const { id } = await registered(liaison);
  const at = async () => (await liaison.get(`/api/complaints/${id}`)).json().version;
  const office = OFFICES.agriculture.id;
  await liaison.post(`/api/dossiers/${id}/parts`, {
    officeId: office,
    part: 'reader',
    reason: '需要知悉',
    version: await at(),
  });
  expect(await events(farmer)).toEqual(['part_added']);

  await liaison.delete(`/api/dossiers/${id}/parts/${office}`, { reason: '不再需要', version: await at() });

  expect([await told(farmer, ''), await counted(farmer)]).toEqual([[], { unread: 0, act: 0 }]);
});

test('what falls due is told once for each due day; what went overdue also to the leaders', async () => {
  const { app, liaison, chief, later } = await world({ today: '2026-07-06' });
  await registered(liaison, { receivedOn: '2026-07-06' });
  const remind = () => remindOfDue({ db: app.db, clock: app.clock, vault: app.vault, bus: app.bus });

  expect(await remind()).toBe(0);
  await later(8);
  expect([await remind(), await remind()]).toEqual([1, 0]);
  expect([await events(liaison), await events(chief)]).toEqual([['due_soon'], []]);
  await later(2);
  expect([await remind(), await remind()]).toEqual([3, 0]);
  expect([await events(liaison), await events(chief)]).toEqual([['overdue'], ['overdue']]);
});

test('a reminder is past once the step it was about is taken', async () => {
  const { app, liaison, later } = await world({ today: '2026-07-06' });
  const matter = await registered(liaison, { receivedOn: '2026-07-06' });
  await later(8);
  await remindOfDue({ db: app.db, clock: app.clock, vault: app.vault, bus: app.bus });
  expect(await counted(liaison)).toEqual({ unread: 1, act: 1 });

  await matter.step(liaison, { step: 'accept' });

  expect(await counted(liaison)).toEqual({ unread: 0, act: 0 });
});

test('a long list comes in pages, the latest told first', async () => {
  const { registrar, liaison } = await world();
  const ids: number[] = [];
  for (let n = 0; n < 5; n += 1) ids.push((await registered(registrar)).id);

  const first = (await liaison.get('/api/notices?limit=3')).json();
  const second = (await liaison.get(`/api/notices?limit=3&cursor=${first.next}`)).json();

  expect([...first.rows, ...second.rows].map((group: Group) => group.dossierId)).toEqual(ids.reverse());
  expect(second.next).toBeNull();
});

test('whoever is told hears it at once, by ids only', async () => {
  const { app, db, registrar } = await world();
  const heard: Message[] = [];
  app.bus.listen((message) => heard.push(message));

  const { id } = await registered(registrar);

  const [row] = await db.read.select().from(notices);
  expect(heard.filter(({ topic }) => topic === 'notice')).toEqual([
    { topic: 'notice', id, event: 'dispatched', personIds: [row!.personId] },
  ]);
});

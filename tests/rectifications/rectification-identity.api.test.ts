import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { filer } from '#tests/entities/a-library.ts';
import { issue, make, opening } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { type Asker, world } from '#tests/support/world.ts';
import { anOrder } from './a-rectification.ts';

const NAME = '卓玛才让';
const ANSWERS = { 联系人: '李军', 联系地址: '夏河县人民东街18号' };
const person = { subjectKind: 'person', subjectName: NAME } as const;

async function orderedFrom(by: Asker, change: Parameters<typeof anOrder>[0]) {
  const answer = await by.post('/api/rectifications', anOrder(change));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** The notice in force, opened with a reason. */
async function noticeOf(
  { inspector, chief }: { inspector: Asker; chief: Asker },
  order: { id: number; version: number },
) {
  const draft = (await make(inspector, order, 'correction_order', 'party', ANSWERS)).json();
  const final = await issue(chief, draft.paper.id, draft.version);
  expect(final.statusCode, final.body).toBe(201);
  const { paper } = final.json();
  return { paper, text: (await opened((await opening(inspector, paper.id, '送达当事人')).rawPayload)).text };
}

test('an order against a natural person has its notice with the whole name, sealed; printing and opening leave their lines', async () => {
  const people = await world();
  const { inspector, db } = people;
  const order = await orderedFrom(inspector, person);

  const { paper, text } = await noticeOf(people, order);
  const now = (await inspector.get(`/api/rectifications/${order.id}`)).json();
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.dossierId, order.id));

  expect(text).toContain(`${NAME}：`);
  expect(paper.sealed).toBe(true);
  expect(now).toMatchObject({ subjectName: '卓***', identityOpenings: 1, orderNumber: paper.number });
  expect(lines.filter(({ event }) => event === 'identity.printed')).toMatchObject([{ detail: { places: ['当事人'] } }]);
  expect(lines.filter(({ event }) => event === 'identity.opened')).toMatchObject([
    { detail: { reason: '送达当事人' } },
  ]);
});

test('neither the disk nor any answer holds the name of whom an order is against in readable form', async () => {
  const people = await world();
  const { inspector, db } = people;
  const order = await orderedFrom(inspector, person);
  const draft = (await make(inspector, order, 'correction_order', 'party', ANSWERS)).json();

  const read = [`/api/rectifications/${order.id}`, `/api/dossiers/${order.id}/documents/correction_order`];
  const answers = await Promise.all(read.map(async (url) => (await inspector.get(url)).body));
  const folder = dirname(db.file);
  const readable = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(NAME));

  expect(draft.paper.sealed).toBe(true);
  for (const body of answers) expect(body).not.toContain(NAME);
  expect(readable).toEqual([]);
});

test('whoever is chosen from the file comes masked, and the notice still says the whole name', async () => {
  const people = await world();
  const filed = await filer(people.liaison)({ kind: 'person', name: NAME, places: [], person: {} });

  const order = await orderedFrom(people.inspector, { ...person, subjectName: '卓***', subjectId: filed.id });

  expect((await noticeOf(people, order)).text).toContain(`${NAME}：`);
});

test('a name that was only written down masked is completed on the record, and the line says no more than that it changed', async () => {
  const people = await world();
  const { inspector, db } = people;
  const order = await orderedFrom(inspector, { ...person, subjectName: '卓***' });
  const path = `/api/rectifications/${order.id}`;

  const lacking = (await make(inspector, order, 'correction_order', 'party', ANSWERS)).json();
  const masked = await inspector.patch(path, { version: lacking.version, subjectName: '卓*' });
  const named = await inspector.patch(path, { version: lacking.version, subjectName: NAME });
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'rectification.edited'));

  expect(lacking.paper.missing).toContain('当事人');
  expect([masked.statusCode, masked.json().detail.fields]).toEqual([422, { subjectName: 'masked' }]);
  expect([named.statusCode, named.json().subjectName, named.json().operation]).toEqual([200, '卓***', null]);
  expect(lines.map(({ detail }) => detail)).toMatchObject([{ changes: { subjectName: ['卓***', '卓***'] } }]);
  expect((await noticeOf(people, named.json())).text).toContain(`${NAME}：`);
});

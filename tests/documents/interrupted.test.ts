import { dirname } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { persons } from '#server/auth/person.table.ts';
import { foldersOf } from '#server/data-folder.ts';
import { finishPapers, issuePaper } from '#server/documents/document.issue.ts';
import { templatesNamed } from '#server/documents/template.service.ts';
import { contentNamed } from '#server/files/file.service.ts';
import { Store } from '#server/files/store.ts';
import { Bus, Outbox } from '#server/kernel/outbox.ts';
import type { Role } from '#shared/auth/permissions.ts';
import { make, opening, registered, stepped } from '#tests/support/papers.ts';
import { upload } from '#tests/support/uploads.ts';
import { opened } from '#tests/support/word.ts';
import { OFFICES, world } from '#tests/support/world.ts';

test('a paper interrupted between its number and its file is finished with that number, once, and as it was put in force', async () => {
  const { liaison, db, clock, vault } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  const draft = (await make(liaison, dossier, 'complaint_acceptance', 'complainant', { 联系人: '洛桑' })).json();
  const [person] = await db.read.select().from(persons).where(eq(persons.account, 'liaison'));
  const roles: Role[] = ['liaison'];
  const actor = { personId: person!.id, name: '张丽', officeId: OFFICES.xiahe.id, roles, scope: null };
  const trace = { requestId: 'test', address: '' };
  const { id } = await db.transact((tx) =>
    issuePaper({ tx, actor, clock, vault, trace, outbox: new Outbox() }, draft.paper.id, { version: draft.version }),
  );
  const [half] = (await liaison.get(`/api/dossiers/${dossier.id}/documents`)).json().made;
  const store = new Store(foldersOf(dirname(db.file)).files);
  const finish = () => finishPapers({ db, clock, vault, bus: new Bus() }, store);

  const tooSoon = await finish();
  clock.pass({ minutes: 2 });
  const finished = [await finish(), await finish()];

  expect(half).toMatchObject({ standing: 'final', number: '（夏）市监投受〔2026〕第1号', fileId: null });
  expect([tooSoon, ...finished]).toEqual([0, 1, 0]);
  const { text } = await opened((await opening(liaison, id)).rawPayload);
  expect(text).toContain('（夏）市监投受〔2026〕第1号');
  expect(text).toContain('2026年11月24日');
});

test('what sweeps contents nobody names keeps templates and sealed papers', async () => {
  const { liaison, db } = await world();
  const bytes = (await liaison.get('/api/documents/standard/complaint_acceptance')).rawPayload;
  const ask = { form: 'complaint_acceptance', uploadId: await upload(liaison, bytes), name: 'a.docx', replaces: 0 };
  const { sha256 } = (await liaison.post('/api/documents/templates', ask)).json();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  await make(liaison, dossier, 'complaint_acceptance', 'complainant', { 联系人: '洛桑' });
  const store = new Store(foldersOf(dirname(db.file)).files);
  const named = async (prefix: string) =>
    new Set([...(await contentNamed(db.read, prefix)), ...(await templatesNamed(db.read, prefix))]);

  const gone = await store.sweepOrphans(Date.now() + 10 * 86_400_000, named);

  expect(gone).toBe(0);
  expect((await named(sha256.slice(0, 2))).has(sha256)).toBe(true);
});

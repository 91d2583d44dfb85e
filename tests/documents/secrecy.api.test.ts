import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { issue, make, opening, registered, stepped } from '#tests/support/papers.ts';
import { opened } from '#tests/support/word.ts';
import { type Asker, OFFICES, world } from '#tests/support/world.ts';

const NAME = '李某某';
const PHONE = '13909411234';
const ID_NO = '623027199001011234';
const ADDRESS = '拉卜楞镇人民西街18号';
const whole = { name: NAME, phone: PHONE, idNo: ID_NO, address: ADDRESS };

test('the two makings of one decision bear one number, and the respondent’s does not say who complained, however it was written', async () => {
  const { liaison } = await world();
  const title = `李 某 某（电话１３９ 0941 1234）投诉${NAME}所购假货`;
  let dossier = await registered(liaison, { title, complainant: whole });
  dossier = await stepped(liaison, dossier, 'accept');
  dossier = await stepped(liaison, dossier, 'end_mediation', { ground: 'end.3', reason: '调解不成' });

  const named = (await make(liaison, dossier, 'mediation_end', 'complainant')).json();
  const inForce = (await issue(liaison, named.paper.id, named.version)).json();
  const unnamed = (await make(liaison, { ...dossier, version: inForce.version }, 'mediation_end', 'respondent')).json();
  const other = (await issue(liaison, unnamed.paper.id, unnamed.version)).json();
  const { text, part, names } = await opened((await liaison.get(`/api/files/${other.paper.fileId}`)).rawPayload);
  const everything = (await Promise.all(names.map(part))).join('\n') + JSON.stringify(other);

  expect(other.paper).toMatchObject({ sealed: false, standing: 'final', number: inForce.paper.number });
  expect(text).toContain('夏河县扎西特产店：');
  expect(text).toContain('关于×××（电话××××）投诉×××所购假货投诉的调解过程中');
  for (const secret of [NAME, '李 某 某', PHONE, '0941 1234', ID_NO, ADDRESS]) expect(everything).not.toContain(secret);
});

test('a form is made without who complained for others, and masks the numbers of third persons in both', async () => {
  const { liaison } = await world();
  const content = `我叫${NAME}，见证人王某电话13812345678，身份证623027198505051233`;
  const dossier = await registered(liaison, { content, complainant: whole });

  const filed = (await make(liaison, dossier, 'complaint_entry', 'office')).json();
  const plain = (await make(liaison, { ...dossier, version: filed.version }, 'complaint_entry', 'others')).json();
  const forFile = await opened((await opening(liaison, filed.paper.id)).rawPayload);
  const forOthers = await opened((await liaison.get(`/api/files/${plain.paper.fileId}`)).rawPayload);

  expect(filed.paper).toMatchObject({ standing: 'final', sealed: true, number: null });
  expect(forFile.text).toContain(PHONE);
  expect(forFile.text).toContain('见证人王某电话138****5678，身份证623027********1233');
  expect(plain.paper.sealed).toBe(false);
  expect(forOthers.text).toContain('我叫×××，见证人王某电话138****5678');
  for (const secret of [NAME, PHONE, ID_NO, ADDRESS, '13812345678', '623027198505051233'])
    expect(forOthers.xml).not.toContain(secret);
});

test('a paper that says who complained lies sealed, and each opening has its reason, its line and its count', async () => {
  const { liaison, inspector, registrar, coordinator, db } = await world();
  const dossier = await stepped(liaison, await registered(liaison), 'accept');
  const form = ['complaint_acceptance', 'complainant', { 联系人: '洛桑' }] as const;
  const { paper } = (await make(liaison, dossier, ...form)).json();

  const direct = await liaison.get(`/api/files/${paper.fileId}`);
  const byOthers = [await opening(registrar, paper.id), await opening(coordinator, paper.id)];
  const without = await liaison.post(`/api/documents/${paper.id}/opening`, {});
  const twice = [await opening(liaison, paper.id), await opening(inspector, paper.id, '送达')];

  expect([direct.statusCode, direct.json().detail]).toEqual([403, { need: 'reason' }]);
  expect(byOthers.map(({ statusCode }) => statusCode)).toEqual([404, 403]);
  expect(without.statusCode).toBe(422);
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const lines = await db.read.select().from(auditLines).where(eq(auditLines.event, 'identity.opened'));
  expect(lines.map(({ detail }) => detail)).toMatchObject([{ reason: '寄送投诉人' }, { reason: '送达' }]);
  expect((await liaison.get(`/api/complaints/${dossier.id}`)).json().identityOpenings).toBe(2);
  expect(JSON.stringify((await liaison.get(`/api/dossiers/${dossier.id}/files`)).json())).not.toContain(NAME);
});

test('neither the disk, the database nor the audit holds who complained in readable form after their paper was made', async () => {
  const { liaison, db } = await world();
  const dossier = await stepped(liaison, await registered(liaison, { complainant: whole }), 'accept');
  const form = ['complaint_acceptance', 'complainant', { 联系人: '洛桑' }] as const;
  const draft = (await make(liaison, dossier, ...form)).json();
  await issue(liaison, draft.paper.id, draft.version);

  const folder = dirname(db.file);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const readable = [];
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const secret of [NAME, PHONE, ID_NO, ADDRESS]) if (bytes.includes(secret)) readable.push(`${path}: ${secret}`);
    if (bytes.subarray(0, 2).toString() === 'PK') readable.push(`${path}: a paper in clear`);
  }

  expect(files.length).toBeGreaterThan(2);
  expect(readable).toEqual([]);
});

test('whoever sees a record in overview or as a stub sees no papers, and who only reads makes none', async () => {
  const { liaison, registrar, inspector, farmer, outsider } = await world();
  const hidden = await registered(liaison, { restricted: true });
  await make(liaison, hidden, 'complaint_entry', 'others');
  const open = await registered(liaison);
  const drafted = (await make(liaison, open, 'complaint_entry', 'others')).json();
  const reader = { officeId: OFFICES.agriculture.id, part: 'reader', reason: '知悉办理情况' };
  await liaison.post(`/api/dossiers/${open.id}/parts`, { ...reader, version: drafted.version });
  const seen = async (who: Asker, id: number) => {
    const answer = await who.get(`/api/dossiers/${id}/documents`);
    return answer.statusCode === 200 ? [answer.json().forms.length > 0, answer.json().made.length] : answer.statusCode;
  };
  const making = await make(farmer, { id: open.id, version: drafted.version + 1 }, 'complaint_entry', 'others');

  expect(await seen(inspector, hidden.id)).toEqual([false, 0]);
  expect(await seen(registrar, open.id)).toEqual([false, 0]);
  expect(await seen(farmer, open.id)).toEqual([false, 1]);
  expect(await seen(outsider, open.id)).toBe(404);
  expect(making.statusCode).toBe(403);
  expect((await farmer.get(`/api/dossiers/${open.id}/documents/complaint_entry`)).statusCode).toBe(403);
});

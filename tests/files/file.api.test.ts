import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { attach, beginUpload, sendPiece, upload } from '#tests/support/uploads.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const registered = async (who: Asker, change: Parameters<typeof anIntake>[0] = {}) => {
  const made = await who.post('/api/complaints', anIntake(change));
  expect(made.statusCode, made.body).toBe(201);
  return made.json() as { id: number; version: number };
};

test('a file goes into the record with its hash and a line, and comes out as it went in', async () => {
  const { liaison, db } = await world();
  const dossier = await registered(liaison);

  const added = await attach(liaison, dossier, '检验报告.pdf', PDF);

  expect(added.statusCode, added.body).toBe(201);
  const { file, version } = added.json();
  expect(version).toBe(dossier.version + 1);
  expect(file).toMatchObject({ name: '检验报告.pdf', type: 'application/pdf', size: PDF.length, sha256: sha(PDF) });
  const got = await liaison.get(`/api/files/${file.id}`);
  expect(got.rawPayload.equals(PDF)).toBe(true);
  expect(got.headers).toMatchObject({
    'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('检验报告.pdf')}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  const lines = await db.read.select().from(auditLines);
  expect(lines.filter((line) => line.event.startsWith('file.'))).toMatchObject([
    { event: 'file.added', dossierId: dossier.id, detail: { fileId: file.id, sha256: sha(PDF) } },
  ]);
  expect(JSON.stringify(lines)).not.toContain('检验报告');
});

test('an upload cut off goes on where it stopped, for nobody but who began it', async () => {
  const { liaison, inspector } = await world();
  const dossier = await registered(liaison);
  const uploadId = await beginUpload(liaison, PDF.length);
  await sendPiece(liaison, uploadId, 0, PDF.subarray(0, 10));
  const body = { uploadId, name: 'a.pdf', version: dossier.version };

  const half = await liaison.post(`/api/dossiers/${dossier.id}/files`, body);
  const foreign = await sendPiece(inspector, uploadId, 10, PDF.subarray(10));
  const wrong = await sendPiece(liaison, uploadId, 4, PDF.subarray(4));
  const rest = await sendPiece(liaison, uploadId, 10, PDF.subarray(10));
  const stolen = await inspector.post(`/api/dossiers/${dossier.id}/files`, body);
  const whole = await liaison.post(`/api/dossiers/${dossier.id}/files`, body);

  expect([half.statusCode, half.json().detail.fields]).toEqual([422, { uploadId: 'not_finished' }]);
  expect([foreign.statusCode, wrong.statusCode, rest.statusCode]).toEqual([404, 409, 204]);
  expect(stolen.statusCode).toBe(422);
  expect(whole.json().file.sha256).toBe(sha(PDF));
});

test('the same upload sent twice is one file, as is the same content, and a refused version can be tried again', async () => {
  const { liaison } = await world();
  const dossier = await registered(liaison);
  const uploadId = await upload(liaison, PDF);
  const send = (version: number) =>
    liaison.post(`/api/dossiers/${dossier.id}/files`, { uploadId, name: 'a.pdf', version });

  const stale = await send(dossier.version + 7);
  const first = await send(dossier.version);
  const again = await send(dossier.version);
  const same = await attach(liaison, { id: dossier.id, version: first.json().version }, 'b.pdf', PDF);

  expect(stale.statusCode).toBe(412);
  expect(again.json()).toEqual(first.json());
  expect([same.statusCode, same.json().detail]).toEqual([409, { fileId: first.json().file.id }]);
  expect((await liaison.get(`/api/dossiers/${dossier.id}/files`)).json()).toHaveLength(1);
});

test('a photograph is scaled, set upright and loses its place; the hash of what was sent is kept', async () => {
  const { liaison } = await world();
  const dossier = await registered(liaison);
  const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Make: 'Secret-Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 12/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

  const { file } = (await attach(liaison, dossier, '现场.JPG', photo)).json();

  expect(file).toMatchObject({
    name: '现场.JPG',
    type: 'image/jpeg',
    width: 1200,
    height: 2400,
    originalSha256: sha(photo),
    originalSize: photo.length,
    hasPreview: true,
  });
  const kept = await liaison.get(`/api/files/${file.id}`);
  expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined();
  expect(kept.rawPayload.includes('Secret-Phone')).toBe(false);
  const small = await liaison.get(`/api/files/${file.id}/preview`);
  expect(small.headers['content-type']).toBe('image/jpeg');
  expect(await sharp(small.rawPayload).metadata()).toMatchObject({ width: 200, height: 400 });
});

test('whoever sees only the overview or the stub of a record sees none of its files', async () => {
  const { registrar, liaison, coordinator, outsider, inspector, chief } = await world();
  const open = await registered(registrar);
  const { file } = (await attach(liaison, open, 'a.pdf', PDF)).json();
  const closed = await registered(liaison, { restricted: true });
  const secret = (await attach(liaison, closed, '绝密.pdf', PDF)).json().file;
  const seenBy = async (who: Asker, dossierId: number, fileId: number) => {
    const list = await who.get(`/api/dossiers/${dossierId}/files`);
    const got = await who.get(`/api/files/${fileId}`);
    const none = await who.get('/api/files/99999');
    expect(got.statusCode === 200 || got.json().code === none.json().code).toBe(true);
    return [list.statusCode === 200 ? list.json().length : list.statusCode, got.statusCode];
  };

  expect(await seenBy(coordinator, open.id, file.id)).toEqual([0, 404]);
  expect(await seenBy(outsider, open.id, file.id)).toEqual([404, 404]);
  expect(await seenBy(inspector, open.id, file.id)).toEqual([1, 200]);
  expect(await seenBy(inspector, closed.id, secret.id)).toEqual([0, 404]);
  expect(await seenBy(chief, closed.id, secret.id)).toEqual([1, 200]);
});

test('opening a file of a restricted record leaves a line each time, also for a repeated key', async () => {
  const { liaison, chief, db } = await world();
  const dossier = await registered(liaison, { restricted: true });
  const { file } = (await attach(liaison, dossier, 'a.pdf', PDF)).json();

  await chief.get(`/api/files/${file.id}`, { 'idempotency-key': 'same-key-twice' });
  await chief.get(`/api/files/${file.id}`, { 'idempotency-key': 'same-key-twice' });

  const lines = await db.read.select().from(auditLines);
  expect(lines.filter((line) => line.event === 'file.opened')).toMatchObject([
    { dossierId: dossier.id, detail: { fileId: file.id } },
    { dossierId: dossier.id, detail: { fileId: file.id } },
  ]);
});

test('a removed file is named as removed, handed out to nobody, and still on disk', async () => {
  const { liaison, inspector, db } = await world();
  const dossier = await registered(liaison);
  const { file, version } = (await attach(inspector, dossier, 'a.pdf', PDF)).json();

  const removed = await liaison.delete(`/api/files/${file.id}`, { reason: '传错了案件', version });

  expect(removed.json()).toMatchObject({ version: version + 1, file: { removedBy: expect.any(Number) } });
  expect((await liaison.get(`/api/files/${file.id}`)).statusCode).toBe(404);
  expect((await liaison.get(`/api/dossiers/${dossier.id}/files`)).json()).toMatchObject([{ id: file.id }]);
  expect(readdirSync(join(dirname(db.file), 'files', sha(PDF).slice(0, 2)))).toContain(sha(PDF));
});

test('content the disk changed is not handed out', async () => {
  const { liaison, db } = await world();
  const dossier = await registered(liaison);
  const { file } = (await attach(liaison, dossier, 'a.pdf', PDF)).json();
  const path = join(dirname(db.file), 'files', file.sha256.slice(0, 2), file.sha256);
  expect(readFileSync(path).equals(PDF)).toBe(true);
  writeFileSync(path, 'something else');

  const got = await liaison.get(`/api/files/${file.id}`);

  expect([got.statusCode, got.json().code]).toEqual([500, 'damaged']);
});

test('who may not add files may not even begin an upload; a size above 50 MB is refused before its first byte', async () => {
  const { liaison, coordinator } = await world();
  const begin = (who: Asker, length: number) =>
    who.post('/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': String(length) });

  expect((await begin(coordinator, 10)).statusCode).toBe(403);
  const huge = await begin(liaison, 50 * 1024 * 1024 + 1);
  expect([huge.statusCode, huge.json().code]).toEqual([413, 'too_large']);
  const other = await liaison.post('/api/uploads', undefined, {
    'tus-resumable': '1.0.0',
    'upload-length': '10',
    origin: 'https://elsewhere.example',
    'sec-fetch-site': 'cross-site',
  });
  expect([other.statusCode, other.json().code]).toEqual([403, 'cross_site']);
});

import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { Upload } from 'tus-js-client';
import { expect, test } from 'vitest';
import { contentNamed } from '#server/files/file.service.ts';
import { Store } from '#server/files/store.ts';
import { UPLOAD_PIECE } from '#shared/files/file.api.ts';
import { attach, beginUpload, upload } from '#tests/support/uploads.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

async function listening({ app }: World) {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
const cookieOf = (who: Asker, origin: string) => ({
  cookie: `__Host-session=${who.cookie}`,
  origin,
  'sec-fetch-site': 'same-origin',
});
const filesOf = ({ db }: World) => join(dirname(db.file), 'files');
const hours = (n: number) => n * 3_600_000;

test('a large file goes up piece by piece with the usual client, names itself to nobody, and is whole', async () => {
  const here = await world();
  const origin = await listening(here);
  const bytes = Buffer.alloc(3 * UPLOAD_PIECE + 17, 'abc ');
  const sent = new Promise<string>((resolve, reject) => {
    const client = new Upload(bytes as unknown as Blob, {
      endpoint: `${origin}/api/uploads`,
      chunkSize: UPLOAD_PIECE,
      headers: cookieOf(here.liaison, origin),
      metadata: { filename: '李某某身份证.jpg' },
      onError: reject,
      onSuccess: () => resolve(client.url!.split('/').pop()!),
    });
    client.start();
  });

  const uploadId = await sent;

  const dossier = (await here.liaison.post('/api/complaints', anIntake())).json();
  const body = { uploadId, name: '记录.txt', version: dossier.version };
  const { file } = (await here.liaison.post(`/api/dossiers/${dossier.id}/files`, body)).json();
  expect(file.size).toBe(bytes.length);
  const told = (await here.liaison.head(`/api/uploads/${uploadId}`)).headers;
  expect(JSON.stringify(told)).not.toContain('filename');
  expect(readdirSync(join(filesOf(here), 'uploads'))).toEqual([]);
});

test('a line that breaks in the middle of a piece keeps what had arrived, and the server goes on', async () => {
  const here = await world();
  const origin = await listening(here);
  const uploadId = await beginUpload(here.liaison, 400_000);
  await new Promise<void>((resolve) => {
    const out = request(`${origin}/api/uploads/${uploadId}`, {
      method: 'PATCH',
      headers: {
        ...cookieOf(here.liaison, origin),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': '400000',
      },
    });
    out.on('error', () => resolve());
    out.write(Buffer.alloc(200_000, 'a'));
    setTimeout(() => out.destroy(new Error('cut')), 200);
  });

  const stands = async () =>
    Number(
      (await here.liaison.head(`/api/uploads/${uploadId}`, undefined, { 'tus-resumable': '1.0.0' })).headers[
        'upload-offset'
      ],
    );

  await expect.poll(stands).toBeGreaterThan(100_000);
  expect((await here.liaison.get('/healthz')).statusCode).toBe(200);
});

test('one person cannot fill the disk with uploads never finished', async () => {
  const { liaison } = await world();
  for (let n = 0; n < 20; n += 1) await beginUpload(liaison, 10);

  const more = await liaison.post('/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': '10' });

  expect([more.statusCode, more.json().code]).toEqual([429, 'too_many']);
});

test('an upload nobody went on with for an hour disappears, one still going on does not', async () => {
  const here = await world();
  const store = new Store(filesOf(here));
  const broken = await beginUpload(here.liaison, 10);
  const going = await beginUpload(here.liaison, 10);
  const old = new Date(Date.now() - hours(2));
  for (const name of [broken, `${broken}.json`, `${going}.json`]) utimesSync(join(store.uploads, name), old, old);

  await store.sweepUploads(Date.now());

  expect(readdirSync(store.uploads).sort()).toEqual([going, `${going}.json`]);
});

test('content no record names is swept after a day; content a removed file names stays', async () => {
  const here = await world();
  const store = new Store(filesOf(here));
  const dossier = (await here.liaison.post('/api/complaints', anIntake())).json();
  const { file, version } = (await attach(here.liaison, dossier, 'a.txt', Buffer.from('证言'))).json();
  await here.liaison.delete(`/api/files/${file.id}`, { reason: '传错', version });
  const orphan = await store.keepBytes(Buffer.from('left over'));
  const fresh = await store.keepBytes(Buffer.from('being attached'));
  const pathOf = (sha256: string) => join(filesOf(here), sha256.slice(0, 2), sha256);
  const old = new Date(Date.now() - hours(30));
  for (const sha256 of [orphan, file.sha256]) utimesSync(pathOf(sha256), old, old);

  const gone = await store.sweepOrphans(Date.now(), (prefix) => contentNamed(here.db.read, prefix));

  expect(gone).toBe(1);
  expect([orphan, fresh, file.sha256].map((sha256) => existsSync(pathOf(sha256)))).toEqual([false, true, true]);
  expect(statSync(pathOf(fresh)).mode & 0o077).toBe(0);
});

test('an upload refused for its content leaves nothing in the record', async () => {
  const { liaison } = await world();
  const dossier = (await liaison.post('/api/complaints', anIntake())).json();
  const uploadId = await upload(liaison, Buffer.from('<html><script>alert(1)</script></html>'));

  const refused = await liaison.post(`/api/dossiers/${dossier.id}/files`, {
    uploadId,
    name: '报告.pdf',
    version: dossier.version,
  });

  expect([refused.statusCode, refused.json().code]).toEqual([415, 'unsupported_type']);
  expect((await liaison.get(`/api/dossiers/${dossier.id}/files`)).json()).toEqual([]);
});

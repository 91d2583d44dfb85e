import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { restore } from '#server/cli/restore.ts';
import { makeBackup } from '#server/db/backup.ts';
import { openDatabase } from '#server/db/database.ts';
import { verifyAuditIn } from '#server/db/inspect.ts';
import { restoreBackup } from '#server/db/restore.ts';
import { freshFolder } from '#tests/support/template.ts';
import { anIntake, world } from '#tests/support/world.ts';

const EVIDENCE = 'a photograph of a mislabelled jar';
const sha256 = createHash('sha256').update(EVIDENCE).digest('hex');
const evidence = `files/${sha256.slice(0, 2)}/${sha256}`;

/** A workspace with three complaints, a key and a kept file, and a backup made while it is open. */
async function backedUp() {
  const { liaison, file, db } = await world();
  for (let n = 0; n < 3; n += 1) await liaison.post('/api/complaints', anIntake());
  const data = dirname(file);
  for (const [path, text] of [
    ['keys/master.key', 'k'.repeat(44)],
    [evidence, EVIDENCE],
  ] as const) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const backup = join(freshFolder('backup'), 'copy');
  const manifest = await makeBackup({ data, to: backup, at: '2026-11-24T02:00:00.000Z', version: '0.1.0' });
  return { liaison, db, data, backup, manifest, to: join(freshFolder('restored'), 'data') };
}

test('a backup made while people work comes back whole: rows, key, files and audit, and says in the audit that it did', async () => {
  const { backup, to, manifest } = await backedUp();

  expect(await restore('', [backup, to])).toBe(0);

  const db = openDatabase(join(to, 'yipanqi.db'));
  const dossiers = (await db.read.all('select number from dossiers')).length;
  const [last] = await db.read.all<{ event: string }>('select event from audit_lines order by id desc limit 1');
  await db.close();
  expect(dossiers).toBe(3);
  expect(last?.event).toBe('system.restored');
  expect((await verifyAuditIn(join(to, 'yipanqi.db'))).lines).toBe(manifest.audit.lines + 1);
  expect(readFileSync(join(to, evidence), 'utf8')).toBe(EVIDENCE);
  expect(readFileSync(join(to, 'keys/master.key'), 'utf8')).toBe('k'.repeat(44));
});

test('what is acknowledged before a backup begins is in it, and people register on while it is made', async () => {
  const { liaison, data, db } = await backedUp();
  const [{ n: before }] = (await db.read.all('select count(*) as n from dossiers')) as [{ n: number }];
  const making = makeBackup({
    data,
    to: join(freshFolder('busy'), 'copy'),
    at: '2026-11-24T02:00:00.000Z',
    version: '0.1.0',
  });

  const meanwhile = await Promise.all(Array.from({ length: 20 }, () => liaison.post('/api/complaints', anIntake())));

  expect(new Set(meanwhile.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  const { counts } = await making;
  expect(counts['dossiers']).toBeGreaterThanOrEqual(before);
});

test('nobody but its owner can read a backup', async () => {
  const { backup, manifest } = await backedUp();
  const modes = ['manifest.json', ...manifest.members.map(({ path }) => path)].map((path) => [
    path,
    (statSync(join(backup, path)).mode & 0o777).toString(8),
  ]);
  expect(modes.filter(([, mode]) => mode !== '600')).toEqual([]);
  expect((statSync(backup).mode & 0o777).toString(8)).toBe('700');
});

const flip = (file: string) => {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 0x10;
  writeFileSync(file, bytes);
};
const DAMAGES: readonly [string, (backup: string) => void][] = [
  ['a database cut short', (backup) => truncateSync(join(backup, 'yipanqi.db'), 40_960)],
  ['a database with one flipped bit', (backup) => flip(join(backup, 'yipanqi.db'))],
  ['a missing file', (backup) => rmSync(join(backup, evidence))],
  ['a changed file', (backup) => flip(join(backup, evidence))],
  ['a missing key', (backup) => rmSync(join(backup, 'keys/master.key'))],
  ['a missing manifest', (backup) => rmSync(join(backup, 'manifest.json'))],
  [
    'an edited manifest',
    (backup) => {
      const file = join(backup, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-24', '2026-11-25'));
    },
  ],
  [
    'a half-copied backup',
    (backup) => {
      rmSync(join(backup, 'files'), { recursive: true });
      rmSync(join(backup, 'keys'), { recursive: true });
    },
  ],
];

for (const [damage, harm] of DAMAGES) {
  test(`${damage} is refused with the reason, and nothing is left behind`, async () => {
    const { backup, to } = await backedUp();
    harm(backup);

    await expect(restoreBackup(backup, to)).rejects.toThrow(/ · /);

    expect(readdirSync(dirname(to))).toEqual([]);
  });
}

test('a folder that holds anything, or that a product works in, is not restored into', async () => {
  const { backup, to, data } = await backedUp();
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'notes.txt'), 'mine');

  await expect(restoreBackup(backup, to)).rejects.toThrow('not empty');
  await expect(restoreBackup(backup, data)).rejects.toThrow('holds data already');
  writeFileSync(join(to, 'yipanqi.lock'), '1');
  await expect(restoreBackup(backup, to)).rejects.toThrow('stop it first');
  expect(readFileSync(join(to, 'notes.txt'), 'utf8')).toBe('mine');
});

test('the write-ahead log of another database, left beside a backup or in the folder, is not mixed in', async () => {
  const { backup, to, data, manifest } = await backedUp();
  copyFileSync(join(data, 'yipanqi.db-wal'), join(backup, 'yipanqi.db-wal'));
  mkdirSync(to, { recursive: true });
  copyFileSync(join(data, 'yipanqi.db-wal'), join(to, 'yipanqi.db-wal'));

  await restoreBackup(backup, to);

  expect(existsSync(join(to, 'yipanqi.db-wal'))).toBe(false);
  expect((await verifyAuditIn(join(to, 'yipanqi.db'))).head).toBe(manifest.audit.head);
});

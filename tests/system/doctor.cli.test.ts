import { chmodSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { auditHead } from '#server/cli/audit-head.ts';
import { doctor } from '#server/cli/doctor.ts';
import { verifyAuditOf } from '#server/cli/verify-audit.ts';
import { checkAfterUnclean } from '#server/system/start-check.ts';
import { openVault } from '#server/vault/vault.ts';
import { anIntake, world } from '#tests/support/world.ts';

/** What a command says to whoever sits at the machine. */
function listening() {
  const said: string[] = [];
  for (const method of ['log', 'error'] as const) {
    const spy = vi.spyOn(console, method).mockImplementation((text) => void said.push(String(text)));
    onTestFinished(() => spy.mockRestore());
  }
  return { said, last: () => said[said.length - 1] ?? '' };
}

async function workspace() {
  const people = await world();
  await people.liaison.post('/api/complaints', anIntake());
  const data = dirname(people.file);
  chmodSync(data, 0o700);
  mkdirSync(join(data, 'keys'), { recursive: true });
  openVault(join(data, 'keys/master.key'));
  return { ...people, data };
}

/** Overwrites the middle of every second page: as a dying disk does. */
function harm(file: string) {
  const handle = openSync(file, 'r+');
  for (let page = 3; page < 60; page += 2) writeSync(handle, Buffer.alloc(2048, 0xab), 0, 2048, page * 4096 + 100);
}

test('the doctor finds a sound folder sound but for the backup, in both languages', async () => {
  const { data } = await workspace();
  const { said } = listening();

  await doctor(data, []);

  const wrong = said.filter((line) => line.startsWith('✗')).map((line) => /WRONG (\S+)/.exec(line)?.[1]);
  expect(wrong.filter((name) => name !== '明年日历')).toEqual(['备份']);
  expect(said.filter((line) => line.startsWith('✓')).length).toBeGreaterThanOrEqual(8);
});

test('the doctor names a key others can read, a missing attachment and a broken audit', async () => {
  const { data, db } = await workspace();
  const key = join(data, 'keys/master.key');
  chmodSync(key, 0o644);
  const { said } = listening();
  await db.transact(async (tx) => {
    const triggers = await tx.all<{ name: string }>(
      "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_lines'",
    );
    for (const { name } of triggers) await tx.run(`drop trigger "${name}"`);
    await tx.run("/* by hand */ update audit_lines set event = 'x' where id = 2");
    await tx.run(`/* by hand */ insert into files (dossier_id, upload_id, name, type, size, sha256, person_id, office_id, at)
      values (1, 'u', 'p.jpg', 'image/jpeg', 1, '${'ab'.repeat(32)}', 1, 3, '2026-11-24T02:00:00.000Z')`);
  });

  const wrong = await doctor('', [data]);

  expect(wrong).toBeGreaterThanOrEqual(3);
  expect(said.join('\n')).toContain(`chmod 600 ${key}`);
  expect(said.join('\n')).toContain('breaks at line 2');
  expect(said.join('\n')).toContain('missing or changed');
});

test('a head printed earlier is found in the chain again; a chain cut off or signed by another is not believed', async () => {
  const { data, liaison, db } = await workspace();
  const { last } = listening();
  await auditHead(data);
  const kept = last();
  await liaison.post('/api/complaints', anIntake());

  expect(await verifyAuditOf(data, [kept])).toBe(0);

  expect(await verifyAuditOf(data, [`${kept.slice(0, -3)}AAA`])).toBe(1);
  await auditHead(data);
  const later = last();
  await db.transact(async (tx) => {
    const triggers = await tx.all<{ name: string }>(
      "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_lines'",
    );
    for (const { name } of triggers) await tx.run(`drop trigger "${name}"`);
    await tx.run('/* by hand */ delete from audit_lines where id = (select max(id) from audit_lines)');
  });
  expect(await verifyAuditOf(data)).toBe(0); // nothing in a shortened chain itself shows that its end is gone
  expect(await verifyAuditOf(data, [later])).toBe(1);
  expect(await verifyAuditOf(data, [kept])).toBe(0);
});

test('after an unclean stop a damaged page keeps the product from starting, with what to do; a sound one is started', async () => {
  const { file } = await workspace();
  expect(await checkAfterUnclean(file)).toBe('ok');
  const copy = join(dirname(file), 'copy.db');
  const stopped = new Sqlite(file);
  await stopped.backup(copy);
  stopped.close();
  expect(await checkAfterUnclean(copy)).toBeNull();
  harm(copy);
  writeFileSync(`${copy}-wal`, 'left by a crash');

  await expect(checkAfterUnclean(copy)).rejects.toThrow(/restore/);
});

test('a page damaged while people work is found by the next backup: nothing is written any more, and the page says so', async () => {
  const { file, systemAdmin, liaison, clock } = await workspace();
  await systemAdmin.post('/api/system/backups');
  clock.pass({ minutes: 5 });
  const other = new Sqlite(file);
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  harm(file);

  const state = (await systemAdmin.post('/api/system/backups')).json();

  expect(state.alarms).toEqual(expect.arrayContaining(['damaged', 'backup_failed']));
  expect(state).toMatchObject({ state: 'read_only', backups: 1 });
  expect((await liaison.post('/api/complaints', anIntake())).statusCode).toBe(503);
});

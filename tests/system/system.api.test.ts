import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreBackup } from '#server/db/restore.ts';
import { nameAt, outdated } from '#server/system/rotation.ts';
import { surviveOne } from '#server/system/survive.ts';
import { backUpDaily } from '#server/system/system.service.ts';
import { keepReserve } from '#server/system/watch.ts';
import { freshFolder } from '#tests/support/template.ts';
import { anIntake, world } from '#tests/support/world.ts';

test('an administrator sees that no backup exists, makes one by a button, and it restores', async () => {
  const { systemAdmin, file } = await world();
  const before = (await systemAdmin.get('/api/system')).json();

  const after = (await systemAdmin.post('/api/system/backups')).json();

  expect(before).toMatchObject({ lastBackup: null, state: 'ready' });
  expect(before.alarms).toContain('backup_old');
  expect(after.alarms).not.toContain('backup_old');
  expect(after).toMatchObject({ backups: 1, lastBackup: { files: 1 } });
  const folder = join(dirname(file), 'backups');
  const to = join(freshFolder('again'), 'data');
  await restoreBackup(join(folder, readdirSync(folder)[0]!), to);
  expect(readdirSync(to)).toContain('yipanqi.db');
});

test('only administrators learn of the state, and only the system administrator makes a backup', async () => {
  const { liaison, securityAdmin, auditAdmin, stranger } = await world();
  expect((await liaison.get('/api/system')).statusCode).toBe(403);
  expect((await stranger.get('/api/system')).statusCode).toBe(401);
  expect((await securityAdmin.get('/api/system')).statusCode).toBe(200);
  expect((await auditAdmin.post('/api/system/backups')).statusCode).toBe(403);
});

test('a backup that cannot be made is an alarm and an audit line, and the earlier ones stay', async () => {
  const { systemAdmin, auditAdmin, clock, db } = await world();
  await systemAdmin.post('/api/system/backups');
  clock.pass({ days: 0, minutes: 5 });
  const triggers = await db.read.all<{ name: string }>(
    "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_lines'",
  );
  for (const { name } of triggers) await db.transact(async (tx) => void (await tx.run(`drop trigger "${name}"`)));
  await db.transact(async (tx) => void (await tx.run("/* by hand */ update audit_lines set event = 'x' where id = 1")));

  const after = (await systemAdmin.post('/api/system/backups')).json();

  expect(after.alarms).toContain('backup_failed');
  expect(after.backups).toBe(1);
  const lines = (await auditAdmin.get('/api/audit')).json().rows as { event: string }[];
  expect(lines[0]?.event).toBe('system.backup_failed');
});

test('forty nights leave fourteen days and the months before, and a night already covered makes none', async () => {
  const { db, clock, file } = await world();
  for (let night = 0; night < 40; night += 1) {
    expect(await backUpDaily({ db, clock })).toBe(true);
    clock.pass({ days: 1 });
  }
  const names = readdirSync(join(dirname(file), 'backups')).sort();

  expect(names).toHaveLength(15); // 24 November to 2 January: fourteen days, and the last of November beside them
  expect(names[0]).toContain('20261130');
  clock.pass({ days: -1 });
  expect(await backUpDaily({ db, clock })).toBe(false);
}, 60_000);

test('rotation keeps the newest whatever happens, never more than it promises, and touches nothing of others', () => {
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.uniqueArray(instant, { minLength: 1, maxLength: 80 }), (instants) => {
      const names = [...new Set(instants.map((at) => nameAt(at.toISOString())))];
      const gone = new Set(outdated([...names, 'notes.txt', 'before-upgrade-3-ab12cd.db']));
      const kept = names.filter((name) => !gone.has(name)).sort();
      expect(kept[kept.length - 1]).toBe([...names].sort()[names.length - 1]);
      expect(kept.length).toBeLessThanOrEqual(26);
      expect(gone.has('notes.txt') || gone.has('before-upgrade-3-ab12cd.db')).toBe(false);
      expect(outdated(kept)).toEqual([]);
    }),
  );
});

test('while room is short nothing is written, reading and signing out go on, and with room it works again by itself', async () => {
  const { liaison, systemAdmin, db } = await world();
  const made = (await liaison.post('/api/complaints', anIntake())).json();
  const left = (freeSpace: number) => async () => ({ databaseSize: 1, freeSpace, reserve: 500 });

  expect(await keepReserve(db, left(499))).toBe(true);

  const refused = await liaison.post('/api/complaints', anIntake());
  expect([refused.statusCode, refused.json().code, refused.json().detail.reason]).toEqual([503, 'read_only', 'space']);
  expect((await liaison.get(`/api/complaints/${made.id}`)).statusCode).toBe(200);
  expect((await systemAdmin.get('/api/system')).json().state).toBe('read_only');
  expect((await systemAdmin.delete('/api/session')).statusCode).toBeLessThan(300);
  expect(await keepReserve(db, left(501))).toBe(true);
  expect((await liaison.post('/api/complaints', anIntake())).statusCode).toBe(201);
});

test('one error nobody caught is survived, a second within a minute closes the product, a later one does not', () => {
  let now = 0;
  let closed = 0;
  const hear = surviveOne(
    { error: () => undefined } as never,
    () => {
      closed += 1;
    },
    () => now,
  );

  hear(new Error('one'));
  now = 61_000;
  hear(new Error('much later'));
  expect(closed).toBe(0);
  now = 90_000;
  hear(new Error('again'));
  expect(closed).toBe(1);
});

test('a backup of last week is an alarm', async () => {
  const { systemAdmin, later } = await world();
  await systemAdmin.post('/api/system/backups');
  await later(7);
  expect((await systemAdmin.get('/api/system')).json().alarms).toContain('backup_old');
});

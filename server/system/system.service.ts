import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { record } from '#server/audit/audit.service.ts';
import { readCalendar } from '#server/clocks/law.edit.ts';
import { foldersOf } from '#server/data-folder.ts';
import { makeBackup } from '#server/db/backup.ts';
import { type Manifest, readManifest } from '#server/db/manifest.ts';
import { isReviewLate } from '#server/fields/field.service.ts';
import type { Parts } from '#server/kernel/turns.ts';
import type { Work } from '#server/kernel/work.ts';
import { VERSION } from '#server/version.ts';
import type { Alarm, SystemState } from '#shared/system/system.api.ts';
import { isBackup, nameAt, outdated } from './rotation.ts';
import { checkData, spaceOf, watchOf } from './watch.ts';

/** A backup older than this is an alarm: one night was missed. */
const OLD_MS = 26 * 3_600_000;
/** A start makes no new backup while the last one is younger than this. */
const RECENT_MS = 20 * 3_600_000;
const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();

const backupsOf = ({ db }: Pick<Parts, 'db'>) => foldersOf(dirname(db.file)).backups;

/** The newest backup that says of itself what it holds. */
export function newestBackup(folder: string): Manifest | null {
  for (const name of namesIn(folder).sort().reverse()) {
    try {
      return readManifest(join(folder, name));
    } catch {
      // not a backup one could rely on: the one before it may be
    }
  }
  return null;
}

function namesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readdirSync(folder).filter(isBackup);
}

/** Makes a checked backup in the data folder and lets old ones go, only after the new one proved good. Who asks meanwhile waits for the same one. */
export function backUp(parts: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const watch = watchOf(parts.db);
  watch.backingUp ??= backUpOnce(parts).finally(() => {
    watch.backingUp = null;
  });
  return watch.backingUp;
}

async function backUpOnce({ db, clock }: Pick<Parts, 'db' | 'clock'>) {
  const watch = watchOf(db);
  const folder = backupsOf({ db });
  const at = clock.now();
  try {
    sweepHalfMade(folder);
    const to = join(folder, nameAt(at));
    if (existsSync(to)) return; // made this very second
    await makeBackup({ data: dirname(db.file), to, at, version: VERSION, link: true });
    for (const name of outdated(namesIn(folder))) rmSync(join(folder, name), { recursive: true, force: true });
    watch.backupFailed = false;
    watch.lastCheck = { at, verdict: 'ok' }; // the copy was read page by page, so the original was too
  } catch (error) {
    watch.backupFailed = true;
    await checkData(db, at);
    throw error;
  }
}

function sweepHalfMade(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (name.endsWith('.partial')) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The nightly backup, made up for at a start that finds the last one old; answers whether one was made. */
export async function backUpDaily(parts: Pick<Parts, 'db' | 'clock'>): Promise<boolean> {
  const last = newestBackup(backupsOf(parts));
  if (last && Date.parse(parts.clock.now()) - Date.parse(last.madeAt) < RECENT_MS) return false;
  await backUp(parts);
  return true;
}

/** The audit line of a backup that was made, or was not. */
export async function recordBackup(work: Work, failed: boolean): Promise<void> {
  await record(work, failed ? 'system.backup_failed' : 'system.backed_up', 'system');
}

/** Everything an administrator without a command line has to know. */
export async function systemState(parts: Pick<Parts, 'db' | 'clock'>): Promise<SystemState> {
  const { db, clock } = parts;
  const watch = watchOf(db);
  const folder = backupsOf(parts);
  const last = newestBackup(folder);
  const space = await spaceOf(db);
  const { missingYear, alarm } = await readCalendar({ tx: db.read, clock });
  const old = !last || Date.parse(clock.now()) - Date.parse(last.madeAt) > OLD_MS;
  const alarms: [Alarm, boolean][] = [
    ['damaged', db.trouble === 'damaged'],
    ['storage_failed', db.trouble !== null && db.trouble !== 'damaged' && db.trouble !== 'space'],
    ['space_low', space.freeSpace < space.reserve],
    ['backup_failed', watch.backupFailed],
    ['backup_old', old],
    ['files_damaged', (last?.damaged.length ?? 0) > 0],
    ['calendar_missing', alarm],
    ['review_late', await isReviewLate({ tx: db.read, clock })],
  ];
  return {
    version: VERSION,
    state: db.trouble ? 'read_only' : 'ready',
    alarms: alarms.filter(([, holds]) => holds).map(([name]) => name),
    startedAt,
    ...space,
    backups: namesIn(folder).length,
    backupFolder: folder,
    lastBackup: last && shown(last),
    lastCheck: watch.lastCheck,
    missingYear,
  };
}

function shown({ madeAt, members, audit }: Manifest) {
  return {
    madeAt,
    size: members.reduce((sum, { size }) => sum + size, 0),
    files: members.length,
    auditLines: audit.lines,
    auditHead: audit.head,
  };
}

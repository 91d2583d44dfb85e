import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '#server/db/database.ts';
import { inspect } from '#server/db/inspect.ts';

/** What is known of a data folder since the start; whatever outlives a restart stands in the folder itself. */
export interface Watch {
  /** Whether the last attempt at a backup failed. */
  backupFailed: boolean;
  lastCheck: { at: string; verdict: string } | null;
  /** The backup under way; a second asker waits for it. */
  backingUp: Promise<void> | null;
}

const watches = new WeakMap<Database, Watch>();
const LEAST_FREE = 500 * 1024 * 1024;

/** The one watch over this database. */
export function watchOf(db: Database): Watch {
  let watch = watches.get(db);
  if (!watch) {
    watch = { backupFailed: false, lastCheck: null, backingUp: null };
    watches.set(db, watch);
  }
  return watch;
}

/** How large the data is, how much room is left, and how much must stay: an upgrade and a backup need twice the data. */
export async function spaceOf({ file }: Database) {
  const { bavail, bsize } = await statfs(dirname(file));
  const databaseSize = statSync(file).size;
  return { databaseSize, freeSpace: bavail * bsize, reserve: Math.max(LEAST_FREE, 2 * databaseSize) };
}

/** Stops writing while room runs out and lets it go on once there is some; answers whether that changed. */
export async function keepReserve(db: Database, space: typeof spaceOf = spaceOf): Promise<boolean> {
  const { freeSpace, reserve } = await space(db);
  const low = freeSpace < reserve;
  if (low && db.trouble === null) db.setTrouble('space');
  else if (!low && db.trouble === 'space') db.setTrouble(null);
  else return false;
  return true;
}

/** Reads every page and index; a damaged database is not written to any more until somebody has looked. */
export async function checkData(db: Database, at: string): Promise<string> {
  const { verdict } = await inspect(db.file, 'full');
  watchOf(db).lastCheck = { at, verdict };
  if (verdict !== 'ok') db.setTrouble('damaged');
  return verdict;
}

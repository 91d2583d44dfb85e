import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Every migration of this version, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/** A data file written by a newer version of the product. */
export class NewerData extends Error {
  override readonly name = 'NewerData';
}

/**
 * Brings a data file to this version: backs it up first where it is not new, then runs what is missing in one
 * transaction, or leaves all untouched. Throws NewerData for a file a newer version has written.
 */
export async function migrate(
  file: string,
  migrations: Migration[],
  backups: string,
): Promise<{ applied: string[]; backup: string | null }> {
  const db = new Sqlite(file, { timeout: 250 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    const done = db.pragma('user_version', { simple: true }) as number;
    if (done > migrations.length) throw new NewerData(`${basename(file)}: ${done} > ${migrations.length}`);
    const missing = migrations.slice(done);
    if (missing.length === 0) return { applied: [], backup: null };
    const backup = done > 0 ? await copyBefore(db, backups, done) : null;
    db.pragma('foreign_keys = OFF');
    db.transaction(() => {
      for (const { sql } of missing) db.exec(sql);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration would break ${broken.length} references`);
      db.pragma(`user_version = ${migrations.length}`);
    }).immediate();
    return { applied: missing.map((migration) => migration.name), backup };
  } finally {
    db.close();
  }
}

/** A consistent copy beside the data, named by what it holds, made by the engine and opened once before it counts. */
async function copyBefore(db: Sqlite.Database, folder: string, version: number): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = createHash('sha256').update(String(process.hrtime.bigint())).digest('hex').slice(0, 6);
  const copy = join(folder, `before-upgrade-${version}-${stamp}.db`);
  await db.backup(copy);
  const opened = new Sqlite(copy, { readonly: true });
  const verdict = opened.pragma('quick_check', { simple: true });
  opened.close();
  if (verdict !== 'ok') throw new Error(`the copy before the upgrade is damaged: ${verdict}`);
  return copy;
}

/** The folder of migrations, found from the source tree and from the built server alike. */
export function migrationsFolder(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'server/db/migrations');
    if (existsSync(folder)) return folder;
    if (at === dirname(at)) throw new Error('server/db/migrations is missing');
  }
}

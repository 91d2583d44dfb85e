import Sqlite from 'better-sqlite3';
import { Refusal } from '#shared/kernel/errors.ts';

/** SQLite before this may lose commits when two connections race on the write-ahead log. */
const OLDEST_SQLITE = [3, 51, 3];
/** A foreign lock holds the event loop while SQLite waits for it, so it waits no longer than this. */
const BUSY_MS = 250;

/** Opens one connection with every durability setting read back after the first query, where the build's defaults hide. */
export function openConnection(file: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(file, { readonly, fileMustExist: readonly, timeout: BUSY_MS });
  if (!readonly) connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('mmap_size = 0');
  connection.pragma(`cache_size = -${readonly ? 64_000 : 32_000}`);
  connection.pragma('temp_store = MEMORY');
  const version = connection.prepare('select sqlite_version()').pluck().get() as string;
  if (isOlder(version)) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  for (const [pragma, wanted] of [
    ['synchronous', 2],
    ['foreign_keys', 1],
  ] as const) {
    const found = connection.pragma(pragma, { simple: true });
    if (found !== wanted) throw new Error(`PRAGMA ${pragma} is ${found}, not ${wanted}`);
  }
  return connection;
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, oldest] of OLDEST_SQLITE.entries()) {
    if ((parts[i] ?? 0) !== oldest) return (parts[i] ?? 0) < oldest;
  }
  return false;
}

const CODES: [RegExp, () => Refusal][] = [
  [/^SQLITE_FULL/, () => new Refusal('storage_full')],
  [/^SQLITE_IOERR/, () => new Refusal('storage_full', { reason: 'io' })],
  [/^SQLITE_(BUSY|LOCKED)/, () => new Refusal('overloaded', { reason: 'locked' })],
  [/^SQLITE_READONLY/, () => new Refusal('read_only', { reason: 'file' })],
];

/** Turns the storage's own failures into refusals a person can act on; anything else passes through unchanged. */
export function refusalOf(error: unknown): unknown {
  const code = sqliteCode(error);
  return CODES.find(([pattern]) => pattern.test(code))?.[1]() ?? error;
}

/** The engine's error code, also where the query builder wrapped the error; empty for anything else. */
export function sqliteCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Sqlite.SqliteError) return at.code;
  }
  return '';
}

import { sqliteCode } from './connection.ts';

/** True where a write failed because the row is already there. The codes differ by engine, and only here. */
export function isDuplicate(error: unknown): boolean {
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(sqliteCode(error))) return true;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '23505') return true;
  }
  return false;
}

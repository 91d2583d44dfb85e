import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  real,
  type SQLiteTable,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export { index, real, uniqueIndex as unique };
/** Any table of this product. */
export type AnyTable = SQLiteTable;

/** A table of this product; the same file builds on PostgreSQL through the twin of this module. */
export const table = sqliteTable;
/** The row's own number, never reused. */
export const id = () => integer().primaryKey({ autoIncrement: true });
/** Another row's number. */
export const ref = () => integer();
export const label = () => sqliteText();
export const text = () => sqliteText();
/** A calendar day of the office's zone, `2026-03-02`. */
export const day = () => sqliteText();
/** A moment, ISO 8601 in UTC. */
export const instant = () => sqliteText();
export const count = () => integer();
/** Money in fen, whole numbers. */
export const money = () => integer();
export const flag = () => integer({ mode: 'boolean' });
export const bytes = () => blob({ mode: 'buffer' });
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>();
/** One of a closed list of words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  sqliteText({ enum: values as unknown as [T[number], ...T[number][]] });
/** A primary key of several columns. */
export const pair = (first: AnySQLiteColumn, ...more: AnySQLiteColumn[]) => primaryKey({ columns: [first, ...more] });

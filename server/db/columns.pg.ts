import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text as pgText,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export { doublePrecision as real, index, uniqueIndex as unique };

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});

/** The PostgreSQL twin of `columns.sqlite.ts`: the same words, the other engine's types. */
export const table = pgTable;
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity();
export const ref = () => bigint({ mode: 'number' });
export const label = () => pgText();
export const text = () => pgText();
export const day = () => pgText();
export const instant = () => pgText();
export const count = () => integer();
export const money = () => bigint({ mode: 'number' });
export const flag = () => boolean();
export const bytes = () => bytea();
export const json = <T>() => jsonb().$type<T>();
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  pgText({ enum: values as unknown as [T[number], ...T[number][]] });
export const pair = (first: AnyPgColumn, ...more: AnyPgColumn[]) => primaryKey({ columns: [first, ...more] });

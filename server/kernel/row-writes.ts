import { type Column, eq, getTableColumns, sql } from 'drizzle-orm';
import type { AnyTable } from '#columns';
import type { Tx } from '#server/db/database.ts';
import { kept, prepared } from './prepared.ts';

/** A prepared write, as far as it is used here. */
interface Write {
  execute(values: Record<string, unknown>): unknown;
}

/** The columns a write names, in the table's own order, so that one set of columns is one statement. */
const said = (table: AnyTable, values: object): [string, Column][] =>
  Object.entries(getTableColumns(table)).filter(([name]) => values[name as keyof typeof values] !== undefined);

/** Inserts rows one by one: prepared once for each set of columns; one that is not said takes its default. */
export function inserting<T extends AnyTable>(table: T) {
  const statements = kept<Write>();
  return async (tx: Tx, values: T['$inferInsert']): Promise<void> => {
    const names = said(table, values).map(([name]) => name);
    const build = () =>
      tx
        .insert(table)
        .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as T['$inferInsert'])
        .prepare();
    await statements(tx, names.join(), build).execute({ ...values });
  };
}

/** Changes single rows by their id: prepared once for each set of columns; a change that says nothing writes nothing. */
export function updating<T extends AnyTable & { id: Column }>(table: T) {
  const statements = kept<Write>();
  return async (tx: Tx, id: number, change: Partial<T['$inferInsert']>): Promise<void> => {
    const columns = said(table, change);
    if (columns.length === 0) return;
    const build = () =>
      tx
        .update(table)
        .set(
          Object.fromEntries(
            columns.map(([name, column]) => [name, sql`${sql.param(sql.placeholder(name), column)}`]),
          ) as never,
        )
        .where(eq(table.id, sql.placeholder('rowId')))
        .prepare();
    await statements(tx, columns.map(([name]) => name).join(), build).execute({ ...change, rowId: id });
  };
}

/** Deletes the rows in which a column holds an id; prepared once. */
export function deleting(table: AnyTable, column: Column) {
  const statement = prepared((tx) =>
    tx
      .delete(table)
      .where(eq(column, sql.placeholder('id')))
      .prepare(),
  );
  return async (tx: Tx, id: number): Promise<void> => {
    await statement(tx).execute({ id });
  };
}

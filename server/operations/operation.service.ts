import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { addDays, type Day } from '#shared/kernel/calendar.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import {
  OPERATIONS_MOST,
  type Operation,
  type OperationAct,
  type OperationKind,
  type OperationWay,
} from '#shared/operations/operation.api.ts';
import { type OperationRow, operationRows, operations } from './operation.table.ts';

/** Values of fields by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What an act did to one thing, as far as it can be taken back. */
export interface Changed {
  readonly id: number;
  /** The thing's version after it; null for a thing without one. */
  readonly version: number | null;
  readonly before: Values;
  readonly after: Values;
  /** The number of a record that was made by it. */
  readonly made?: string;
}

/** Of an edit that takes an operation back: which one, for its audit line. */
export interface Reversal {
  readonly undoes?: number;
}

/** Which operation rows are of. */
export interface Act {
  readonly act: OperationAct;
  readonly kind: OperationKind;
  readonly way?: OperationWay;
  readonly reverses?: number;
}

const about = (operationId: number, at: number) => `operation:${operationId}:${at}`;
const fieldsOf = (rows: readonly Changed[]) => [...new Set(rows.flatMap(({ after }) => Object.keys(after)))];

/** Keeps what was done so that whoever did it can take it back; nothing done is no operation. */
export async function keepOperation(
  work: Work,
  { act, kind, way = 'done', reverses }: Act,
  rows: readonly (Changed | null)[],
): Promise<number | null> {
  const did = rows.filter((row): row is Changed => row !== null);
  if (did.length === 0) return null;
  const [made] = await work.tx
    .insert(operations)
    .values({
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      act,
      kind,
      way,
      fields: fieldsOf(did),
      rows: 0,
      on: work.clock.today(),
      at: work.clock.now(),
      reverses: reverses ?? null,
    })
    .returning();
  await addRows(work, made!, did);
  return made!.id;
}

/** Adds what went on with an operation in a later turn. */
export async function addRows(work: Work, to: OperationRow, rows: readonly Changed[]): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows.map(({ id, version, before, after, made }, n) => ({
    operationId: to.id,
    at: to.rows + n,
    subjectId: id,
    version,
    made: made ?? null,
    sealed: work.vault.seal(JSON.stringify({ before, after }), about(to.id, to.rows + n)),
  }));
  for (let from = 0; from < stored.length; from += 500)
    await work.tx.insert(operationRows).values(stored.slice(from, from + 500));
  const fields = [...new Set([...to.fields, ...fieldsOf(rows)])];
  await work.tx
    .update(operations)
    .set({ rows: to.rows + rows.length, fields })
    .where(eq(operations.id, to.id));
}

/** Rows of an operation not turned back yet, with what they changed. */
export async function rowsLeft(work: Work, operationId: number, most: number) {
  const rows = await work.tx
    .select()
    .from(operationRows)
    .where(and(eq(operationRows.operationId, operationId), eq(operationRows.turned, false)))
    .orderBy(asc(operationRows.at))
    .limit(most + 1);
  const opened = rows.slice(0, most).map(({ sealed, ...row }) => ({
    ...row,
    ...(JSON.parse(work.vault.open(sealed, about(operationId, row.at))) as { before: Values; after: Values }),
  }));
  return { rows: opened, more: rows.length > most };
}

/** Marks rows as turned back, or as left alone for good. */
export async function turnRows(work: Work, operationId: number, places: readonly number[]): Promise<void> {
  await work.tx
    .update(operationRows)
    .set({ turned: true })
    .where(and(eq(operationRows.operationId, operationId), inArray(operationRows.at, [...places])));
}

/** One's own operation of this day in this office; any other is not there, and an older one has had its day. */
export async function reachOperation(work: Work, id: number): Promise<OperationRow> {
  const [row] = await work.tx.select().from(operations).where(eq(operations.id, id));
  if (row?.personId !== work.actor.personId || row.officeId !== work.actor.officeId) throw new Refusal('not_found');
  if (row.on !== work.clock.today()) throw new Refusal('has_moved_on', { why: 'day_over' });
  return row;
}

/**
 * Whether nobody but this person, by operations of their own, touched a thing since an operation left it at a version: every later version
 * is then accounted for by one of those.
 */
export async function onlyOwnSince(
  work: Work,
  kind: OperationKind,
  row: { readonly subjectId: number; readonly version: number | null },
  now: number,
): Promise<boolean> {
  if (row.version === null || row.version === now) return true;
  const [own] = await work.tx
    .select({ n: sql<number>`count(distinct ${operationRows.version})` })
    .from(operationRows)
    .innerJoin(operations, eq(operations.id, operationRows.operationId))
    .where(
      and(
        eq(operationRows.subjectId, row.subjectId),
        gt(operationRows.version, row.version),
        eq(operations.kind, kind),
        eq(operations.personId, work.actor.personId),
        inArray(operations.act, ['edit', 'paste']),
      ),
    );
  return own!.n === now - row.version;
}

/** What Ctrl+Z would take back, and Ctrl+Y do again. A new act ends what could be done again. */
export async function lastOperations(work: Work): Promise<{ undo: Operation | null; redo: Operation | null }> {
  const mine = and(
    eq(operations.personId, work.actor.personId),
    eq(operations.officeId, work.actor.officeId),
    eq(operations.on, work.clock.today()),
  );
  const rows = await work.tx.select().from(operations).where(mine).orderBy(desc(operations.id)).limit(200);
  const forward = rows.filter(({ way }) => way !== 'undone').slice(0, OPERATIONS_MOST);
  const undo = forward.find(({ reversedBy }) => reversedBy === null);
  const done = rows.find(({ way }) => way === 'done')?.id ?? 0;
  const redo = rows.find((row) => row.way === 'undone' && row.reversedBy === null && row.id > done && canRedo(row));
  return { undo: undo ? shown(undo) : null, redo: redo ? shown(redo) : null };
}

/** Values can be set again; records that left the ledger are not made a second time. */
export const canRedo = ({ act }: Pick<OperationRow, 'act'>): boolean => act === 'edit' || act === 'link';

/** An operation as its person is told of it. */
export const shown = ({ id, act, way, kind, fields, rows, at }: OperationRow): Operation => ({
  id,
  act,
  way,
  kind,
  fields,
  rows,
  at,
});

/** After something was taken back at another door, its operation is over. */
export async function endOperations(work: Work, act: OperationAct, subjectId: number): Promise<void> {
  const found = await work.tx
    .select({ id: operations.id })
    .from(operations)
    .innerJoin(operationRows, eq(operationRows.operationId, operations.id))
    .where(and(eq(operations.act, act), eq(operationRows.subjectId, subjectId)));
  for (const { id } of found) {
    await work.tx.update(operations).set({ reversedBy: id }).where(eq(operations.id, id));
  }
}

/** Forgets operations whose day is over; answers how many. */
export async function purgeOperations(work: Work): Promise<number> {
  const until: Day = addDays(work.clock.today(), -1);
  const old = await work.tx.select({ id: operations.id }).from(operations).where(lt(operations.on, until));
  const ids = old.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    await work.tx.delete(operationRows).where(inArray(operationRows.operationId, some));
    await work.tx.delete(operations).where(inArray(operations.id, some));
  }
  return ids.length;
}

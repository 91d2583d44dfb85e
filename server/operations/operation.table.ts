import { bytes, count, day, flag, id, index, instant, json, label, oneOf, pair, ref, table } from '#columns';
import { OPERATION_ACTS, OPERATION_KINDS, OPERATION_WAYS } from '#shared/operations/operation.api.ts';

/** Reversible acts of one person in one office; kept for the day, since what they changed stands in the audit for ever. */
export const operations = table(
  'operations',
  {
    id: id(),
    personId: ref().notNull(),
    officeId: ref().notNull(),
    act: oneOf(OPERATION_ACTS).notNull(),
    way: oneOf(OPERATION_WAYS).notNull(),
    kind: oneOf(OPERATION_KINDS).notNull(),
    fields: json<string[]>().notNull(),
    rows: count().notNull(),
    on: day().notNull(),
    at: instant().notNull(),
    reverses: ref(), // the operation it takes back
    reversedBy: ref(), // the operation that took it back
  },
  (t) => [index('operations_by_person').on(t.personId, t.officeId, t.on, t.id)],
);
export type OperationRow = typeof operations.$inferSelect;

/** What an operation did to each thing: its values before and after, sealed, since they may be personal. */
export const operationRows = table(
  'operation_rows',
  {
    operationId: ref()
      .notNull()
      .references(() => operations.id),
    at: count().notNull(),
    subjectId: ref().notNull(),
    version: count(), // of the thing once this was done; null where it has none
    made: label(), // the number of a record the operation itself made
    turned: flag().notNull().default(false),
    sealed: bytes().notNull(),
  },
  (t) => [pair(t.operationId, t.at), index('operation_rows_by_subject').on(t.subjectId, t.version)],
);
export type OperationRowRow = typeof operationRows.$inferSelect;

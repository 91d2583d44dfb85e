import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { Id, oneOf, orNull } from '../kernel/shapes.ts';

const tags = ['operations'];

/** What was done that can be taken back. Legal acts (steps that were told, clocks, closing) are none of them. */
export const OPERATION_ACTS = ['edit', 'paste', 'link', 'import'] as const;
export type OperationAct = (typeof OPERATION_ACTS)[number];

/** Whether it was done first, took another back, or did again what had been taken back. */
export const OPERATION_WAYS = ['done', 'undone', 'redone'] as const;
export type OperationWay = (typeof OPERATION_WAYS)[number];

/** What operations are on: a ledger's records, or entities. */
export const OPERATION_KINDS = [...KINDS, 'entity'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Of one person's operations of one day this many can be taken back. */
export const OPERATIONS_MOST = 50;

/** Records changed, or taken back, in one call at most; what is longer goes on with the same operation. */
export const ROWS_AT_ONCE = 500;

/** The edit of one record tells which operation it was: null where nothing changed, or where it is corrected by another act only. */
export const edited = <P extends TProperties>(record: TObject<P>, $id: string) =>
  Type.Object({ ...record.properties, operation: orNull(Id) }, { $id });

const face = {
  id: Id,
  act: oneOf(OPERATION_ACTS, 'operation.act'),
  way: oneOf(OPERATION_WAYS, 'operation.way'),
  kind: oneOf(OPERATION_KINDS, 'kind'),
  /** The fields it changed. */
  fields: Type.Array(Type.String()),
  rows: Type.Integer(),
  at: Type.String(),
};

export const Operation = Type.Object(face);
export type Operation = Static<typeof Operation>;

/** What became of an operation that was taken back. */
export const Undone = Type.Object(
  {
    ...face,
    /** Records that are again as they were. */
    restored: Type.Integer(),
    /** Records the operation had made, that are gone again. */
    removed: Type.Integer(),
    /** Records left as they are, because somebody changed them since or the reader may not; without a number where they see them no more. */
    kept: Type.Array(Type.Object({ number: orNull(Type.String()), why: Type.String() })),
    /** Rows still to be taken back by asking again. */
    left: Type.Integer(),
  },
  { $id: 'Undone' },
);
export type Undone = Static<typeof Undone>;

/** Which records an act on many left alone, and why. */
export const NotDone = Type.Object({
  id: Id,
  code: Type.String(),
  fields: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type NotDone = Static<typeof NotDone>;

/** Taking back: one's own operations of this day, and nobody else's. */
export const operationApi = {
  last: {
    method: 'GET',
    url: '/api/operations/last',
    config: { can: 'signed_in' },
    schema: {
      tags,
      response: {
        200: Type.Object({
          undo: Type.Union([Operation, Type.Null()]),
          redo: Type.Union([Operation, Type.Null()]),
        }),
      },
    },
  },
  undo: {
    method: 'POST',
    url: '/api/operations/:id/undo',
    config: { can: 'signed_in' },
    schema: { tags, params: Type.Object({ id: Id }), response: { 200: Undone } },
  },
} as const;

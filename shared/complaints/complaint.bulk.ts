import { type Static, Type } from 'typebox';
import { Id, oneOf, Version } from '../kernel/shapes.ts';
import { NotDone, ROWS_AT_ONCE } from '../operations/operation.api.ts';
import { ownFieldsEdited } from './complaint.own-fields.ts';
import { ComplaintEdit } from './complaint.schema.ts';

const Row = Type.Object({ id: Id, version: Version }, { additionalProperties: false });
const rows = Type.Array(Row, { minItems: 1, maxItems: ROWS_AT_ONCE });
const { handlerId, matter, township } = ComplaintEdit.properties;

/** One change of many records: single values that can be taken back. */
export const ComplaintBulkEdit = Type.Object(
  {
    rows,
    change: Type.Object(
      { handlerId, matter, township, ...ownFieldsEdited },
      { additionalProperties: false, minProperties: 1 },
    ),
  },
  { $id: 'ComplaintBulkEdit', additionalProperties: false },
);
export type ComplaintBulkEdit = Static<typeof ComplaintBulkEdit>;

/** The same step with many records: the one that asks for no facts. */
export const ComplaintBulkStep = Type.Object(
  { rows, step: oneOf(['acknowledge'], 'complaint.step') },
  { $id: 'ComplaintBulkStep', additionalProperties: false },
);
export type ComplaintBulkStep = Static<typeof ComplaintBulkStep>;

/** Which of the records it was done with, at their versions since, and which not. */
export const bulkAnswer = { done: Type.Array(Row), failed: Type.Array(NotDone) };

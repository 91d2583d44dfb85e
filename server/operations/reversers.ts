import { caseEdits } from '#server/cases/case.reverse.ts';
import { complaintEdits } from '#server/complaints/complaint.reverse.ts';
import { entityEdits } from '#server/entities/entity.reverse.ts';
import type { Work } from '#server/kernel/work.ts';
import { rectificationEdits } from '#server/rectifications/rectification.edit.ts';
import { spotCheckEdits } from '#server/spot-checks/spot-check.edit.ts';
import { transferEdits } from '#server/transfers/transfer.edit.ts';
import type { OperationKind } from '#shared/operations/operation.api.ts';
import type { Values } from './operation.service.ts';

/** How the edits of one ledger are taken back: by editing, with every rule an edit has. */
export interface Edits {
  /** A thing as it stands; throws where whoever asks may not change it. */
  standing(
    work: Work,
    id: number,
  ): Promise<{ readonly version: number; readonly number: string; readonly now: Values }>;
  /** Sets fields; its audit line says which operation that takes back. Answers the version after it. */
  restore(work: Work, id: number, version: number, values: Values, undoes: number): Promise<number>;
  /** Takes out a record that was made by mistake and nobody worked on. */
  remove?(work: Work, id: number): Promise<void>;
}

/** The ledgers whose edits are operations. A later ledger adds a row. */
export const EDITS: Partial<Record<OperationKind, Edits>> = {
  complaint: complaintEdits,
  case: caseEdits,
  transfer: transferEdits,
  rectification: rectificationEdits,
  spot_check: spotCheckEdits,
  entity: entityEdits,
};

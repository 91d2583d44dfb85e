import { dossierEdits } from '#server/operations/dossier.edits.ts';
import type { Edits } from '#server/operations/reversers.ts';
import { editComplaint } from './complaint.edit.ts';
import { columnsOf } from './complaint.read.ts';
import { removeComplaint } from './complaint.remove.ts';

/** How edits of complaints are taken back, and records a paste made by mistake. */
export const complaintEdits: Edits = {
  ...dossierEdits({ kind: 'complaint', ownOf: columnsOf, edit: editComplaint }),
  remove: removeComplaint,
};

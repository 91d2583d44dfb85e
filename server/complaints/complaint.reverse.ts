import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Edits } from '#server/operations/reversers.ts';
import type { ComplaintEdit } from '#shared/complaints/complaint.schema.ts';
import { editComplaint } from './complaint.edit.ts';
import { columnsOf } from './complaint.read.ts';
import { removeComplaint } from './complaint.remove.ts';

/** How edits of complaints are taken back, and records a paste made by mistake. */
export const complaintEdits: Edits = {
  async standing(work, id) {
    const { row } = await reachDossier(work, id, 'complaint', 'edit');
    return { version: row.version, number: row.number, now: { ...(await columnsOf(work.tx, id)), ...row } };
  },
  async restore(work, id, version, values, undoes) {
    const { row } = await editComplaint(
      work,
      id,
      { ...(values as Omit<ComplaintEdit, 'version'>), version },
      { undoes },
    );
    return row.version;
  },
  remove: removeComplaint,
};

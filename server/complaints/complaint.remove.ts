import { removeClocks, removeSpine } from '#server/dossiers/remove.service.ts';
import { deleting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { complainantMarks, complainants, complaints, tellings } from './complaint.table.ts';

const OWN = [
  deleting(tellings, tellings.dossierId),
  deleting(complainantMarks, complainantMarks.dossierId),
  deleting(complainants, complainants.id),
  deleting(complaints, complaints.id),
];

/**
 * Takes records wholly out again that an import made by mistake and nobody worked on: the one way a record leaves the ledger. Their
 * numbers are never given again, and the audit keeps that they were there.
 */
export async function removeComplaint(work: Work, id: number): Promise<void> {
  await removeClocks(work, id);
  for (const remove of OWN) await remove(work.tx, id);
  await removeSpine(work, id);
}

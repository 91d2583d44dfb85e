import { eq } from 'drizzle-orm';
import { removeClocks, removeSpine } from '#server/dossiers/remove.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { complainantMarks, complainants, complaints, tellings } from './complaint.table.ts';

/**
 * Takes records wholly out again that an import made by mistake and nobody worked on: the one way a record leaves the ledger. Their
 * numbers are never given again, and the audit keeps that they were there.
 */
export async function removeComplaint(work: Work, id: number): Promise<void> {
  const { tx } = work;
  await removeClocks(work, id);
  await tx.delete(tellings).where(eq(tellings.dossierId, id));
  await tx.delete(complainantMarks).where(eq(complainantMarks.dossierId, id));
  await tx.delete(complainants).where(eq(complainants.id, id));
  await tx.delete(complaints).where(eq(complaints.id, id));
  await removeSpine(work, id);
}

import { eq, inArray, or } from 'drizzle-orm';
import { clockEvents, clocks } from '#server/clocks/clock.table.ts';
import { forgetWords } from '#server/db/search.sqlite.ts';
import { dossierLinks, dossierNames, dossierParts, dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { forgetNotices } from '#server/notices/notice.service.ts';
import { complainantMarks, complainants, complaints, tellings } from './complaint.table.ts';

/**
 * Takes records wholly out again that an import made by mistake and nobody worked on: the one way a record leaves the ledger. Their
 * numbers are never given again, and the audit keeps that they were there.
 */
export async function removeComplaint(work: Work, id: number): Promise<void> {
  const { tx } = work;
  const own = await tx.select({ id: clocks.id }).from(clocks).where(eq(clocks.dossierId, id));
  const ids = own.map((clock) => clock.id);
  if (ids.length > 0) await tx.delete(clockEvents).where(inArray(clockEvents.clockId, ids));
  await tx.delete(clocks).where(eq(clocks.dossierId, id));
  await tx.delete(tellings).where(eq(tellings.dossierId, id));
  await tx.delete(complainantMarks).where(eq(complainantMarks.dossierId, id));
  await tx.delete(complainants).where(eq(complainants.id, id));
  await tx.delete(complaints).where(eq(complaints.id, id));
  await forgetWords(tx, id);
  await forgetNotices(tx, id);
  await tx.delete(dossierSights).where(eq(dossierSights.dossierId, id));
  await tx.delete(dossierParts).where(eq(dossierParts.dossierId, id));
  await tx.delete(dossierNames).where(eq(dossierNames.dossierId, id));
  await tx.delete(dossierLinks).where(or(eq(dossierLinks.fromId, id), eq(dossierLinks.toId, id)));
  await tx.delete(dossiers).where(eq(dossiers.id, id));
}

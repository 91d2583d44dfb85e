import { eq, inArray, or } from 'drizzle-orm';
import { clockEvents, clocks } from '#server/clocks/clock.table.ts';
import { forgetWords } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { forgetNotices } from '#server/notices/notice.service.ts';
import { dossierLinks, dossierNames, dossierParts, dossierSights, dossiers } from './dossier.table.ts';

/** Takes out a record's clocks, which its ledger's own rows may lean on. */
export async function removeClocks({ tx }: Pick<Work, 'tx'>, id: number): Promise<void> {
  const own = await tx.select({ id: clocks.id }).from(clocks).where(eq(clocks.dossierId, id));
  const ids = own.map((clock) => clock.id);
  if (ids.length > 0) await tx.delete(clockEvents).where(inArray(clockEvents.clockId, ids));
  await tx.delete(clocks).where(eq(clocks.dossierId, id));
}

/** Takes out what every ledger's record has, after the ledger's own rows are gone. */
export async function removeSpine({ tx }: Pick<Work, 'tx'>, id: number): Promise<void> {
  await forgetWords(tx, id);
  await forgetNotices(tx, id);
  await tx.delete(dossierSights).where(eq(dossierSights.dossierId, id));
  await tx.delete(dossierParts).where(eq(dossierParts.dossierId, id));
  await tx.delete(dossierNames).where(eq(dossierNames.dossierId, id));
  await tx.delete(dossierLinks).where(or(eq(dossierLinks.fromId, id), eq(dossierLinks.toId, id)));
  await tx.delete(dossiers).where(eq(dossiers.id, id));
}

import { eq } from 'drizzle-orm';
import { faceOf } from '#server/clocks/clock.service.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';

/** Copies the nearest running clock's face onto a dossier just made, before its sights are first stored. */
export async function saveFace(work: Work, dossier: DossierRow): Promise<DossierRow> {
  const face = await faceOf(work, dossier.id);
  await work.tx.update(dossiers).set(face).where(eq(dossiers.id, dossier.id));
  return { ...dossier, ...face };
}

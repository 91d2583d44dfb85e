import { eq, sql } from 'drizzle-orm';
import { faceOf } from '#server/clocks/clock.service.ts';
import { type DossierRow, dossiers } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { FACE } from '#shared/dossiers/dossier.face.ts';

const update = prepared((tx) =>
  tx
    .update(dossiers)
    .set(Object.fromEntries(FACE.map((name) => [name, sql`${sql.placeholder(name)}`])))
    .where(eq(dossiers.id, sql.placeholder('id')))
    .prepare(),
);

/** Copies the nearest running clock's face onto a dossier just made, before its sights are first stored. */
export async function saveFace(work: Work, dossier: DossierRow): Promise<DossierRow> {
  const face = await faceOf(work, dossier.id);
  await update(work.tx).execute({ ...face, id: dossier.id });
  return { ...dossier, ...face };
}

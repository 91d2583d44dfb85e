import { and, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { dossierSights, dossiers } from './dossier.table.ts';

/** A dossier by its number as people write it (`ts 26 1107`, full-width or not); the same answer for hidden and for none. */
export async function findByNumber(work: Pick<Work, 'tx' | 'actor'>, written: string) {
  const number = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_–—-]+/g, '-')
    .trim();
  const [found] = await work.tx
    .select({ id: dossiers.id, kind: dossiers.kind })
    .from(dossiers)
    .innerJoin(
      dossierSights,
      and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, work.actor.officeId)),
    )
    .where(eq(dossiers.number, number));
  if (!found) throw new Refusal('not_found');
  return found;
}

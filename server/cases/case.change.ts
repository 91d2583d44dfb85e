import { faceOf } from '#server/clocks/clock.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** A case of one's own office that is not closed, as it was at `version`. */
export async function reachOpenCase(work: Work, id: number, version: number): Promise<DossierRow> {
  const { row } = await reachDossier(work, id, 'case', 'edit');
  if (row.version !== version) throw new Refusal('changed_meanwhile', { version: row.version });
  if (row.state === 'closed') throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

/** Raises a case's version after something in it changed; its nearest clock may be another now. */
export const changeCase = async (work: Work, before: DossierRow): Promise<DossierRow> =>
  changeDossier(work, before, await faceOf(work, before.id));

import { record } from '#server/audit/audit.service.ts';
import { faceOf, restartClock } from '#server/clocks/clock.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { dossierLinks } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { hasReport } from '#shared/complaints/complaint.steps.ts';
import { invalid } from '#shared/kernel/errors.ts';
import type { At } from './complaint.moves.ts';
import { columnsOf } from './complaint.read.ts';

/**
 * Links a repeat to the record that goes on; the repeat is closed, never deleted. A new fact restarts the other's
 * verification period from the repeat's own receipt.
 */
export async function mergeInto({ work, dossier, ask }: At): Promise<void> {
  const intoId = ask.intoId;
  if (!intoId || intoId === dossier.id) throw invalid({ intoId: intoId ? 'itself' : 'required' });
  const { row: into } = await reachDossier(work, intoId, 'complaint', 'edit');
  if (into.state === 'closed') throw invalid({ intoId: 'closed' });
  await work.tx
    .insert(dossierLinks)
    .values({ fromId: dossier.id, toId: into.id, link: 'merged' })
    .onConflictDoNothing();
  const restarts = ask.newFact === true && hasReport((await columnsOf(work.tx, into.id)).intake);
  if (restarts) await restartClock(work, into.id, 'report.verify', dossier.receivedOn, ask.reason ?? '');
  await changeDossier(work, into, restarts ? await faceOf(work, into.id) : {});
  await record(work, 'complaint.merged_in', into.id, {
    fromId: dossier.id,
    number: dossier.number,
    newFact: ask.newFact ?? false,
    reason: ask.reason,
  });
}

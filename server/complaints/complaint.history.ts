import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { faceOf, stopAllClocks } from '#server/clocks/clock.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { complaints, tellings } from './complaint.table.ts';

/** Closes a record that was answered before it came into this ledger: its clocks never ran here, its answer stands as it was given. */
export async function closeAsHistory(
  work: Work,
  dossier: DossierRow,
  ask: { on: string; answer: string },
): Promise<DossierRow> {
  const text = ask.answer.slice(0, 8000);
  await work.tx
    .update(complaints)
    .set({ outcome: 'answered', summary: text.slice(0, 4000) })
    .where(eq(complaints.id, dossier.id));
  await work.tx.insert(tellings).values({
    dossierId: dossier.id,
    to: 'complainant',
    way: 'electronic',
    toldOn: ask.on,
    text,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
  await stopAllClocks(work, dossier.id, ask.on, []);
  const after = await changeDossier(work, dossier, {
    state: 'closed',
    closedOn: ask.on,
    ...(await faceOf(work, dossier.id)),
  });
  await record(work, 'complaint.taken_over', dossier.id, { from: dossier.state, to: 'closed', on: ask.on });
  return after;
}

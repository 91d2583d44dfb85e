import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { sealIdentities } from './transfer.identities.ts';
import { onTransfer } from './transfer.sources.ts';
import { columnsOf } from './transfer.standing.ts';
import { transfers } from './transfer.table.ts';

/** A second person lets the complainant be named to the other side; who that is goes sealed into the transfer, with the reason in the log. */
export async function grantComplainant(work: Work, id: number, ask: { reason: string; version: number }) {
  const { row: before } = await reachDossier(work, id, 'transfer', 'own');
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  const own = await columnsOf(work.tx, id);
  if (!own.complainantAsked || own.complainantGranted || ENDS.transfer.includes(before.state))
    throw new Refusal('not_allowed_in_state', { state: before.state });
  if (own.complainantAskedBy === work.actor.personId || before.createdBy === work.actor.personId)
    throw new Refusal('forbidden', { need: 'another_person' });
  const source = own.sourceKind ? onTransfer[own.sourceKind] : undefined;
  const complainant = own.sourceId ? await source?.complainant?.(work, own.sourceId) : null;
  if (!complainant) throw new Refusal('not_found');
  await sealIdentities(work, id, { complainant });
  await work.tx.update(transfers).set({ complainantGranted: ask.reason }).where(eq(transfers.id, id));
  const after = await changeDossier(work, before, {});
  await record(work, 'transfer.complainant_granted', id, { reason: ask.reason });
  return after;
}

import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier, type DossierChange } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { copyFiles, standingFiles } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { changedBy, dossierEdits, type Edited } from '#server/operations/dossier.edits.ts';
import { keepOperation, type Reversal } from '#server/operations/operation.service.ts';
import { changesOf, stable } from '#shared/audit/audit.events.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { MaterialEdit, TransferEdit } from '#shared/transfers/transfer.asks.ts';
import { checkReceiver, contentOf, indexTransfer } from './transfer.draft.ts';
import { maskedParty, sealedParties, sealIdentities } from './transfer.identities.ts';
import { columnsOf } from './transfer.standing.ts';
import { type TransferColumns, transfers } from './transfer.table.ts';

/** A transfer its owner may still change: in one of these states, at the version it was read. */
async function reachOwn(work: Work, id: number, version: number, states: readonly string[]): Promise<DossierRow> {
  const { row } = await reachDossier(work, id, 'transfer', 'own');
  if (row.version !== version) throw new Refusal('changed_meanwhile', { version: row.version });
  if (!states.includes(row.state)) throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

/** Writes what a transfer says, as long as it is drafted: once it is before the head it is what will be sent. */
export async function editTransfer(
  work: Work,
  id: number,
  { version, ...ask }: TransferEdit,
  reversal: Reversal = {},
): Promise<Edited> {
  const before = await reachOwn(work, id, version, ['drafted']);
  const own = await columnsOf(work.tx, id);
  if (Object.keys(ask).length === 0) throw invalid({ body: 'empty' });
  if (ask.toOfficeId) await checkReceiver(work, own.road, ask.toOfficeId);
  const whole = contentOf(ask);
  const said = Object.fromEntries(Object.entries(whole).filter(([field]) => field in ask)) as Partial<TransferColumns>;
  const masked = ask.parties?.map(maskedParty);
  const change: Partial<TransferColumns> = {
    ...said,
    ...(ask.toOfficeId ? { toOfficeId: ask.toOfficeId } : {}),
    ...(masked ? { parties: masked } : {}),
  };
  const spine: DossierChange = {
    ...(ask.title ? { title: cleanText(ask.title) } : {}),
    ...(masked ? { subjectName: masked[0]?.name ?? null, subjectId: ask.parties?.[0]?.entityId ?? null } : {}),
  };
  const was: Record<string, unknown> = { ...own, ...before, parties: await sealedParties(work, id) };
  if (ask.parties) await sealIdentities(work, id, { parties: ask.parties });
  if (Object.keys(change).length > 0) await work.tx.update(transfers).set(change).where(eq(transfers.id, id));
  const after = await changeDossier(work, before, spine);
  await indexTransfer(work, after, own.letterNumber);
  const changes = { ...changesOf<object>(before, spine), ...changesOf<object>(own, change) };
  await record(work, 'transfer.edited', id, { changes, ...reversal });
  const now: Record<string, unknown> = { ...own, ...change, ...after, parties: await sealedParties(work, id) };
  const fields = Object.keys(ask).filter((field) => stable(was[field] ?? null) !== stable(now[field] ?? null));
  return { row: after, changed: fields.length > 0 ? changedBy(after, was, now, fields) : null };
}

/** Edits a draft; what can be taken back is an operation. */
export async function editOneTransfer(work: Work, id: number, ask: TransferEdit): Promise<number | null> {
  const { changed } = await editTransfer(work, id, ask);
  return keepOperation(work, { act: 'edit', kind: 'transfer' }, [changed]);
}

/** How edits of drafts are taken back. */
export const transferEdits = dossierEdits({
  kind: 'transfer',
  ownOf: async (tx, id, work) => ({ ...(await columnsOf(tx, id)), parties: await sealedParties(work, id) }),
  edit: editTransfer,
});

/** Says of one material which files it is, or why there is none; until it leaves, for the sealed letter comes after approval. */
export async function setMaterial(work: Work, id: number, ask: MaterialEdit): Promise<DossierRow> {
  const before = await reachOwn(work, id, ask.version, ['drafted', 'to_approve', 'approved']);
  const own = await columnsOf(work.tx, id);
  const none = ask.none?.trim() ? cleanText(ask.none) : null;
  if (none && ask.fileIds.length > 0) throw invalid({ none: 'files_there' });
  const standing = await standingFiles(work.tx, id, ask.fileIds);
  if (standing.size < ask.fileIds.length) throw invalid({ fileIds: 'unknown' });
  const materials = { ...own.materials, [ask.material]: { fileIds: ask.fileIds, none } };
  await work.tx.update(transfers).set({ materials }).where(eq(transfers.id, id));
  const after = await changeDossier(work, before, {});
  await record(work, 'transfer.edited', id, {
    material: ask.material,
    fileIds: ask.fileIds,
    reason: none ?? undefined,
  });
  return after;
}

/** Takes copies of files of records one reads into a transfer, so that what is sent does not change when they do. */
export async function copyIntoTransfer(work: Work, id: number, ask: { fileIds: number[]; version: number }) {
  const before = await reachOwn(work, id, ask.version, ['drafted', 'to_approve', 'approved']);
  await copyFiles(work, ask.fileIds, before);
  return changeDossier(work, before, {});
}

/** Asks that the complainant be named to the other side; a second person decides. */
export async function askComplainant(work: Work, id: number, ask: { reason: string; version: number }) {
  const before = await reachOwn(work, id, ask.version, ['drafted', 'to_approve', 'approved', 'sent', 'acknowledged']);
  const { sourceId, complainantGranted } = await columnsOf(work.tx, id);
  if (!sourceId || complainantGranted) throw new Refusal('not_allowed_in_state', { state: before.state });
  const change = { complainantAsked: ask.reason, complainantAskedBy: work.actor.personId };
  await work.tx.update(transfers).set(change).where(eq(transfers.id, id));
  const after = await changeDossier(work, before, {});
  await record(work, 'transfer.complainant_asked', id, { reason: ask.reason });
  return after;
}

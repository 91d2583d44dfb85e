import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { listedName } from '#server/cases/case.parties.ts';
import { changeDossier, type DossierChange } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { checkHandler } from '#server/dossiers/handler.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { subjectFor } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import { notify } from '#server/notices/notice.service.ts';
import { changedBy, dossierEdits, type Edited } from '#server/operations/dossier.edits.ts';
import { keepOperation, type Reversal } from '#server/operations/operation.service.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { RectificationEdit } from '#shared/rectifications/rectification.asks.ts';
import { isMasked, sealName, wholeNameOf } from './rectification.identity.ts';
import { handlersOf } from './rectification.notices.ts';
import { indexRectification } from './rectification.search.ts';
import { rectificationOf } from './rectification.standing.ts';
import { type RectificationColumns, rectifications } from './rectification.table.ts';

type Fields = Omit<RectificationEdit, 'version' | 'reason'>;
const SPINE: readonly string[] = ['title', 'subjectId', 'subjectName', 'township', 'handlerId'];

/** Writes fields of an order that is being worked, or corrects exactly one of an ended one with a reason. */
export async function editRectification(
  work: Work,
  id: number,
  { version, reason, ...fields }: RectificationEdit,
  reversal: Reversal = {},
): Promise<Edited> {
  const { row: dossier } = await reachDossier(work, id, 'rectification', 'edit');
  const own = await rectificationOf(work.tx, id);
  if (dossier.version !== version)
    throw new Refusal('changed_meanwhile', { version: dossier.version, current: currentOf(dossier, own, fields) });
  checkEdit(work, dossier, fields, reason);
  if (fields.handlerId !== dossier.handlerId) await checkHandler(work, dossier.ownerOfficeId, fields.handlerId);
  const spine = await spineChange(work, dossier, own, fields);
  const told = ownChange(fields);
  const change = { ...told, ...renamed(work, own, fields) };
  const changes = { ...changesOf<object>(dossier, spine), ...changesOf<object>(own, told) };
  if ('sealed' in change) changes['subjectName'] = [dossier.subjectName, spine.subjectName]; // both masked: that it changed
  if (Object.keys(changes).length === 0) return { row: dossier, changed: null };
  if (Object.keys(change).length > 0) await work.tx.update(rectifications).set(change).where(eq(rectifications.id, id));
  const after = await changeDossier(work, dossier, spine);
  await indexRectification(work, after, { ...own, ...change });
  const ended = ENDS.rectification.includes(dossier.state);
  await record(work, ended ? 'rectification.corrected' : 'rectification.edited', id, { changes, reason, ...reversal });
  if (after.handlerId !== dossier.handlerId && !ended)
    await notify(work, id, 'assigned', await handlersOf(work, after));
  const reversible = Object.keys(changes).filter((name) => name !== 'subjectName' || !isPerson(own.subjectKind));
  if (ended || reversible.length === 0) return { row: after, changed: null };
  return {
    row: after,
    changed: changedBy(after, { ...own, ...dossier }, { ...own, ...change }, reversible),
  };
}

/** Edits an order; what can be taken back is an operation. */
export async function editOneRectification(work: Work, id: number, ask: RectificationEdit): Promise<number | null> {
  const { changed } = await editRectification(work, id, ask);
  return keepOperation(work, { act: 'edit', kind: 'rectification' }, [changed]);
}

/** How edits of orders are taken back. */
export const rectificationEdits = dossierEdits({
  kind: 'rectification',
  ownOf: rectificationOf,
  edit: editRectification,
});

function checkEdit(work: Work, dossier: DossierRow, fields: Fields, reason: string | undefined) {
  const names = Object.keys(fields);
  if (names.length === 0) throw invalid({ body: 'empty' });
  if (fields.matter !== undefined && !matterOf(fields.matter)) throw invalid({ matter: 'unknown' });
  const may = permissionsOf(work.actor);
  if (ENDS.rectification.includes(dossier.state)) {
    if (!may.has('rectification.approve')) throw new Refusal('forbidden', { permission: 'rectification.approve' });
    if (names.length > 1) throw invalid(Object.fromEntries(names.slice(1).map((name) => [name, 'one_at_a_time'])));
    if (!reason?.trim()) throw invalid({ reason: 'required' });
  } else if (!may.has('rectification.handle') && !may.has('dossier.assign'))
    throw new Refusal('forbidden', { permission: 'rectification.handle' });
}

/** The name stays as the order says it, whichever entity on file it is found to be; a natural person's stands masked. */
async function spineChange(
  work: Work,
  dossier: DossierRow,
  own: RectificationColumns,
  fields: Fields,
): Promise<DossierChange> {
  const spine = Object.fromEntries(Object.entries(fields).filter(([name]) => SPINE.includes(name))) as DossierChange;
  if (fields.subjectName)
    spine.subjectName = listedName({ kind: own.subjectKind, name: cleanText(fields.subjectName) });
  if (!fields.subjectId) return spine;
  const { subjectId } = await subjectFor(work, { subjectId: fields.subjectId, subjectName: dossier.subjectName });
  return { ...spine, subjectId };
}

/** A natural person's name written down whole, where it is another than before; nothing else is known by its first sign. */
function renamed(work: Work, own: RectificationColumns, { subjectName }: Fields): Partial<RectificationColumns> {
  if (!subjectName || !isPerson(own.subjectKind)) return {};
  const name = cleanText(subjectName);
  if (isMasked(name)) throw invalid({ subjectName: 'masked' });
  return name === wholeNameOf(work, own) ? {} : { sealed: sealName(work, own.id, name) };
}

function ownChange(fields: Fields): Partial<RectificationColumns> {
  const change: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (!SPINE.includes(name)) change[name] = typeof value === 'string' ? cleanText(value) : value;
  if (fields.creditCode) change['creditCode'] = halfWidth(fields.creditCode).toUpperCase();
  return change as Partial<RectificationColumns>;
}

/** The fields asked for as they stand now, so that the conflict dialog can show both sides. */
function currentOf(dossier: DossierRow, own: RectificationColumns, fields: Fields) {
  const now: Record<string, unknown> = { ...own, ...dossier };
  return Object.fromEntries(Object.keys(fields).map((name) => [name, now[name]]));
}

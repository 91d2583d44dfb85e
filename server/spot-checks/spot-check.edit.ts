import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
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
import { matterOf } from '#shared/complaints/routing.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { SpotCheckEdit } from '#shared/spot-checks/spot-check.asks.ts';
import { inspectorsOf } from './spot-check.notices.ts';
import { indexSpotCheck } from './spot-check.search.ts';
import { spotCheckOf } from './spot-check.standing.ts';
import { type SpotCheckColumns, spotChecks } from './spot-check.table.ts';

type Fields = Omit<SpotCheckEdit, 'version' | 'reason'>;
const SPINE: readonly string[] = ['title', 'subjectId', 'township', 'handlerId'];

/** Writes fields of a check that is being worked, or corrects exactly one of an ended one with a reason. */
export async function editSpotCheck(
  work: Work,
  id: number,
  { version, reason, ...fields }: SpotCheckEdit,
  reversal: Reversal = {},
): Promise<Edited> {
  const { row: dossier } = await reachDossier(work, id, 'spot_check', 'edit');
  const own = await spotCheckOf(work.tx, id);
  if (dossier.version !== version)
    throw new Refusal('changed_meanwhile', { version: dossier.version, current: currentOf(dossier, own, fields) });
  checkEdit(work, dossier, fields, reason);
  if (fields.subjectId !== undefined && own.visitId) throw invalid({ subjectId: 'entered' }); // the visit stands there
  if (fields.handlerId !== dossier.handlerId) await checkHandler(work, dossier.ownerOfficeId, fields.handlerId);
  const spine = await spineChange(work, dossier, fields);
  const change = ownChange(fields);
  const changes = { ...changesOf<object>(dossier, spine), ...changesOf<object>(own, change) };
  if (Object.keys(changes).length === 0) return { row: dossier, changed: null };
  if (Object.keys(change).length > 0) await work.tx.update(spotChecks).set(change).where(eq(spotChecks.id, id));
  const after = await changeDossier(work, dossier, spine);
  await indexSpotCheck(work, after, { ...own, ...change });
  const ended = ENDS.spot_check.includes(dossier.state);
  await record(work, ended ? 'spot_check.corrected' : 'spot_check.edited', id, { changes, reason, ...reversal });
  if (after.handlerId !== dossier.handlerId && !ended)
    await notify(work, id, 'assigned', await inspectorsOf(work, after));
  if (ended) return { row: after, changed: null };
  return {
    row: after,
    changed: changedBy(after, { ...own, ...dossier }, { ...own, ...change }, Object.keys(changes)),
  };
}

/** Edits a check; what can be taken back is an operation. */
export async function editOneSpotCheck(work: Work, id: number, ask: SpotCheckEdit): Promise<number | null> {
  const { changed } = await editSpotCheck(work, id, ask);
  return keepOperation(work, { act: 'edit', kind: 'spot_check' }, [changed]);
}

/** How edits of spot checks are taken back. */
export const spotCheckEdits = dossierEdits({
  kind: 'spot_check',
  ownOf: spotCheckOf,
  edit: editSpotCheck,
});

function checkEdit(work: Work, dossier: DossierRow, fields: Fields, reason: string | undefined) {
  const names = Object.keys(fields);
  if (names.length === 0) throw invalid({ body: 'empty' });
  if (fields.matter !== undefined && !matterOf(fields.matter)) throw invalid({ matter: 'unknown' });
  const may = permissionsOf(work.actor);
  if (ENDS.spot_check.includes(dossier.state)) {
    if (!may.has('spot_check.approve')) throw new Refusal('forbidden', { permission: 'spot_check.approve' });
    if (names.length > 1) throw invalid(Object.fromEntries(names.slice(1).map((name) => [name, 'one_at_a_time'])));
    if (!reason?.trim()) throw invalid({ reason: 'required' });
  } else if (!may.has('spot_check.handle') && !may.has('dossier.assign'))
    throw new Refusal('forbidden', { permission: 'spot_check.handle' });
}

/** The name stays as the plan says it, whichever entity on file it is found to be. */
async function spineChange(work: Work, dossier: DossierRow, fields: Fields): Promise<DossierChange> {
  const spine = Object.fromEntries(Object.entries(fields).filter(([name]) => SPINE.includes(name))) as DossierChange;
  if (!fields.subjectId) return spine;
  const { subjectId } = await subjectFor(work, { subjectId: fields.subjectId, subjectName: dossier.subjectName });
  return { ...spine, subjectId };
}

function ownChange(fields: Fields): Partial<SpotCheckColumns> {
  const change: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (!SPINE.includes(name)) change[name] = typeof value === 'string' ? cleanText(value) : value;
  if (fields.creditCode) change['creditCode'] = halfWidth(fields.creditCode).toUpperCase();
  return change as Partial<SpotCheckColumns>;
}

/** The fields asked for as they stand now, so that the conflict dialog can show both sides. */
function currentOf(dossier: DossierRow, own: SpotCheckColumns, fields: Fields) {
  const now: Record<string, unknown> = { ...own, ...dossier };
  return Object.fromEntries(Object.keys(fields).map((name) => [name, now[name]]));
}

import { record } from '#server/audit/audit.service.ts';
import { changeDossier, type DossierChange } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { checkHandler } from '#server/dossiers/handler.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { onFile, subjectFor } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import { servingIn } from '#server/notices/audience.ts';
import { notify } from '#server/notices/notice.service.ts';
import { changedBy, type Edited } from '#server/operations/dossier.edits.ts';
import type { Reversal } from '#server/operations/operation.service.ts';
import { settleQuestion } from '#server/transfers/question.service.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { CaseEdit } from '#shared/cases/case.asks.ts';
import { namesPerson } from '#shared/cases/case.title.ts';
import { leftOut } from '#shared/cases/not-stated.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { checkOfficers } from './case.officers.ts';
import { listedName, partiesAsked, saveParties } from './case.parties.ts';
import { storedPenalties } from './case.penalties.ts';
import { indexCase } from './case.search.ts';
import { caseColumnsOf, updateCase } from './case.standing.ts';
import type { CaseColumns } from './case.table.ts';

type Fields = Omit<CaseEdit, 'version' | 'reason'>;
const SPINE = ['title', 'subjectId', 'township', 'handlerId'] as const;

/** What the decision rests on: fixed once it was taken, until the case is closed and one field is corrected. */
const FIXED = [
  'facts',
  'nature',
  'violated',
  'basis',
  'discretion',
  'proposal',
  'proposed',
  'parties',
  'violation',
] as const;
const DECIDED: readonly string[] = ['decided', 'performing', 'to_close'];
/** What the party was told rests on this: it is not changed under their hands. */
const TOLD: readonly string[] = ['told', 'to_decide'];

/** Writes fields of the file while the case is inquired into, or corrects exactly one of a closed case with a reason. */
export async function editCase(
  work: Work,
  id: number,
  { version, reason, ...written }: CaseEdit,
  reversal: Reversal = {},
): Promise<Edited> {
  const { row: dossier } = await reachDossier(work, id, 'case', 'edit');
  const own = await caseColumnsOf(work.tx, id);
  const fields: Fields = { ...written };
  if (written.parties) fields.parties = await onFile(work, written.parties);
  if (fields.subjectId) await subjectFor(work, fields);
  if (dossier.version !== version)
    throw new Refusal('changed_meanwhile', { version: dossier.version, current: currentOf(dossier, own, fields) });
  checkEdit(work, { dossier, own }, fields, reason);
  if (fields.handlerId !== dossier.handlerId) await checkHandler(work, dossier.ownerOfficeId, fields.handlerId);
  await checkTitle(work, dossier, fields, reversal);
  const { parties, ...rest } = fields;
  const change = ownChange(rest);
  const spine = spineChange(fields);
  const changes = {
    ...changesOf<object>(dossier, spine),
    ...changesOf<object>(own, change),
    ...(parties ? { parties: ['', parties.map(listedName).join('、')] as const } : {}), // that they changed, and to whom
  };
  if (Object.keys(changes).length === 0) return { row: dossier, changed: null };
  const was = { ...own, ...dossier, ...(await asked(work, id)) };
  if (parties) await saveParties(work, id, parties, reversal.undoes === undefined);
  if (parties) change.creditCode = parties[0]?.creditCode ? halfWidth(parties[0].creditCode).toUpperCase() : null;
  await updateCase(work.tx, id, change);
  const after = await changeDossier(work, dossier, spine);
  await indexCase(work, after, { ...own, ...change });
  await settleQuestion(work, id, 'case');
  const corrected = dossier.state === 'closed';
  await record(work, corrected ? 'case.corrected' : 'case.edited', id, { changes, reason, ...reversal });
  if (after.handlerId !== dossier.handlerId && after.state !== 'closed')
    await notify(work, id, 'assigned', await servingIn(work.tx, after.ownerOfficeId, [after.handlerId]));
  if (corrected) return { row: after, changed: null };
  const names = Object.keys(changes).filter((name) => name in fields);
  return { row: after, changed: changedBy(after, was, { ...own, ...change, ...(await asked(work, id)) }, names) };
}

/** The parties as an edit would say them, personal facts included. */
export const asked = async (work: Work, id: number) => ({ parties: await partiesAsked(work, id) });

function checkEdit(
  work: Work,
  { dossier, own }: { dossier: DossierRow; own: CaseColumns },
  fields: Fields,
  reason: string | undefined,
) {
  const names = Object.keys(fields) as (keyof Fields)[];
  if (names.length === 0) throw invalid({ body: 'empty' });
  if (fields.matter !== undefined && !matterOf(fields.matter)) throw invalid({ matter: 'unknown' });
  const may = permissionsOf(work.actor);
  if (dossier.state === 'closed') {
    if (!may.has('case.approve')) throw new Refusal('forbidden', { permission: 'case.approve' });
    if (names.length > 1) throw invalid(Object.fromEntries(names.slice(1).map((name) => [name, 'one_at_a_time'])));
    if (!reason?.trim()) throw invalid({ reason: 'required' });
    return;
  }
  if (!may.has('case.handle') && !may.has('dossier.assign'))
    throw new Refusal('forbidden', { permission: 'case.handle' });
  const open: readonly string[] = leftOut(own); // what the decision's file never told is completed, not changed
  const fixed = names.find((name) => (FIXED as readonly string[]).includes(name) && !open.includes(name));
  if (fixed && (DECIDED.includes(dossier.state) || TOLD.includes(dossier.state))) throw invalid({ [fixed]: 'fixed' });
  if (fields.officers && dossier.state !== 'clue' && dossier.state !== 'to_file')
    checkOfficers(fields.officers, work.clock.today());
}

/** A title tells no natural person's name; taking a change back says again what stood there. */
async function checkTitle(work: Work, dossier: DossierRow, { title, parties }: Fields, { undoes }: Reversal) {
  if (undoes !== undefined || (title === undefined && parties === undefined)) return;
  const named = parties ?? (await partiesAsked(work, dossier.id));
  if (namesPerson(title ?? dossier.title, named)) throw invalid({ title: 'names_person' });
}

function spineChange(fields: Fields): DossierChange {
  const spine = Object.fromEntries(
    Object.entries(fields).filter(([name]) => (SPINE as readonly string[]).includes(name)),
  ) as DossierChange;
  if (!fields.parties) return spine;
  const [first] = fields.parties;
  return { ...spine, subjectName: first ? listedName(first) : null, subjectId: first?.entityId ?? null };
}

function ownChange(fields: Omit<Fields, 'parties'>): Partial<CaseColumns> {
  const change: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if ((SPINE as readonly string[]).includes(name)) continue;
    change[name] = typeof value === 'string' && name !== 'actEndedOn' ? cleanText(value) : value;
  }
  if (fields.proposed) change['proposed'] = storedPenalties(fields.proposed);
  return change as Partial<CaseColumns>;
}

/** The fields asked for as they stand now, so that the conflict dialog can show both sides; parties by their listed names alone. */
function currentOf(dossier: DossierRow, own: CaseColumns, fields: Fields) {
  const now: Record<string, unknown> = { ...own, ...dossier, parties: dossier.subjectName };
  return Object.fromEntries(Object.keys(fields).map((name) => [name, now[name]]));
}

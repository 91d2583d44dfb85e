import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { checkHandler } from '#server/dossiers/handler.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { subjectFor } from '#server/entities/entity.subject.ts';
import type { Work } from '#server/kernel/work.ts';
import { changedBy, type Edited } from '#server/operations/dossier.edits.ts';
import type { Reversal } from '#server/operations/operation.service.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { ComplaintEdit } from '#shared/complaints/complaint.schema.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { tellHandler } from './complaint.notices.ts';
import { columnsOf } from './complaint.read.ts';
import { indexComplaint } from './complaint.search.ts';
import { type ComplaintColumns, complaints } from './complaint.table.ts';

type Fields = Omit<ComplaintEdit, 'version' | 'reason'>;
/** What a record is found by: only when one of these changes are its words indexed anew. */
const FOUND_BY = ['title', 'subjectName', 'content', 'foreignNumber'] as const;

const SPINE = ['title', 'subjectId', 'subjectName', 'township', 'handlerId'] as const;
/** What a decision rests on is corrected with a reason, once it was taken; the rest may be edited while the record is open. */
const ONLY_CLOSED = ['outcome', 'summary'] as const;

/** Edits fields of an open record, or corrects exactly one of a closed record with a reason, under its own permission. */
export async function editComplaint(
  work: Work,
  id: number,
  { version, reason, ...fields }: ComplaintEdit,
  reversal: Reversal = {},
): Promise<Edited> {
  const { row: dossier } = await reachDossier(work, id, 'complaint', 'edit');
  const complaint = await columnsOf(work.tx, id);
  if (dossier.version !== version)
    throw new Refusal('changed_meanwhile', {
      version: dossier.version,
      current: currentOf(dossier, complaint, fields),
    });
  checkEdit(work, dossier, fields, reason);
  if (fields.handlerId !== dossier.handlerId) await checkHandler(work, dossier.ownerOfficeId, fields.handlerId);
  const spine = { ...pick(fields, SPINE), ...(await subjectEdited(work, dossier, fields)) };
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !(SPINE as readonly string[]).includes(key)));
  const changes = { ...changesOf<object>(dossier, spine), ...changesOf<object>(complaint, own) };
  if (Object.keys(changes).length === 0) return { row: dossier, changed: null };
  if (Object.keys(own).length > 0) await work.tx.update(complaints).set(own).where(eq(complaints.id, id));
  const after = await changeDossier(work, dossier, spine);
  if (FOUND_BY.some((field) => field in changes))
    await indexComplaint(work, after, { ...complaint, ...own } as ComplaintColumns);
  const corrected = dossier.state === 'closed';
  await record(work, corrected ? 'complaint.corrected' : 'complaint.edited', id, { changes, reason, ...reversal });
  await tellHandler(work, dossier, after);
  if (corrected) return { row: after, changed: null };
  // an entity and its name are one answer: taken back, the one brings the other with it
  const names = [...new Set([...Object.keys(changes), ...('subjectId' in changes ? ['subjectName'] : [])])];
  return { row: after, changed: changedBy(after, { ...complaint, ...dossier }, { ...complaint, ...own }, names) };
}

/** Another entity brings its name with it where no name was said; a name said alone leaves the entity. */
async function subjectEdited(work: Work, dossier: DossierRow, { subjectId, subjectName }: Fields) {
  if (subjectId === undefined) return {};
  const kept = subjectId === null && subjectName === undefined ? dossier.subjectName : subjectName;
  return subjectFor(work, { subjectId, subjectName: kept });
}

function checkEdit(work: Work, dossier: DossierRow, fields: Fields, reason: string | undefined) {
  const names = Object.keys(fields) as (keyof Fields)[];
  if (names.length === 0) throw invalid({ body: 'empty' });
  if (fields.matter !== undefined && !matterOf(fields.matter)) throw invalid({ matter: 'unknown' });
  const may = permissionsOf(work.actor);
  if (dossier.state === 'closed') {
    if (!may.has('complaint.correct')) throw new Refusal('forbidden', { permission: 'complaint.correct' });
    const others = names.filter((name) => name !== 'subjectName' || !names.includes('subjectId')); // one thing, said in two ways
    if (others.length > 1) throw invalid(Object.fromEntries(others.slice(1).map((name) => [name, 'one_at_a_time'])));
    if (!reason?.trim()) throw invalid({ reason: 'required' });
    return;
  }
  if (!may.has('complaint.handle') && !may.has('dossier.assign'))
    throw new Refusal('forbidden', { permission: 'complaint.handle' });
  const early = names.find((name) => (ONLY_CLOSED as readonly string[]).includes(name));
  if (early) throw invalid({ [early]: 'by_step' });
}

/** The fields asked for as they stand now, so that the conflict dialog can show both sides. */
function currentOf(dossier: DossierRow, complaint: object, fields: Fields) {
  return pick({ ...complaint, ...dossier } as Record<string, unknown>, Object.keys(fields));
}

function pick<T extends object>(from: T, keys: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))) as Partial<T>;
}

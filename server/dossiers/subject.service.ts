import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { prepared, preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { SubjectRecord } from '#shared/dossiers/dossier.api.ts';
import { dossierSights, dossiers } from './dossier.table.ts';
import { askerValues, inTheKnow } from './ledger.filter.ts';

/** How many records concern an entity, as far as the reader may know of them. */
export interface SubjectLoad {
  readonly complaints: number;
  readonly open: number;
  readonly lastOn: string | null;
}

/** Sights of the reader's office, to join records with. */
export const mine = and(
  eq(dossierSights.dossierId, dossiers.id),
  eq(dossierSights.officeId, sql.placeholder('officeId')),
);
const loads = preparedFor((tx, ids) =>
  tx
    .select({
      subjectId: dossiers.subjectId,
      complaints: sql<number>`sum(${dossiers.kind} = 'complaint' and ${dossiers.receivedOn} >= ${sql.placeholder('from')})`,
      open: sql<number>`sum(${dossiers.closedOn} is null)`,
      lastOn: sql<string | null>`max(${dossiers.receivedOn})`,
    })
    .from(dossiers)
    .innerJoin(dossierSights, mine)
    .where(and(inArray(dossiers.subjectId, ids), inTheKnow))
    .groupBy(dossiers.subjectId)
    .prepare(),
);

/** Complaints since a day, records still open and the day of the newest, for each of some entities. */
export async function loadsOf(
  work: Pick<Work, 'tx' | 'actor' | 'clock'>,
  ids: readonly number[],
  from: string,
): Promise<Map<number, SubjectLoad>> {
  if (ids.length === 0) return new Map();
  const { query, values } = loads(work.tx, ids);
  const rows = await query.execute({ ...values, ...askerValues(work), from });
  return new Map(rows.map(({ subjectId, ...load }) => [subjectId!, load]));
}

const { id, kind, number, title, state, county, ownerOfficeId, receivedOn, closedOn, restricted } = dossiers;
/** The facts every ledger tells of a record to the dossier of its subject. */
export const subjectColumns = {
  id,
  kind,
  number,
  title,
  state,
  county,
  ownerOfficeId,
  receivedOn,
  closedOn,
  restricted,
};
const records = prepared((tx) =>
  tx
    .select({ ...subjectColumns, known: inTheKnow })
    .from(dossiers)
    .innerJoin(dossierSights, mine)
    .where(eq(dossiers.subjectId, sql.placeholder('subjectId')))
    .orderBy(desc(dossiers.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The records of every department that concern an entity, newest first; of a restricted one, to who is not named in it, its stub. */
export async function recordsOf(work: Pick<Work, 'tx' | 'actor' | 'clock'>, subjectId: number, limit = 500) {
  return (await records(work.tx).execute({ ...askerValues(work), subjectId, limit })).map(shown);
}

type Found = Omit<SubjectRecord, 'stub' | 'receivedOn'> & { receivedOn: string; known: number };

const shown = ({ known, ...row }: Found): SubjectRecord =>
  known ? { ...row, stub: false } : { ...row, title: '', receivedOn: null, closedOn: null, stub: true };

const some = preparedFor((tx, ids) =>
  tx
    .select({ ...subjectColumns, known: inTheKnow })
    .from(dossiers)
    .innerJoin(dossierSights, mine)
    .where(inArray(id, ids))
    .prepare(),
);

/** Of some records those the reader may see, as far as that goes; at most two hundred. */
export async function seenAmong(work: Pick<Work, 'tx' | 'actor' | 'clock'>, ids: readonly number[]) {
  const { query, values } = some(work.tx, ids.slice(0, 200));
  return (await query.execute({ ...values, ...askerValues(work) })).map(shown);
}

/** Records of an entity that were made since a moment. */
export async function createdSince(work: Pick<Work, 'tx'>, subjectId: number, since: string): Promise<number[]> {
  const rows = await work.tx
    .select({ id })
    .from(dossiers)
    .where(and(eq(dossiers.subjectId, subjectId), gt(dossiers.createdAt, since)));
  return rows.map((row) => row.id);
}

/** Of some entities those a record concerns, whoever sees it. */
export async function subjectsAmong(work: Pick<Work, 'tx'>, ids: readonly number[]): Promise<number[]> {
  const rows = await work.tx
    .selectDistinct({ subjectId: dossiers.subjectId })
    .from(dossiers)
    .where(inArray(dossiers.subjectId, [...ids]));
  return rows.map((row) => row.subjectId!);
}

/** Points every record of one entity to another, whoever sees it; answers which were moved. */
export async function moveSubject(work: Pick<Work, 'tx'>, fromId: number, toId: number): Promise<number[]> {
  const moved = await work.tx
    .update(dossiers)
    .set({ subjectId: toId })
    .where(eq(dossiers.subjectId, fromId))
    .returning({ id: dossiers.id });
  return moved.map((row) => row.id);
}

/** Points moved records back, except those that were given another subject since: they are answered by number. */
export async function moveSubjectBack(
  work: Pick<Work, 'tx'>,
  ids: readonly number[],
  fromId: number,
  toId: number,
): Promise<{ back: number[]; kept: number[] }> {
  const back: number[] = [];
  for (let at = 0; at < ids.length; at += 400) {
    const some = await work.tx
      .update(dossiers)
      .set({ subjectId: toId })
      .where(and(inArray(dossiers.id, ids.slice(at, at + 400)), eq(dossiers.subjectId, fromId)))
      .returning({ id: dossiers.id });
    back.push(...some.map((row) => row.id));
  }
  const returned = new Set(back);
  return { back, kept: ids.filter((one) => !returned.has(one)) };
}

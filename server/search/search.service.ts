import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { findByPhone } from '#server/complaints/complaint.identity.ts';
import type { Tx } from '#server/db/database.ts';
import { newestTexts, textAnswers } from '#server/db/search.sqlite.ts';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { inTheKnow } from '#server/dossiers/ledger.filter.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { heads } from '#shared/auth/permissions.ts';
import type { SearchHit } from '#shared/search/search.api.ts';
import { questionOf } from '#shared/search/text.ts';
import { searchScope } from './search.scope.ts';

const { id, kind, number, title, subjectName, state, county, ownerOfficeId, dueOn } = dossiers;
const columns = { id, kind, number, title, subjectName, state, county, ownerOfficeId, dueOn, known: inTheKnow };

const mine = eq(dossierSights.officeId, sql.placeholder('officeId'));

function found(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(dossiers)
    .innerJoin(dossierSights, and(eq(dossierSights.dossierId, dossiers.id), mine))
    .where(where)
    .orderBy(desc(dossiers.id))
    .limit(sql.placeholder('limit'));
}

/** By number even where the record is restricted: its stub says that it exists and whom to call. */
const byNumber = prepared((tx) => found(tx, eq(dossiers.number, sql.placeholder('number'))).prepare());
/** Joined crosswise, so that the index leads and the walk ends at the limit, however many texts answer. */
const byWords = prepared((tx) =>
  tx
    .select(columns)
    .from(newestTexts)
    .crossJoin(dossierSights)
    .crossJoin(dossiers)
    .where(
      and(
        textAnswers(sql.placeholder('question')),
        eq(dossierSights.dossierId, newestTexts.rowid),
        mine,
        eq(dossiers.id, newestTexts.rowid),
        inTheKnow,
      ),
    )
    .orderBy(desc(newestTexts.rowid))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** How many hits one answer holds where nothing is said. */
const LIMIT = 20;

/** Everything the reader may find: the very number first, then phones of the reader's own records, then words, newest first. */
export async function search(work: Work, { q, limit = LIMIT }: { q: string; limit?: number }) {
  const { officeId, personId, roles } = work.actor;
  const who = { officeId, personId, approver: heads(roles) ? 1 : 0, limit: limit + 1 };
  const hits = new Map<number, SearchHit>();
  const add = (rows: Row[], by: SearchHit['by']) => {
    for (const row of rows) if (!hits.has(row.id)) hits.set(row.id, shown(row, by));
  };
  if (/\d/.test(q)) add(await byNumber(work.tx).execute({ ...who, number: numberIn(q) }), 'number');
  const digits = q.normalize('NFKC').replace(/[\s-]/g, '');
  if (/^\d{4,15}$/.test(digits)) add(await byIds(work, await findByPhone(work, digits), who), 'phone');
  const question = questionOf(q, await searchScope(work));
  if (question) add(await byWords(work.tx).execute({ ...who, question }), 'text');
  return { hits: [...hits.values()].slice(0, limit), more: hits.size > limit };
}

type Row = Awaited<ReturnType<ReturnType<typeof byNumber>['execute']>>[number];

function byIds(work: Work, ids: number[], who: Record<string, number>): Promise<Row[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return found(work.tx, and(inArray(dossiers.id, ids.slice(0, 200)), inTheKnow))
    .prepare()
    .execute(who);
}

const numberIn = (q: string) =>
  q
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/[\s_–—-]+/g, '-');

function shown(
  { id, kind, number, state, county, ownerOfficeId, known, ...told }: Row,
  by: SearchHit['by'],
): SearchHit {
  const stub = { id, kind, number, state, county, ownerOfficeId };
  return known ? { ...stub, ...told, by } : { ...stub, title: '', subjectName: null, dueOn: null, by };
}

import { gte, lte, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { FilterBuilder } from '#server/dossiers/ledger.filter.ts';
import { type Bare, bare, ledgerOf, listOf, spineColumns } from '#server/dossiers/ledger.list.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import type { CaseFilter as Shape } from '#shared/cases/case.api.ts';
import type { CaseRow } from '#shared/cases/case.schema.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { cases } from './case.table.ts';

export type CaseFilter = Static<typeof Shape> & { q?: string };

const { procedure, source, creditCode, matter, violation, filedOn, decidedOn, decisionNumber, outcome } = cases;
const { goodsValueFen, fineFen, gainsFen, policeQuestion } = cases;
const columns = {
  ...spineColumns,
  procedure,
  source,
  creditCode,
  matter,
  violation,
  filedOn,
  decidedOn,
  decisionNumber,
  outcome,
  goodsValueFen,
  fineFen,
  gainsFen,
  policeQuestion,
};

const list = listOf(ledgerOf(cases, columns));

async function prepare(work: Work, ask: CaseFilter) {
  const builder = new FilterBuilder(work, 'case')
    .spine(ask, await searchScope(work))
    .oneOf('matter', matter, ask.matter)
    .oneOf('source', source, ask.source)
    .oneOf('procedure', procedure, ask.procedure)
    .oneOf('outcome', outcome, ask.outcome)
    .oneOf('police', policeQuestion, ask.police)
    .day('decidedFrom', decidedOn, ask.decidedFrom, 'from')
    .day('decidedUntil', decidedOn, ask.decidedUntil, 'until');
  const fine = sql`coalesce(${fineFen}, 0) + coalesce(${gainsFen}, 0)`;
  if (ask.fineFrom !== undefined) builder.only('fineFrom', gte(fine, sql.placeholder('fineFrom')), ask.fineFrom);
  if (ask.fineUntil !== undefined) builder.only('fineUntil', lte(fine, sql.placeholder('fineUntil')), ask.fineUntil);
  return builder.done();
}

/** One page of the case ledger, as far as the reader's office sees it. */
export async function listCases(work: Work, ask: CaseFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, await prepare(work, ask), ask);
  return { rows: rows.map(shown), next };
}

/** How many of the filtered cases there are, and how their clocks stand. */
export const countCases = async (work: Work, ask: CaseFilter) => list.count(work, await prepare(work, ask));

type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

/** A row as its reader may see it: whoever is not named in a restricted case gets its stub. */
function shown(found: Found): CaseRow {
  const row = found as CaseRow & Found; // changed in place: a copy of fifty wide rows costs more than their query
  row.stub = !found.known;
  return found.known ? row : stubOfCase(row);
}

/** What a stub tells: that the case is there, whose it is and how it stands. */
export const stubOfCase = (row: Pick<CaseRow, Bare>): CaseRow => ({ ...BLANK, ...bare<CaseRow>(row) });

const BLANK = {
  ...NO_FACE,
  restricted: true,
  stub: true,
  title: '',
  procedure: null,
  source: null,
  subjectId: null,
  subjectName: null,
  creditCode: null,
  matter: null,
  violation: null,
  township: null,
  handlerId: null,
  receivedOn: null,
  filedOn: null,
  decidedOn: null,
  decisionNumber: null,
  closedOn: null,
  outcome: null,
  goodsValueFen: null,
  fineFen: null,
  gainsFen: null,
  policeQuestion: null,
} as const;

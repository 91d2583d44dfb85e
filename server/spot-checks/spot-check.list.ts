import { and, eq, isNull } from 'drizzle-orm';
import type { Static } from 'typebox';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { FilterBuilder } from '#server/dossiers/ledger.filter.ts';
import { type Bare, bare, ledgerOf, listOf, spineColumns } from '#server/dossiers/ledger.list.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import type { Sight } from '#shared/auth/access.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import type { SpotCheckFilter as Shape } from '#shared/spot-checks/spot-check.api.ts';
import type { SpotCheckRow } from '#shared/spot-checks/spot-check.schema.ts';
import { spotChecks } from './spot-check.table.ts';

export type SpotCheckFilter = Static<typeof Shape> & { q?: string };

const { checkKind, purpose, task, creditCode, matter, plannedOn, begunOn, inspectors, nth } = spotChecks;
const { product, laboratory, conclusion, result, problems, followUp, finishedOn, publishedOn } = spotChecks;
const columns = {
  ...spineColumns,
  checkKind,
  purpose,
  task,
  creditCode,
  matter,
  plannedOn,
  begunOn,
  inspectors,
  nth,
  product,
  laboratory,
  conclusion,
  result,
  problems,
  followUp,
  finishedOn,
  publishedOn,
};

const list = listOf(ledgerOf(spotChecks, columns));

async function prepare(work: Work, ask: SpotCheckFilter) {
  const builder = new FilterBuilder(work, 'spot_check')
    .spine(ask, await searchScope(work))
    .oneOf('checkKind', checkKind, ask.checkKind)
    .oneOf('purpose', purpose, ask.purpose)
    .oneOf('matter', matter, ask.matter)
    .oneOf('conclusion', conclusion, ask.conclusion)
    .oneOf('result', result, ask.result)
    .oneOf('followUp', followUp, ask.followUp)
    .day('plannedFrom', plannedOn, ask.plannedFrom, 'from')
    .day('plannedUntil', plannedOn, ask.plannedUntil, 'until')
    .day('begunFrom', begunOn, ask.begunFrom, 'from')
    .day('begunUntil', begunOn, ask.begunUntil, 'until');
  if (ask.unfinished) builder.only('unfinished', and(eq(dossiers.state, 'done'), isNull(finishedOn))!);
  return builder.done();
}

/** One page of the ledger of spot checks, as far as the reader's office sees it. */
export async function listSpotChecks(work: Work, ask: SpotCheckFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, await prepare(work, ask), ask);
  return { rows: rows.map(shown), next };
}

/** How many of the filtered spot checks there are, and how their clocks stand. */
export const countSpotChecks = async (work: Work, ask: SpotCheckFilter) => list.count(work, await prepare(work, ask));

/** Sights that give an overview and no persons. */
const OUTSIDE: readonly Sight[] = ['line', 'block', 'addressee'];

type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

/** A row as its reader may see it: whoever is not named in a restricted one gets its stub. */
function shown(found: Found): SpotCheckRow {
  const row = found as SpotCheckRow & Found; // changed in place: a copy of fifty wide rows costs more than their query
  row.stub = !found.known;
  if (OUTSIDE.includes(found.sight)) row.inspectors = null; // who went there is told to whoever takes part
  return found.known ? row : stubOfSpotCheck(row);
}

/** What a stub tells: that the record is there, whose it is and how it stands. */
export const stubOfSpotCheck = (row: Pick<SpotCheckRow, Bare>): SpotCheckRow => ({
  ...BLANK,
  ...bare<SpotCheckRow>(row),
});

const BLANK = {
  ...NO_FACE,
  restricted: true,
  stub: true,
  title: '',
  checkKind: null,
  purpose: null,
  task: null,
  subjectId: null,
  subjectName: null,
  creditCode: null,
  matter: null,
  township: null,
  handlerId: null,
  receivedOn: null,
  plannedOn: null,
  begunOn: null,
  inspectors: null,
  nth: null,
  product: null,
  laboratory: null,
  conclusion: null,
  result: null,
  problems: null,
  followUp: null,
  finishedOn: null,
  publishedOn: null,
  closedOn: null,
} as const;

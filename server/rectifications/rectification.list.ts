import { eq, isNotNull } from 'drizzle-orm';
import type { Static } from 'typebox';
import { lastDueOf } from '#server/clocks/clock.service.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { FilterBuilder } from '#server/dossiers/ledger.filter.ts';
import { type Bare, bare, ledgerOf, listOf, spineColumns } from '#server/dossiers/ledger.list.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import type { RectificationFilter as Shape } from '#shared/rectifications/rectification.api.ts';
import type { RectificationRow } from '#shared/rectifications/rectification.schema.ts';
import { rectifications } from './rectification.table.ts';

export type RectificationFilter = Static<typeof Shape> & { q?: string };

const { source, creditCode, matter, orderNumber, askedUntil, reportedOn, result, verifiedOn, verifiers } =
  rectifications;
const { rounds, pairs, pairsWhole, drawn } = rectifications;
const columns = {
  ...spineColumns,
  source,
  creditCode,
  matter,
  orderNumber,
  askedUntil,
  reportedOn,
  result,
  verifiedOn,
  verifiers,
  rounds,
  pairs,
  pairsWhole,
  deadlineOn: lastDueOf(dossiers.id, 'rectification.correct'),
};

const list = listOf(ledgerOf(rectifications, columns));

async function prepare(work: Work, ask: RectificationFilter) {
  const builder = new FilterBuilder(work, 'rectification')
    .spine(ask, await searchScope(work))
    .oneOf('matter', matter, ask.matter)
    .oneOf('source', source, ask.source)
    .oneOf('result', result, ask.result)
    .day('verifiedFrom', verifiedOn, ask.verifiedFrom, 'from')
    .day('verifiedUntil', verifiedOn, ask.verifiedUntil, 'until');
  if (ask.asked) builder.only('asked', isNotNull(askedUntil));
  if (ask.drawn) builder.only('drawn', eq(drawn, true));
  return builder.done();
}

/** One page of the rectification ledger, as far as the reader's office sees it. */
export async function listRectifications(work: Work, ask: RectificationFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, await prepare(work, ask), ask);
  return { rows: rows.map(shown), next };
}

/** How many of the filtered rectifications there are, and how their clocks stand. */
export const countRectifications = async (work: Work, ask: RectificationFilter) =>
  list.count(work, await prepare(work, ask));

type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

/** A row as its reader may see it: whoever is not named in a restricted one gets its stub. */
function shown(found: Found): RectificationRow {
  const row = found as RectificationRow & Found; // changed in place: a copy of fifty wide rows costs more than their query
  row.stub = !found.known;
  return found.known ? row : stubOfRectification(row);
}

/** What a stub tells: that the record is there, whose it is and how it stands. */
export const stubOfRectification = (row: Pick<RectificationRow, Bare>): RectificationRow => ({
  ...BLANK,
  ...bare<RectificationRow>(row),
});

const BLANK = {
  ...NO_FACE,
  restricted: true,
  stub: true,
  title: '',
  source: null,
  subjectId: null,
  subjectName: null,
  creditCode: null,
  matter: null,
  township: null,
  handlerId: null,
  receivedOn: null,
  deadlineOn: null,
  orderNumber: null,
  askedUntil: null,
  reportedOn: null,
  result: null,
  verifiedOn: null,
  verifiers: null,
  rounds: null,
  pairs: null,
  pairsWhole: null,
  closedOn: null,
} as const;

import { inArray } from 'drizzle-orm';
import type { Static } from 'typebox';
import { dossierSights } from '#server/dossiers/dossier.table.ts';
import { FilterBuilder } from '#server/dossiers/ledger.filter.ts';
import { type Bare, bare, ledgerOf, listOf, spineColumns } from '#server/dossiers/ledger.list.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import type { TransferFilter as Shape } from '#shared/transfers/transfer.api.ts';
import type { TransferRow } from '#shared/transfers/transfer.schema.ts';
import { transfers } from './transfer.table.ts';

export type TransferFilter = Static<typeof Shape> & { q?: string };

const { road, toOfficeId, sentOn, letterNumber, crime, goodsValueFen } = transfers;
const columns = { ...spineColumns, road, toOfficeId, sentOn, letterNumber, crime, goodsValueFen };

const list = listOf(ledgerOf(transfers, columns));
type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

const prepare = async (work: Work, filter: TransferFilter) => {
  const builder = new FilterBuilder(work, 'transfer')
    .spine(filter, await searchScope(work))
    .oneOf('road', road, filter.road)
    .oneOf('to', toOfficeId, filter.to);
  // What was sent here, whether or not it was taken on; a copy one only reads is not among it.
  if (filter.inbox) builder.only('inbox', inArray(dossierSights.sight, ['co_handler', 'addressee']), undefined, false);
  return builder.done();
};

/** One page of transfers, as far as the reader's office sees them: for a receiver, its inbox. */
export async function listTransfers(work: Work, ask: TransferFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, await prepare(work, ask), ask);
  return { rows: rows.map(shown), next };
}

/** How many of the filtered transfers there are, and how their clocks stand. */
export async function countTransfers(work: Work, ask: TransferFilter) {
  return list.count(work, await prepare(work, ask));
}

/** Nothing known of a row beside number, state and owner. */
export const NO_ROW = {
  ...NO_FACE,
  road: null,
  toOfficeId: null,
  title: '',
  subjectId: null,
  subjectName: null,
  receivedOn: null,
  sentOn: null,
  letterNumber: null,
  crime: null,
  goodsValueFen: null,
  handlerId: null,
  closedOn: null,
} as const;

/** Whoever is not named in a restricted transfer gets its number, state and whom to call. */
export const stubOfTransfer = (row: Pick<TransferRow, Bare>): TransferRow => ({
  ...NO_ROW,
  ...bare<TransferRow>(row),
  restricted: true,
  stub: true,
});

/** Sights that show that a transfer is there, and not what it says. */
const OUTSIDE: readonly string[] = ['addressee', 'block', 'line'];

function shown({ known, dueKey: _, ...found }: Found): TransferRow {
  const row = found as TransferRow & typeof found;
  if (!known) return stubOfTransfer(row);
  const hidden = OUTSIDE.includes(row.sight)
    ? { crime: null, goodsValueFen: null, subjectId: null, handlerId: null }
    : {};
  return { ...row, ...hidden, stub: false };
}

import { ledgerOf, listOf, spineColumns, tallyOf } from '#server/dossiers/ledger.list.ts';
import { watchedNow } from '#server/entities/watch.seen.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_OWN_FIELDS, OWN_FIELD_NAMES, type OwnField } from '#shared/complaints/complaint.own-fields.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import type { WatchLevel } from '#shared/entities/entity.lists.ts';
import { type ComplaintFilter, prepareFilter } from './complaint.filter.ts';
import { complaints } from './complaint.table.ts';

const { intake, complainantMask, matter, channel, foreignNumber, outcome, amountFen } = complaints;
/** The plain fields, whatever they are. */
const ownFields = Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, complaints[name]])) as Pick<
  typeof complaints,
  OwnField
>;
const columns = {
  ...ownFields,
  ...spineColumns,
  intake,
  complainantMask,
  matter,
  channel,
  foreignNumber,
  outcome,
  amountFen,
};

const list = listOf(ledgerOf(complaints, columns));

/** One page of the ledger, as far as the reader's office sees it. */
export async function listComplaints(work: Work, ask: ComplaintFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, prepareFilter(work, ask, await searchScope(work)), ask);
  const watched = await watchedNow(work);
  return { rows: rows.map((row) => shown(row, watched)), next };
}

type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

/** A row as its reader may see it: whoever is not named in a restricted record gets its stub. */
function shown(found: Found, watched: ReadonlyMap<number, WatchLevel>): ComplaintRow {
  const row = found as ComplaintRow & Found; // changed in place: a copy of fifty wide rows costs more than their query
  if (!found.known) return stub(row);
  row.stub = false;
  row.watch = row.subjectId === null ? null : (watched.get(row.subjectId) ?? null);
  if (row.sight === 'line' || row.sight === 'block') row.complainantMask = null;
  return row;
}

function stub({ id, number, state, county, ownerOfficeId, sight, version }: ComplaintRow): ComplaintRow {
  return { ...BLANK, id, number, state, county, ownerOfficeId, restricted: true, stub: true, sight, version };
}

const BLANK = {
  ...NO_OWN_FIELDS,
  ...NO_FACE,
  title: '',
  intake: null,
  complainantMask: null,
  subjectId: null,
  subjectName: null,
  watch: null,
  matter: null,
  township: null,
  handlerId: null,
  channel: null,
  foreignNumber: null,
  receivedOn: null,
  closedOn: null,
  outcome: null,
  returns: 0,
  amountFen: null,
} as const;

/** How many of the filtered records there are, and how their clocks stand. */
export async function countComplaints(work: Work, ask: ComplaintFilter) {
  return list.count(work, prepareFilter(work, ask, await searchScope(work)));
}

/** Records by state, office and month, as far as the reader's office sees them. */
export const tallyComplaints = (work: Work, span: { from?: string; until?: string }) =>
  tallyOf('complaint', work, span);

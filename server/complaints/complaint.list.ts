import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { dossierSights, dossiers, dossierTallies } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import { NO_OWN_FIELDS, OWN_FIELD_NAMES, type OwnField } from '#shared/complaints/complaint.own-fields.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { cursorOf, cursorParts } from '#shared/kernel/paging.ts';
import { type ComplaintFilter, inTheKnow, lightIs, prepareFilter } from './complaint.filter.ts';
import { complaints } from './complaint.table.ts';

const {
  id,
  number,
  state,
  county,
  ownerOfficeId,
  restricted,
  title,
  subjectId,
  subjectName,
  township,
  handlerId,
  receivedOn,
  closedOn,
} = dossiers;
const {
  returns,
  clockName,
  clockFrom,
  clockLength,
  clockPausedDays,
  pausedOn,
  dueOn,
  dueAt,
  soonOn,
  unsettledYear,
  version,
} = dossiers;
const { intake, complainantMask, matter, channel, foreignNumber, outcome, amountFen } = complaints;
/** The plain fields, whatever they are. */
const ownFields = Object.fromEntries(OWN_FIELD_NAMES.map((name) => [name, complaints[name]])) as Pick<
  typeof complaints,
  OwnField
>;
const columns = {
  ...ownFields,
  id,
  number,
  state,
  county,
  ownerOfficeId,
  restricted,
  title,
  subjectId,
  subjectName,
  township,
  handlerId,
  receivedOn,
  closedOn,
  returns,
  clockName,
  clockFrom,
  clockLength,
  clockPausedDays,
  pausedOn,
  dueOn,
  dueAt,
  soonOn,
  unsettledYear,
  version,
  intake,
  complainantMask,
  matter,
  channel,
  foreignNumber,
  outcome,
  amountFen,
  sight: dossierSights.sight,
  known: inTheKnow,
  dueKey: dossierSights.dueKey,
};

type Sort = NonNullable<(ComplaintFilter & { sort?: string })['sort']>;
const KEYS = {
  due: { key: dossierSights.dueKey, after: '>', order: asc },
  received: { key: dossierSights.receivedOn, after: '>', order: asc },
  '-received': { key: dossierSights.receivedOn, after: '<', order: desc },
} as const;

function build(tx: Tx, where: SQL[], sort: Sort, paged: boolean) {
  const { key, after, order } = KEYS[sort];
  const beyond = paged
    ? [
        sql`(${key}, ${dossierSights.dossierId}) ${sql.raw(after)} (${sql.placeholder('afterKey')}, ${sql.placeholder('afterId')})`,
      ]
    : [];
  return tx
    .select(columns)
    .from(dossierSights)
    .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
    .innerJoin(complaints, eq(complaints.id, dossierSights.dossierId))
    .where(and(...where, ...beyond))
    .orderBy(order(key), order(dossierSights.dossierId))
    .limit(sql.placeholder('limit'))
    .prepare();
}

type Statement = ReturnType<typeof build>;
/** Filters are few and their shapes fewer; a cap keeps a mischievous client from filling memory with statements. */
const KEPT = 300;

/** Statements by the shape of their filter, made once for each connection. */
function kept<S>() {
  const statements = prepared(() => new Map<string, S>());
  return (tx: Tx, signature: string, make: () => S): S => {
    const known = statements(tx);
    const found = known.get(signature);
    if (found) return found;
    if (known.size >= KEPT) known.clear();
    const made = make();
    known.set(signature, made);
    return made;
  };
}
const statementFor = kept<Statement>();
const countFor = kept<ReturnType<typeof buildCount>>();

/** One page of the ledger, as far as the reader's office sees it. */
export async function listComplaints(work: Work, ask: ComplaintFilter & { cursor?: string; limit?: number }) {
  const sort: Sort = ask.sort ?? 'due';
  const limit = ask.limit ?? 50;
  const cursor = cursorParts(ask.cursor);
  if (ask.cursor && cursor?.length !== 2) throw new Refusal('invalid_query', { fields: { cursor: 'unknown' } });
  const filter = prepareFilter(work, ask, await searchScope(work));
  const statement = statementFor(work.tx, `${sort}|${cursor ? 'next' : 'first'}|${filter.signature}`, () =>
    build(work.tx, filter.where, sort, cursor !== undefined),
  );
  const page = cursor ? { afterKey: cursor[0], afterId: cursor[1] } : {};
  const found = await statement.execute({ ...filter.values, ...page, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  const next = found.length > limit && last ? cursorOf(sort === 'due' ? last.dueKey : last.receivedOn, last.id) : null;
  return { rows: rows.map(shown), next };
}

type Found = Awaited<ReturnType<Statement['execute']>>[number];

/** A row as its reader may see it: whoever is not named in a restricted record gets its stub. */
function shown(found: Found): ComplaintRow {
  const row = found as ComplaintRow & Found; // changed in place: a copy of fifty wide rows costs more than their query
  if (!found.known) return stub(row);
  row.stub = false;
  if (row.sight === 'line' || row.sight === 'block') row.complainantMask = null;
  return row;
}

function stub({ id, number, state, county, ownerOfficeId, sight, version }: ComplaintRow): ComplaintRow {
  return { ...BLANK, id, number, state, county, ownerOfficeId, restricted: true, stub: true, sight, version };
}

const BLANK = {
  ...NO_OWN_FIELDS,
  title: '',
  intake: null,
  complainantMask: null,
  subjectId: null,
  subjectName: null,
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
  ...NO_FACE,
} as const;

/** No count runs further than this: beyond it a screen says "1000+". */
const CAP = 1000;

function buildCount(tx: Tx, where: SQL[]) {
  const some = tx
    .select({ one: sql`1`.as('one') })
    .from(dossierSights)
    .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
    .innerJoin(complaints, eq(complaints.id, dossierSights.dossierId))
    .where(and(...where))
    .limit(CAP + 1)
    .as('some');
  return tx.select({ n: sql<number>`count(*)` }).from(some).prepare();
}

/** How many of the filtered records there are, and how their clocks stand; every number stops at the cap. */
export async function countComplaints(work: Work, ask: ComplaintFilter) {
  const { where, values, signature } = prepareFilter(work, ask, await searchScope(work));
  const count = async (light?: Parameters<typeof lightIs>[0]) => {
    const more = light ? [lightIs(light)] : [];
    const statement = countFor(work.tx, `${light ?? 'all'}|${signature}`, () =>
      buildCount(work.tx, [...where, ...more]),
    );
    const [row] = await statement.execute(values);
    return row?.n ?? 0;
  };
  const total = await count();
  return {
    total: Math.min(total, CAP),
    capped: total > CAP,
    overdue: await count('overdue'),
    dueSoon: await count('due_soon'),
    running: await count('running'),
    paused: await count('paused'),
  };
}

const tally = prepared((tx) =>
  tx
    .select({
      month: dossierTallies.month,
      ownerOfficeId: dossierTallies.ownerOfficeId,
      state: dossierTallies.state,
      n: dossierTallies.n,
    })
    .from(dossierTallies)
    .where(
      and(
        eq(dossierTallies.officeId, sql.placeholder('officeId')),
        eq(dossierTallies.kind, 'complaint'),
        sql`${dossierTallies.month} between ${sql.placeholder('from')} and ${sql.placeholder('until')}`,
        sql`${dossierTallies.n} > 0`,
      ),
    )
    .prepare(),
);

/** Records by state, office and month, as far as the reader's office sees them; read from the counts kept beside them. */
export function tallyComplaints(
  work: Work,
  { from = '0000-00', until = '9999-99' }: { from?: string; until?: string },
) {
  return tally(work.tx).execute({ officeId: work.actor.officeId, from, until });
}

/** How many records the actor's office closed between two days, both included. */
export async function countClosed(work: Work, { from, until }: { from: string; until: string }) {
  const [row] = await work.tx
    .select({ n: sql<number>`count(*)` })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.ownerOfficeId, work.actor.officeId),
        eq(dossiers.kind, 'complaint'),
        gte(closedOn, from),
        lte(closedOn, until),
      ),
    );
  return { n: row?.n ?? 0 };
}

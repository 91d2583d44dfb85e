import { and, asc, type Column, desc, eq, type SQL, sql, type Table } from 'drizzle-orm';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';
import type { Tx } from '#server/db/database.ts';
import { kept, prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { cursorOf, cursorParts } from '#shared/kernel/paging.ts';
import { type dossierParts, dossierSights, dossiers, dossierTallies } from './dossier.table.ts';
import { inTheKnow, type ListLight, lightIs, type Prepared } from './ledger.filter.ts';

const { id, number, state, county, ownerOfficeId, restricted, title, subjectId, subjectName, township } = dossiers;
const { handlerId, receivedOn, closedOn, returns, version } = dossiers;
const { clockName, clockFrom, clockLength, clockPausedDays, pausedOn, dueOn, dueAt, soonOn, unsettledYear } = dossiers;

/** What every ledger's rows carry: the spine, the face of the nearest clock, and how the reader came to see it. */
export const spineColumns = {
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
  sight: dossierSights.sight,
  known: inTheKnow,
  dueKey: dossierSights.dueKey,
};

/** A row as the statement finds it, before its reader's eyes. */
export interface FoundRow {
  readonly id: number;
  readonly dueKey: string;
  readonly receivedOn: string;
  readonly known: number;
}

/** The fields that are no secret of any record: that it is there, whose it is and how it stands. */
export type Bare = 'id' | 'number' | 'state' | 'county' | 'ownerOfficeId' | 'sight' | 'version';

/** A row with nothing but the fields that are no secret, from which a ledger makes its stub. */
export function bare<Row extends { readonly [name in Bare]: unknown }>(row: Pick<Row, Bare>): Pick<Row, Bare> {
  const { id, number, state, county, ownerOfficeId, sight, version } = row;
  return { id, number, state, county, ownerOfficeId, sight, version };
}

export type Sort = 'due' | 'received' | '-received';
const KEYS = {
  due: { key: dossierSights.dueKey, after: '>', order: asc },
  received: { key: dossierSights.receivedOn, after: '>', order: asc },
  '-received': { key: dossierSights.receivedOn, after: '<', order: desc },
} as const;

interface Statement<Row> {
  execute(values: Record<string, unknown>): Promise<Row[]>;
}

/** A ledger as its list is read: its own joins, prepared once for each shape of filter. */
export interface ListLedger<Found extends FoundRow> {
  /** Sights joined with the spine and the ledger's own table, to be cut at the placeholder `limit`. */
  page(tx: Tx, where: SQL | undefined, order: SQL[]): Statement<Found>;
  /** The same, counted no further than the placeholder `cap`. */
  count(tx: Tx, where: SQL | undefined): Statement<{ n: number }>;
}

/** A ledger whose rows are its own table's beside the spine: what its list joins, for the columns it shows. */
export function ledgerOf<C extends Parameters<Tx['select']>[0]>(
  own: Table & { id: Column },
  columns: C,
): ListLedger<SelectResultFields<C> & FoundRow> {
  const joined = own as unknown as typeof dossierParts; // a join asks nothing of a table's other columns
  const beside = eq(own.id, dossierSights.dossierId);
  return {
    page: (tx, where, order) =>
      tx
        .select(columns as unknown as typeof spineColumns)
        .from(dossierSights)
        .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
        .innerJoin(joined, beside)
        .where(where)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare() as unknown as Statement<SelectResultFields<C> & FoundRow>,
    count(tx, where) {
      const some = tx
        .select({ one: sql`1`.as('one') })
        .from(dossierSights)
        .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
        .innerJoin(joined, beside)
        .where(where)
        .limit(sql.placeholder('cap'))
        .as('some');
      return tx.select({ n: sql<number>`count(*)` }).from(some).prepare();
    },
  };
}

/** No count runs further than this: beyond it a screen says "1000+". */
const CAP = 1000;

/** Pages and counts of one ledger; who may see a row was settled by the filter, how much of it is the ledger's to show. */
export function listOf<Found extends FoundRow>(ledger: ListLedger<Found>) {
  const pages = kept<Statement<Found>>();
  const counts = kept<Statement<{ n: number }>>();

  async function page(work: Work, filter: Prepared, ask: { sort?: Sort; cursor?: string; limit?: number }) {
    const { sort = 'due', limit = 50 } = ask;
    const { key, after, order } = KEYS[sort];
    const cursor = cursorParts(ask.cursor);
    if (ask.cursor && cursor?.length !== 2) throw new Refusal('invalid_query', { fields: { cursor: 'unknown' } });
    const beyond = sql`(${key}, ${dossierSights.dossierId}) ${sql.raw(after)} (${sql.placeholder('afterKey')}, ${sql.placeholder('afterId')})`;
    const statement = pages(work.tx, `${sort}|${cursor ? 'next' : 'first'}|${filter.signature}`, () =>
      ledger.page(work.tx, and(...filter.where, ...(cursor ? [beyond] : [])), [
        order(key),
        order(dossierSights.dossierId),
      ]),
    );
    const from = cursor ? { afterKey: cursor[0], afterId: cursor[1] } : {};
    const found = await statement.execute({ ...filter.values, ...from, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const last = rows[rows.length - 1];
    const next =
      found.length > limit && last ? cursorOf(sort === 'due' ? last.dueKey : last.receivedOn, last.id) : null;
    return { rows, next };
  }

  /** How many of the filtered records there are, and how their clocks stand; every number stops at the cap. */
  async function count(work: Work, { where, values, signature }: Prepared) {
    const counted = async (light?: ListLight) => {
      const all = light ? [...where, lightIs(light)] : where;
      const statement = counts(work.tx, `${light ?? 'all'}|${signature}`, () => ledger.count(work.tx, and(...all)));
      const [row] = await statement.execute({ ...values, cap: CAP + 1 });
      return row?.n ?? 0;
    };
    const total = await counted();
    return {
      total: Math.min(total, CAP),
      capped: total > CAP,
      overdue: await counted('overdue'),
      dueSoon: await counted('due_soon'),
      running: await counted('running'),
      paused: await counted('paused'),
    };
  }

  return { page, count };
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
        eq(dossierTallies.kind, sql.placeholder('kind')),
        sql`${dossierTallies.month} between ${sql.placeholder('from')} and ${sql.placeholder('until')}`,
        sql`${dossierTallies.n} > 0`,
      ),
    )
    .prepare(),
);

/** Records of a ledger by state, office and month, as far as the reader's office sees them; read from the counts kept beside them. */
export function tallyOf(
  kind: Kind,
  work: Work,
  { from = '0000-00', until = '9999-99' }: { from?: string; until?: string },
) {
  return tally(work.tx).execute({ officeId: work.actor.officeId, kind, from, until });
}

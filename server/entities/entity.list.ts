import { and, asc, desc, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { aside } from '#server/db/plan.sqlite.ts';
import { kept } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { cursorOf, cursorParts } from '#shared/kernel/paging.ts';
import { type EntityFilter, prepareFilter } from './entity.filter.ts';
import { leadOf, type Sort } from './entity.lead.ts';
import { rowsShown } from './entity.read.ts';
import { type EntityColumns, entities } from './entity.table.ts';

const KEYS = {
  '-changed': { key: entities.updatedAt, after: '<', order: desc, before: ['\uffff', Number.MAX_SAFE_INTEGER] },
  name: { key: entities.nameSort, after: '>', order: asc, before: ['', 0] },
  licence: { key: entities.licenceDueOn, after: '>', order: asc, before: ['', 0] },
} as const;

function build(tx: Tx, where: SQL[], sort: Sort, few: boolean) {
  const { key: column, after, order } = KEYS[sort];
  const key = few ? aside(column) : sql`${column}`;
  const beyond = sql`(${key}, ${entities.id}) ${sql.raw(after)} (${sql.placeholder('afterKey')}, ${sql.placeholder('afterId')})`;
  return tx
    .select()
    .from(entities)
    .where(and(...where, ...(sort === 'licence' ? [isNotNull(key)] : []), beyond))
    .orderBy(order(key), order(entities.id))
    .limit(sql.placeholder('limit'))
    .prepare();
}

const statementFor = kept<ReturnType<typeof build>>();
const countFor = kept<ReturnType<typeof buildCount>>();

/** One page of the entities; they are everybody's who reads records. */
export async function listEntities(work: Work, ask: EntityFilter & { cursor?: string; limit?: number }) {
  const sort: Sort = ask.sort ?? (ask.licence ? 'licence' : '-changed');
  const limit = ask.limit ?? 50;
  const cursor = cursorParts(ask.cursor);
  if (ask.cursor && cursor?.length !== 2) throw new Refusal('invalid_query', { fields: { cursor: 'unknown' } });
  const led = await leadOf(work, ask, sort);
  const filter = await prepareFilter(work, ask, { sort, led });
  const statement = statementFor(work.tx, `${sort}|${led.by}|${led.few}|${filter.signature}`, () =>
    build(work.tx, filter.where, sort, led.few),
  );
  const [afterKey, afterId] = cursor ?? KEYS[sort].before; // the first page comes after what comes before all
  const found = await statement.execute({ ...filter.values, afterKey, afterId, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  const next = found.length > limit && last ? cursorOf(keyOf(last, sort), last.id) : null;
  return { rows: await rowsShown(work, rows), next };
}

const keyOf = (row: EntityColumns, sort: Sort) =>
  sort === 'name' ? row.nameSort : sort === 'licence' ? row.licenceDueOn : row.updatedAt;

/** No count runs further than this: beyond it a screen says "1000+". */
const CAP = 1000;

function buildCount(tx: Tx, where: SQL[]) {
  const some = tx
    .select({ one: sql`1`.as('one') })
    .from(entities)
    .where(and(...where))
    .limit(CAP + 1)
    .as('some');
  return tx.select({ n: sql<number>`count(*)` }).from(some).prepare();
}

/** How many of the filtered entities there are, up to the cap. */
export async function countEntities(work: Work, ask: EntityFilter) {
  const { where, values, signature } = await prepareFilter(work, ask);
  const statement = countFor(work.tx, signature, () => buildCount(work.tx, where));
  const [row] = await statement.execute(values);
  const total = row?.n ?? 0;
  return { total: Math.min(total, CAP), capped: total > CAP };
}

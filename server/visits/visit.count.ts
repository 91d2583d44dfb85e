import { and, between, type Column, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared, preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { capOf } from '#shared/visits/visit.ts';
import { visitCaps, visits } from './visit.table.ts';

const counted = preparedFor((tx, ids) =>
  tx
    .select({ entityId: visits.entityId, n: sql<number>`count(*)` })
    .from(visits)
    .where(
      and(
        inArray(visits.entityId, ids),
        between(visits.visitedOn, sql.placeholder('from'), sql.placeholder('until')),
        eq(visits.counts, true),
        isNull(visits.cancelledAt),
      ),
    )
    .groupBy(visits.entityId)
    .prepare(),
);

/** Visits of a year that count towards the cap, of all departments, for each of some entities. */
export async function visitCounts(
  work: Pick<Work, 'tx'>,
  ids: readonly number[],
  year: number,
): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const { query, values } = counted(work.tx, ids);
  const rows = await query.execute({ ...values, from: `${year}-01-01`, until: `${year}-12-31` });
  return new Map(rows.map(({ entityId, n }) => [entityId, n]));
}

const caps = prepared((tx) =>
  tx.select({ region: visitCaps.region, year: visitCaps.year, cap: visitCaps.cap }).from(visitCaps).prepare(),
);

/** The cap of each county in a year, this one where none is named, as it is set now. */
export async function capsNow(
  work: Pick<Work, 'tx' | 'clock'>,
  year = Number(work.clock.today().slice(0, 4)),
): Promise<(county: string | null) => number> {
  const rules = await caps(work.tx).execute();
  return (county) => capOf(rules, county, year, PREFECTURE);
}

/** Where an entity was visited by anybody since the day in the placeholder `yearFrom`. */
export const visitedSince = (entityId: Column): SQL =>
  sql`exists (select 1 from ${visits} where ${visits.entityId} = ${entityId} and ${visits.visitedOn} >= ${sql.placeholder('yearFrom')} and ${visits.cancelledAt} is null)`;

const lately = preparedFor((tx, ids) =>
  tx
    .selectDistinct({ entityId: visits.entityId })
    .from(visits)
    .where(
      and(inArray(visits.entityId, ids), gte(visits.visitedOn, sql.placeholder('from')), isNull(visits.cancelledAt)),
    )
    .prepare(),
);

/** Which of some entities were visited by anybody since a day. */
export async function visitedAfter(work: Pick<Work, 'tx'>, ids: readonly number[], from: string): Promise<Set<number>> {
  const found = new Set<number>();
  for (let at = 0; at < ids.length; at += 200) {
    const { query, values } = lately(work.tx, ids.slice(at, at + 200));
    for (const { entityId } of await query.execute({ ...values, from })) found.add(entityId);
  }
  return found;
}

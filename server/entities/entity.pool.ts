import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { CODED_KINDS, type EntityKind } from '#shared/entities/entity.lists.ts';
import { nameShown } from './entity.shown.ts';
import { type EntityColumns, entities } from './entity.table.ts';

/** What entities may be drawn by. */
export interface PoolAsk {
  readonly county?: string | undefined;
  readonly industry?: EntityColumns['industry'] | undefined;
  readonly kind?: EntityKind | undefined;
}

/** What is entered to be inspected, where no kind is named: a product or a vehicle is not. */
const BUSINESSES = [...CODED_KINDS, 'premises'] as const;

/** Entities that fit, in the order of their numbers, with what leaves them out or weighs them; what was merged away is not there. */
export const poolRows = ({ tx }: Pick<Work, 'tx'>, { county, industry, kind }: PoolAsk, limit: number) =>
  tx
    .select({
      id: entities.id,
      standing: entities.standing,
      riskClass: entities.riskClass,
      county: entities.county,
    })
    .from(entities)
    .where(
      and(
        isNull(entities.mergedInto),
        county ? eq(entities.county, county) : undefined,
        industry ? eq(entities.industry, industry) : undefined,
        kind ? eq(entities.kind, kind) : inArray(entities.kind, [...BUSINESSES]),
      ),
    )
    .orderBy(asc(entities.id))
    .limit(limit);

/** Some entities as records may name them: a natural person only masked. */
export async function entitiesNamed(
  { tx }: Pick<Work, 'tx'>,
  ids: readonly number[],
): Promise<Map<number, EntityColumns & { shown: string }>> {
  const found = new Map<number, EntityColumns & { shown: string }>();
  for (let at = 0; at < ids.length; at += 200) {
    const rows = await tx
      .select()
      .from(entities)
      .where(inArray(entities.id, ids.slice(at, at + 200) as number[]));
    for (const row of rows) found.set(row.id, { ...row, shown: nameShown(row) });
  }
  return found;
}

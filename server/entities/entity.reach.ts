import { eq, sql } from 'drizzle-orm';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type EntityColumns, entities } from './entity.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(entities)
    .where(eq(entities.id, sql.placeholder('id')))
    .prepare(),
);

/** The very entity of an id, one that was merged away among them: to read where it points, or to take the merge back. */
export async function reachAny(work: Pick<Work, 'tx'>, id: number): Promise<EntityColumns> {
  const [row] = await byId(work.tx).execute({ id });
  if (!row) throw new Refusal('not_found');
  return row;
}

/** An entity to work with: entities are everybody's who reads records, but what was merged into another is not worked on. */
export async function reachEntity(work: Pick<Work, 'tx'>, id: number): Promise<EntityColumns> {
  const row = await reachAny(work, id);
  if (row.mergedInto !== null) throw new Refusal('merged_away', { into: row.mergedInto });
  return row;
}

/** The entity an id leads to, through every merge; null where there never was one. */
export async function leadOn(work: Pick<Work, 'tx'>, id: number): Promise<EntityColumns | null> {
  const [row] = await byId(work.tx).execute({ id });
  if (!row) return null;
  return row.mergedInto === null ? row : leadOn(work, row.mergedInto);
}

/** An entity at the version it was read at; with what it is now where somebody was first. */
export async function reachAtVersion(
  work: Pick<Work, 'tx'>,
  id: number,
  version: number,
  currentOf: (row: EntityColumns) => object,
): Promise<EntityColumns> {
  const row = await reachEntity(work, id);
  if (row.version !== version)
    throw new Refusal('changed_meanwhile', { version: row.version, current: currentOf(row) });
  return row;
}

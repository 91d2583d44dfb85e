import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { entities, entityMerges } from './entity.table.ts';

/** The merges an entity came out of and that were not taken back, newest first. */
export const mergesInto = ({ tx }: Pick<Work, 'tx'>, id: number) =>
  tx
    .select({ merge: entityMerges, other: entities })
    .from(entityMerges)
    .innerJoin(entities, eq(entities.id, entityMerges.otherId))
    .where(and(eq(entityMerges.survivorId, id), isNull(entityMerges.undoneAt)))
    .orderBy(desc(entityMerges.id));

import { asc, eq, inArray } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import type { Entity, EntityRow } from '#shared/entities/entity.schema.ts';
import { maskName } from '#shared/kernel/masking.ts';
import { busyOf } from './entity.busy.ts';
import { mergesInto } from './entity.merges.ts';
import { reachAny } from './entity.reach.ts';
import { faceOf, named } from './entity.shown.ts';
import { type EntityColumns, entities, entityOwners } from './entity.table.ts';

/** Entities as the list shows them, in their order. */
export async function rowsShown(work: Work, rows: readonly EntityColumns[]): Promise<EntityRow[]> {
  const busy = await busyOf(work, rows);
  return rows.map((row) => ({
    ...faceOf(row),
    codeSound: row.codeSound,
    noCodeReason: row.noCodeReason,
    industry: row.industry,
    riskClass: row.riskClass,
    standing: row.standing,
    licenceDueOn: row.licenceDueOn,
    updatedAt: row.updatedAt,
    version: row.version,
    ...busy(row),
  }));
}

/** An entity as its page shows it; of one that was merged away, where it went. */
export async function readEntity(work: Work, id: number): Promise<Entity> {
  const row = await reachAny(work, id);
  const [shown] = await rowsShown(work, [row]);
  const person = row.kind === 'person';
  const branchOf = row.branchOf === null ? null : named(await reachAny(work, row.branchOf));
  return {
    ...shown!,
    phoneMask: row.phoneMask,
    personal: row.personal,
    identityOpenings: row.identityOpenings,
    formerNames: person ? row.formerNames.map((one) => ({ ...one, name: maskName(one.name) })) : row.formerNames,
    oldNumbers: row.oldNumbers,
    places: row.places,
    licences: row.licences,
    ...(await ownersOf(work, id)),
    branchOf,
    branches: (
      await work.tx.select().from(entities).where(eq(entities.branchOf, id)).orderBy(asc(entities.id)).limit(100)
    ).map(named),
    notes: row.notes,
    merges: (await mergesInto(work, id)).map(({ merge, other }) => ({
      id: merge.id,
      other: named(other),
      reason: merge.reason,
      mergedBy: merge.mergedBy,
      mergedAt: merge.mergedAt,
    })),
    mergedInto: row.mergedInto,
    createdBy: row.createdBy,
    createdOfficeId: row.createdOfficeId,
    createdAt: row.createdAt,
  };
}

/** Who stands behind an entity, and behind which it stands itself. */
async function ownersOf(work: Work, id: number): Promise<Pick<Entity, 'owners' | 'owns'>> {
  const { tx } = work;
  const owners = await tx
    .select({ row: entities, role: entityOwners.role })
    .from(entityOwners)
    .innerJoin(entities, eq(entities.id, entityOwners.ownerId))
    .where(eq(entityOwners.entityId, id));
  const owns = await tx
    .select({ row: entities, role: entityOwners.role })
    .from(entityOwners)
    .innerJoin(entities, eq(entities.id, entityOwners.entityId))
    .where(eq(entityOwners.ownerId, id))
    .limit(200);
  const told = ({ row, role }: (typeof owners)[number]) => ({ ...named(row), role });
  return { owners: owners.map(told), owns: owns.map(told) };
}

/** Entities by id, in any order. */
export async function entitiesOf(work: Pick<Work, 'tx'>, ids: readonly number[]): Promise<EntityColumns[]> {
  if (ids.length === 0) return [];
  return work.tx
    .select()
    .from(entities)
    .where(inArray(entities.id, [...ids]));
}

import { and, eq, ne } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { moveParties } from '#server/cases/party.entities.ts';
import { moveSubject } from '#server/dossiers/subject.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { moveVisits } from '#server/visits/visit.service.ts';
import type { EntityMerging } from '#shared/entities/entity.schema.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { factsOf, ownersNow, storeFacts } from './entity.edit.ts';
import { sealPerson, sealText, unsealPerson } from './entity.identity.ts';
import { hideWords, makeFindable } from './entity.keys.ts';
import { reachAtVersion, reachEntity } from './entity.reach.ts';
import { type EntityColumns, entities, entityMerges, entityOwners, type MergeMoves } from './entity.table.ts';
import { together, togetherPerson } from './entity.together.ts';
import { announce, checkFacts, storeOwners } from './entity.write.ts';
import { moveMarks } from './watch.service.ts';

/**
 * Makes one of two entities: the survivor keeps everything, with the fields chosen from the other; whatever pointed to the other points to
 * the survivor; the other stays as a stub that leads on. What was changed is kept, so that `undoMerge` can take it back.
 */
export async function mergeEntities(work: Work, survivorId: number, ask: EntityMerging): Promise<EntityColumns> {
  if (ask.otherId === survivorId) throw invalid({ otherId: 'itself' });
  const survivor = await reachAtVersion(work, survivorId, ask.version, () => ({}));
  const other = await reachEntity(work, ask.otherId);
  if (other.version !== ask.otherVersion) throw new Refusal('changed_meanwhile', { version: other.version });
  if ((survivor.kind === 'person') !== (other.kind === 'person')) throw invalid({ otherId: 'person_and_firm' });

  const before = { ...factsOf(survivor), owners: await ownersNow(work, survivorId) };
  const beside = { ...factsOf(other), owners: await ownersNow(work, other.id) };
  const given = together({ ...before, id: survivorId }, { ...beside, id: other.id }, ask.take);
  const personBefore = await unsealPerson(work, survivorId);
  const person = togetherPerson(personBefore, await unsealPerson(work, other.id), ask.take);
  const { owners, ...facts } = given;
  checkFacts(facts, person);

  const moved = await moveAll(work, other.id, survivorId);
  const after = await storeFacts(work, survivor, facts, person);
  await storeOwners(work, survivorId, owners);
  await sealPerson(work, survivorId, person);
  await work.tx
    .update(entities)
    .set({ mergedInto: survivorId, version: other.version + 1, updatedAt: work.clock.now() })
    .where(eq(entities.id, other.id));
  await makeFindable(work, after, person, false);
  await hideWords(work, other.id);
  const [merge] = await work.tx
    .insert(entityMerges)
    .values({
      survivorId,
      otherId: other.id,
      reason: ask.reason.trim(),
      before,
      given,
      personBefore: sealText(work, survivorId, personBefore),
      personGiven: sealText(work, survivorId, person),
      moved,
      mergedBy: work.actor.personId,
      mergedAt: work.clock.now(),
    })
    .returning();
  await leaveLines(work, 'entity.merged', merge!.id, survivorId, other.id, moved, ask.reason);
  return after;
}

/** Both entities' stories tell of it, and every record's whose subject it changed. */
export async function leaveLines(
  work: Work,
  event: 'entity.merged' | 'entity.unmerged',
  mergeId: number,
  survivorId: number,
  otherId: number,
  moved: Pick<MergeMoves, 'records'>,
  reason: string,
): Promise<void> {
  const told = { mergeId, reason, records: moved.records.length };
  await record(work, event, `entity:${survivorId}`, { ...told, otherId });
  await record(work, event, `entity:${otherId}`, { ...told, survivorId });
  const [fromId, toId] = event === 'entity.merged' ? [otherId, survivorId] : [survivorId, otherId];
  for (const id of moved.records) await record(work, 'dossier.subject_moved', id, { fromId, toId });
  announce(work, survivorId, 'merged');
  announce(work, otherId, 'merged');
}

/** Points everything that points to one entity to another. */
async function moveAll(work: Work, fromId: number, toId: number): Promise<MergeMoves> {
  const branches = await work.tx
    .update(entities)
    .set({ branchOf: toId })
    .where(and(eq(entities.branchOf, fromId), ne(entities.id, toId)))
    .returning({ id: entities.id });
  return {
    records: await moveSubject(work, fromId, toId),
    parties: await moveParties(work, fromId, toId),
    visits: await moveVisits(work, fromId, toId),
    marks: await moveMarks(work, fromId, toId),
    branches: branches.map(({ id }) => id),
    ...(await moveOwned(work, fromId, toId)),
  };
}

/** What the one owned the other owns now; what would then be owned twice in one role, or by itself, is dropped. */
async function moveOwned(
  work: Work,
  fromId: number,
  toId: number,
): Promise<Pick<MergeMoves, 'owned' | 'ownedDropped'>> {
  const { entityId, role } = entityOwners;
  const rows = await work.tx.select({ entityId, role }).from(entityOwners).where(eq(entityOwners.ownerId, fromId));
  const held = await work.tx.select({ entityId, role }).from(entityOwners).where(eq(entityOwners.ownerId, toId));
  const double = (row: (typeof rows)[number]) =>
    row.entityId === toId || held.some((one) => one.entityId === row.entityId && one.role === row.role);
  const owned = rows.filter((row) => !double(row));
  const ownedDropped = rows.filter(double);
  for (const row of ownedDropped) await work.tx.delete(entityOwners).where(ownedBy(fromId, row));
  for (const row of owned) await work.tx.update(entityOwners).set({ ownerId: toId }).where(ownedBy(fromId, row));
  return { owned, ownedDropped };
}

/** One row of ownership. */
export const ownedBy = (ownerId: number, row: MergeMoves['owned'][number]) =>
  and(eq(entityOwners.ownerId, ownerId), eq(entityOwners.entityId, row.entityId), eq(entityOwners.role, row.role));

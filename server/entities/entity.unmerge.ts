import { and, eq, inArray, isNull } from 'drizzle-orm';
import { movePartiesBack } from '#server/cases/party.entities.ts';
import { createdSince, moveSubjectBack, seenAmong } from '#server/dossiers/subject.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { moveVisitsBack } from '#server/visits/visit.service.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import type { Unmerged } from '#shared/entities/entity.api.ts';
import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import type { EntityPerson } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { factsOf, ownersNow, storeFacts } from './entity.edit.ts';
import { openText, sealPerson, unsealPerson } from './entity.identity.ts';
import { makeFindable } from './entity.keys.ts';
import { leaveLines, ownedBy } from './entity.merge.ts';
import { reachAny, reachEntity } from './entity.reach.ts';
import { type EntityColumns, entities, entityMerges, entityOwners, type MergeRow } from './entity.table.ts';
import { storeOwners } from './entity.write.ts';
import { moveMarksBack } from './watch.service.ts';

/**
 * Takes a merge back: both entities stand as before and everything points where it pointed. What somebody has changed since stays as it is
 * and is named: fields, and records that were given another subject or came only after the merge.
 */
export async function undoMerge(work: Work, mergeId: number, { reason }: { reason: string }): Promise<Unmerged> {
  const [merge] = await work.tx.select().from(entityMerges).where(eq(entityMerges.id, mergeId));
  if (!merge) throw new Refusal('not_found');
  if (merge.undoneAt !== null) throw new Refusal('not_allowed_in_state', { state: 'undone' });
  const survivor = await reachEntity(work, merge.survivorId);
  const other = await reachAny(work, merge.otherId);

  const kept = await restoreSurvivor(work, survivor, merge);
  const records = await moveBack(work, merge);
  const since = await createdSince(work, survivor.id, merge.mergedAt);
  await standAgain(work, other);
  await work.tx
    .update(entityMerges)
    .set({ undoneBy: work.actor.personId, undoneAt: work.clock.now() })
    .where(and(eq(entityMerges.id, mergeId), isNull(entityMerges.undoneAt)));
  await leaveLines(work, 'entity.unmerged', mergeId, survivor.id, other.id, { records: records.back }, reason);
  const stayed = await seenAmong(work, [...records.kept, ...since]);
  return { survivorId: survivor.id, otherId: other.id, fields: kept, records: stayed };
}

/** Gives every field its value from before, unless it is no longer what the merge gave it; answers the fields that stay. */
async function restoreSurvivor(work: Work, survivor: EntityColumns, merge: MergeRow): Promise<string[]> {
  const { owners: ownersBefore, ...before } = merge.before;
  const { owners: ownersGiven, ...given } = merge.given;
  const touched = changesOf<object>(given, factsOf(survivor)) ?? {};
  const gave = changesOf<object>(before, given) ?? {};
  const back = Object.fromEntries(Object.entries(before).filter(([field]) => !(field in touched)));
  const person = await restoredPerson(work, survivor.id, merge);
  const ownersStay = changesOf<object>(
    { owners: ownersGiven.sort(byOwner) },
    { owners: await ownersNow(work, survivor.id) },
  );
  if (!ownersStay) await storeOwners(work, survivor.id, ownersBefore);
  await sealPerson(work, survivor.id, person.value);
  const after = await storeFacts(work, survivor, { ...factsOf(survivor), ...back }, person.value);
  await makeFindable(work, after, person.value, false);
  const fields = Object.keys(touched).filter((field) => field in gave);
  return [...fields, ...(ownersStay ? ['owners'] : []), ...person.stay];
}

const byOwner = (a: { entityId: number; role: string }, b: { entityId: number; role: string }) =>
  a.entityId - b.entityId || (a.role < b.role ? -1 : 1);

async function restoredPerson(work: Work, id: number, merge: MergeRow) {
  const before = openText(work, id, merge.personBefore);
  const given = openText(work, id, merge.personGiven);
  const value: EntityPerson = await unsealPerson(work, id);
  const stay = PERSONAL_FIELDS.filter((field) => value[field] !== given[field] && before[field] !== given[field]);
  for (const field of PERSONAL_FIELDS) {
    if (value[field] !== given[field]) continue;
    if (before[field] === undefined) delete value[field];
    else value[field] = before[field];
  }
  return { value, stay };
}

/** Everything the merge had pointed to the survivor points to the other again. */
async function moveBack(work: Work, { survivorId, otherId, moved }: MergeRow) {
  const records = await moveSubjectBack(work, moved.records, survivorId, otherId);
  await movePartiesBack(work, moved.parties, survivorId, otherId);
  await moveVisitsBack(work, moved.visits, otherId);
  await moveMarksBack(work, moved.marks, otherId);
  if (moved.branches.length > 0)
    await work.tx
      .update(entities)
      .set({ branchOf: otherId })
      .where(and(inArray(entities.id, moved.branches), eq(entities.branchOf, survivorId)));
  for (const row of moved.owned)
    await work.tx.update(entityOwners).set({ ownerId: otherId }).where(ownedBy(survivorId, row));
  const dropped = moved.ownedDropped.map((row) => ({ ...row, ownerId: otherId }));
  if (dropped.length > 0) await work.tx.insert(entityOwners).values(dropped).onConflictDoNothing();
  return records;
}

/** The stub is an entity again: its row was never changed but for where it pointed. */
async function standAgain(work: Work, other: EntityColumns): Promise<void> {
  await work.tx
    .update(entities)
    .set({ mergedInto: null, version: other.version + 1, updatedAt: work.clock.now() })
    .where(eq(entities.id, other.id));
  await makeFindable(work, other, await unsealPerson(work, other.id), false);
}

import { and, eq, inArray, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { partiesAmong } from '#server/cases/party.entities.ts';
import { subjectsAmong } from '#server/dossiers/subject.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { visitedAmong } from '#server/visits/visit.service.ts';
import { hideWords } from './entity.keys.ts';
import { entities, entityKeys, entityOwners, entityPersons } from './entity.table.ts';
import { announce } from './entity.write.ts';
import { watchMarks } from './watch.table.ts';

const LOOKED_AT = 400;

/** Takes out entities an import filed which nobody changed and nothing leans on, so many at most; the others stay, for somebody needs them by now. */
export async function removeFiled(work: Work, batchId: number, most: number): Promise<number> {
  const filed = await work.tx
    .select({ id: entities.id })
    .from(entities)
    .where(and(eq(entities.batchId, batchId), eq(entities.version, 1), isNull(entities.mergedInto)));
  const gone: number[] = [];
  for (let at = 0; at < filed.length && gone.length < most; at += LOOKED_AT) {
    const ids = filed.slice(at, at + LOOKED_AT).map(({ id }) => id);
    const needed = await leanedOn(work, ids);
    gone.push(...ids.filter((id) => !needed.has(id)).slice(0, most - gone.length));
  }
  for (const id of gone) await takeOut(work, id, batchId);
  return gone.length;
}

/** Of some entities those a record, a party, a visit, a mark, a branch or an ownership points to. */
async function leanedOn(work: Work, ids: readonly number[]): Promise<Set<number>> {
  const some = [...ids];
  const marked = await work.tx
    .select({ id: watchMarks.entityId })
    .from(watchMarks)
    .where(inArray(watchMarks.entityId, some));
  const headed = await work.tx.select({ id: entities.branchOf }).from(entities).where(inArray(entities.branchOf, some));
  const owning = await work.tx
    .select({ id: entityOwners.ownerId })
    .from(entityOwners)
    .where(inArray(entityOwners.ownerId, some));
  const own = [...marked, ...headed, ...owning].flatMap(({ id }) => (id === null ? [] : [id]));
  return new Set([
    ...own,
    ...(await subjectsAmong(work, some)),
    ...(await partiesAmong(work, some)),
    ...(await visitedAmong(work, some)),
  ]);
}

async function takeOut(work: Work, id: number, batchId: number): Promise<void> {
  await hideWords(work, id);
  await work.tx.delete(entityKeys).where(eq(entityKeys.entityId, id));
  await work.tx.delete(entityOwners).where(eq(entityOwners.entityId, id));
  await work.tx.delete(entityPersons).where(eq(entityPersons.id, id));
  await work.tx.delete(entities).where(eq(entities.id, id));
  await record(work, 'entity.removed', `entity:${id}`, { importId: batchId });
  announce(work, id, 'removed');
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { caseParties } from './case.table.ts';

/** The cases in which an entity is a party, whether it is named first or not. */
export async function casesAgainst(work: Pick<Work, 'tx'>, entityId: number): Promise<number[]> {
  const rows = await work.tx
    .selectDistinct({ id: caseParties.caseId })
    .from(caseParties)
    .where(eq(caseParties.entityId, entityId))
    .limit(200);
  return rows.map(({ id }) => id);
}

/** Of some entities those that are parties of a case. */
export async function partiesAmong(work: Pick<Work, 'tx'>, ids: readonly number[]): Promise<number[]> {
  const rows = await work.tx
    .selectDistinct({ entityId: caseParties.entityId })
    .from(caseParties)
    .where(inArray(caseParties.entityId, [...ids]));
  return rows.map(({ entityId }) => entityId!);
}

/** Points every party that is one entity to another; answers which were moved. */
export async function moveParties(work: Pick<Work, 'tx'>, fromId: number, toId: number): Promise<number[]> {
  const moved = await work.tx
    .update(caseParties)
    .set({ entityId: toId })
    .where(eq(caseParties.entityId, fromId))
    .returning({ id: caseParties.id });
  return moved.map(({ id }) => id);
}

/** Points moved parties back, as far as they still are whom they were pointed to. */
export async function movePartiesBack(
  work: Pick<Work, 'tx'>,
  ids: readonly number[],
  fromId: number,
  toId: number,
): Promise<void> {
  for (let at = 0; at < ids.length; at += 400)
    await work.tx
      .update(caseParties)
      .set({ entityId: toId })
      .where(and(inArray(caseParties.id, ids.slice(at, at + 400)), eq(caseParties.entityId, fromId)));
}

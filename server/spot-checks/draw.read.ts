import { inArray } from 'drizzle-orm';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { entitiesNamed } from '#server/entities/entity.pool.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type Draw, type DrawReceipt, type DrawRow, RECEIPT_FORMAT } from '#shared/spot-checks/draw.api.ts';
import { EXCLUSIONS } from '#shared/spot-checks/draw.ts';
import { drawsOf, reachDraw } from './draw.service.ts';
import type { DrawColumns } from './draw.table.ts';

const faceOf = ({
  id,
  title,
  plan,
  size,
  mode,
  pool,
  personId,
  preparedAt,
  drawnAt,
  againOf,
}: DrawColumns): DrawRow => ({
  id,
  title,
  matter: plan.matter,
  county: plan.county ?? null,
  size,
  mode,
  pool: pool.targets.length,
  personId,
  preparedAt,
  drawnAt,
  againOf,
  reason: plan.reason ?? null,
});

/** Draws of the actor's office. */
export const listDraws = async (work: Work): Promise<DrawRow[]> => (await drawsOf(work)).map(faceOf);

/** Most businesses at the cap that are named one by one. */
const NAMED_MOST = 100;

/** A draw as its office reads it; until it is drawn its seed is nobody's to know. */
export async function readDraw(work: Work, id: number): Promise<Draw> {
  const row = await reachDraw(work, id);
  const capped = row.excluded.filter(({ why }) => why === 'cap').slice(0, NAMED_MOST);
  const drawn = row.drawn ?? [];
  const named = await entitiesNamed(work, [...capped.map((one) => one.id), ...drawn.map(({ targetId }) => targetId)]);
  const name = (entityId: number) => named.get(entityId)?.shown ?? '';
  const numbers = await numbersOf(
    work,
    drawn.map(({ checkId }) => checkId),
  );
  return {
    ...faceOf(row),
    algorithm: row.algorithm,
    seedHash: row.seedHash,
    poolHash: row.poolHash,
    seed: row.drawnAt ? row.seed : null,
    inspectors: row.pool.inspectors.length,
    excluded: EXCLUSIONS.map((why) => ({ why, n: row.excluded.filter((one) => one.why === why).length })),
    capped: capped.map((one) => ({ id: one.id, name: name(one.id) })),
    drawn: drawn.map(({ targetId, inspectorIds, checkId }) => ({
      targetId,
      name: name(targetId),
      inspectorIds: [...inspectorIds],
      checkId,
      number: numbers.get(checkId) ?? null,
    })),
  };
}

async function numbersOf({ tx }: Work, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: dossiers.id, number: dossiers.number })
    .from(dossiers)
    .where(inArray(dossiers.id, [...ids]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** What anybody needs to draw it again elsewhere; there is none before it was drawn. */
export async function receiptOf(work: Work, id: number): Promise<DrawReceipt> {
  const row = await reachDraw(work, id);
  if (!row.drawnAt || !row.drawn) throw new Refusal('not_allowed_in_state', { state: 'prepared' });
  const { algorithm, title, officeId, preparedAt, drawnAt, seedHash, seed, poolHash, pool, size, mode } = row;
  return {
    format: RECEIPT_FORMAT,
    algorithm,
    title,
    officeId,
    preparedAt,
    drawnAt,
    seedHash,
    seed,
    poolHash,
    pool: {
      targets: [...pool.targets],
      inspectors: [...pool.inspectors],
      recusals: [...pool.recusals],
    },
    size,
    mode,
    drawn: row.drawn.map(({ targetId, inspectorIds }) => ({ targetId, inspectorIds: [...inspectorIds] })),
  };
}

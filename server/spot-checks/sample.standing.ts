import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { TestedItem } from '#shared/spot-checks/sample.asks.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { type SampleColumns, sampleItems, samples } from './sample.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(samples)
    .where(eq(samples.id, sql.placeholder('id')))
    .prepare(),
);

/** The sample of a check; null where none was taken. */
export async function sampleOf(tx: Tx, id: number): Promise<SampleColumns | null> {
  return (await byId(tx).execute({ id }))[0] ?? null;
}

export const saveSample = updating(samples);

/** Takes a sample out whose taking was cancelled, before it is taken anew. */
export async function dropSample(tx: Tx, id: number): Promise<void> {
  await tx.delete(sampleItems).where(eq(sampleItems.sampleId, id));
  await tx.delete(samples).where(eq(samples.id, id));
}

const itemsOf = prepared((tx) =>
  tx
    .select()
    .from(sampleItems)
    .where(and(eq(sampleItems.sampleId, sql.placeholder('id')), eq(sampleItems.round, sql.placeholder('round'))))
    .orderBy(asc(sampleItems.id))
    .prepare(),
);

/** Writes what was tested in a round anew; a report that was sent back is replaced by the right one. */
export async function writeItems(tx: Tx, sampleId: number, round: 1 | 2, items: readonly TestedItem[]): Promise<void> {
  await tx.delete(sampleItems).where(and(eq(sampleItems.sampleId, sampleId), eq(sampleItems.round, round)));
  if (items.length > 0) await tx.insert(sampleItems).values(items.map((item) => ({ ...item, sampleId, round })));
}

/** A sample as the page of its check shows it. */
export async function wholeSample(tx: Tx, id: number): Promise<SpotCheck['sample']> {
  const sample = await sampleOf(tx, id);
  if (!sample) return null;
  const tested = async (round: number) =>
    (await itemsOf(tx).execute({ id, round })).map(({ item, measured, standard, unit, method, verdict }) => ({
      item,
      verdict,
      ...(measured ? { measured } : {}),
      ...(standard ? { standard } : {}),
      ...(unit ? { unit } : {}),
      ...(method ? { method } : {}),
    }));
  return { ...sample, disposal: [...sample.disposal], items: await tested(1), retested: await tested(2) };
}

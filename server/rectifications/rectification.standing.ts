import { asc, eq, sql } from 'drizzle-orm';
import { clocksOf } from '#server/clocks/clock.service.ts';
import type { ClockRow } from '#server/clocks/clock.table.ts';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import {
  type RectificationColumns,
  rectificationOrders,
  rectifications,
  rectificationVisits,
} from './rectification.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(rectifications)
    .where(eq(rectifications.id, sql.placeholder('id')))
    .prepare(),
);

/** A rectification's own columns; its dossier was reached before, so it is there. */
export async function rectificationOf(tx: Tx, id: number): Promise<RectificationColumns> {
  const [row] = await byId(tx).execute({ id });
  return row!;
}

/** Its orders, the first one first. */
export const ordersOf = prepared((tx) =>
  tx
    .select({
      id: rectificationOrders.id,
      orderedOn: rectificationOrders.orderedOn,
      until: rectificationOrders.until,
      visitId: rectificationOrders.visitId,
    })
    .from(rectificationOrders)
    .where(eq(rectificationOrders.rectificationId, sql.placeholder('id')))
    .orderBy(asc(rectificationOrders.id))
    .prepare(),
);

/** Every visit to it, oldest first. */
export const visitsOf = prepared((tx) =>
  tx
    .select()
    .from(rectificationVisits)
    .where(eq(rectificationVisits.rectificationId, sql.placeholder('id')))
    .orderBy(asc(rectificationVisits.id))
    .prepare(),
);

/** The clock of the order in force, or of the last one there was. */
export async function orderClockOf(tx: Tx, id: number): Promise<ClockRow | undefined> {
  return (await clocksOf(tx, id)).filter(({ name }) => name === 'rectification.correct').pop();
}

/** The last day of that order, extensions included. */
export const deadlineOf = async (tx: Tx, id: number): Promise<string | null> =>
  (await orderClockOf(tx, id))?.dueOn ?? null;

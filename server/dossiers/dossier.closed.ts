import { and, eq, gte, lte, sql } from 'drizzle-orm';
import { lawOf } from '#server/clocks/law.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { workdaysBetween } from '#shared/kernel/calendar.ts';
import { dossiers } from './dossier.table.ts';

/**
 * How many records of all ledgers the actor's office closed between two days, both included, and how many working days one took from its
 * receipt on average, to a tenth; null where none was closed, or where a day lies in a year without a calendar.
 */
export async function tellClosed({ tx, actor }: Work, { from, until }: { from: string; until: string }) {
  const closed = and(gte(dossiers.closedOn, from), lte(dossiers.closedOn, until));
  const spans = await tx
    .select({ from: dossiers.receivedOn, to: dossiers.closedOn, n: sql<number>`count(*)` })
    .from(dossiers)
    .where(and(eq(dossiers.ownerOfficeId, actor.officeId), closed))
    .groupBy(dossiers.receivedOn, dossiers.closedOn);
  const { calendar } = await lawOf(tx);
  let [n, days] = [0, 0 as number | null];
  for (const span of spans) {
    const took = workdaysBetween(calendar, span.from, span.to!);
    n += span.n;
    days = days === null || took === null ? null : days + took * span.n;
  }
  return { n, workdays: n === 0 || days === null ? null : Math.round((10 * days) / n) / 10 };
}

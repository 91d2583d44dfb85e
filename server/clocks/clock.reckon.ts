import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import { dueOf } from '#shared/clocks/clock.ts';
import { type ClockRow, clockEvents, clocks } from './clock.table.ts';
import { lawOf } from './law.service.ts';

/** What happened to a clock, oldest first. */
export const eventsOf = (tx: Tx, clockId: number) => byClock(tx).execute({ clockId });
const byClock = prepared((tx) =>
  tx
    .select()
    .from(clockEvents)
    .where(eq(clockEvents.clockId, sql.placeholder('clockId')))
    .orderBy(asc(clockEvents.id))
    .prepare(),
);

const RECKONED = [
  'startedOn',
  'stoppedOn',
  'length',
  'pausedDays',
  'pausedOn',
  'dueOn',
  'dueAt',
  'soonOn',
  'unsettledYear',
  'running',
] as const satisfies readonly (keyof ClockRow)[];
const reckoned = prepared((tx) =>
  tx
    .update(clocks)
    .set(Object.fromEntries(RECKONED.map((name) => [name, sql`${sql.param(sql.placeholder(name), clocks[name])}`])))
    .where(eq(clocks.id, sql.placeholder('id')))
    .prepare(),
);

/** Reckons a clock from its events, after one was added or the calendar changed. Answers the due day before and after. */
export async function reckon(work: Pick<Work, 'tx'>, clock: ClockRow) {
  const { calendar } = await lawOf(work.tx);
  const due = dueOf(clock.rule as ClockRule, await eventsOf(work.tx, clock.id), calendar);
  await reckoned(work.tx).execute({ ...due, running: due.stoppedOn === null, id: clock.id });
  return { before: clock.dueOn, after: due.dueOn };
}

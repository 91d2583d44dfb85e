import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { type ClockName, type ClockRule, ruleOn } from '#shared/clocks/clock.rules.ts';
import { type ClockEvent, dueOf } from '#shared/clocks/clock.ts';
import { type ClockRow, clockEvents, clocks } from './clock.table.ts';
import { lawOf } from './law.service.ts';

const insertClock = prepared((tx) =>
  tx
    .insert(clocks)
    .values({
      dossierId: sql.placeholder('dossierId'),
      name: sql.placeholder('name'),
      rule: sql.placeholder('rule'),
      startedOn: sql.placeholder('startedOn'),
      length: sql.placeholder('length'),
      pausedDays: 0,
      dueOn: sql.placeholder('dueOn'),
      soonOn: sql.placeholder('soonOn'),
      unsettledYear: sql.placeholder('unsettledYear'),
      running: true,
    })
    .returning()
    .prepare(),
);

const insertEvent = prepared((tx) =>
  tx
    .insert(clockEvents)
    .values({
      clockId: sql.placeholder('clockId'),
      kind: sql.placeholder('kind'),
      on: sql.placeholder('on'),
      category: sql.placeholder('category'),
      length: sql.placeholder('length'),
      reason: sql.placeholder('reason'),
      fileId: sql.placeholder('fileId'),
      personId: sql.placeholder('personId'),
      at: sql.placeholder('at'),
    })
    .prepare(),
);

const byDossier = prepared((tx) =>
  tx
    .select()
    .from(clocks)
    .where(eq(clocks.dossierId, sql.placeholder('dossierId')))
    .orderBy(asc(clocks.id))
    .prepare(),
);

/** A dossier's clocks, running and stopped, in the order they began. */
export const clocksOf = (tx: Tx, dossierId: number): Promise<ClockRow[]> => byDossier(tx).execute({ dossierId });

/** What happened to a clock, oldest first. */
export function eventsOf(tx: Tx, clockId: number) {
  return tx.select().from(clockEvents).where(eq(clockEvents.clockId, clockId)).orderBy(asc(clockEvents.id));
}

/** An event with the papers that belong to it. */
export type NewEvent = ClockEvent & { readonly fileId?: number | null };

/** Starts a clock on the day of its triggering event, by the rule in force on that day; no rule then, no clock. */
export async function startClock(work: Work, dossierId: number, name: ClockName, on: string): Promise<void> {
  const { rules, calendar } = await lawOf(work.tx);
  const rule = ruleOn(rules, name, on);
  if (!rule) return;
  const before = (await clocksOf(work.tx, dossierId)).find((clock) => clock.name === name);
  if (before) return addEvent(work, before, { kind: 'restarted', on });
  const { length, dueOn, soonOn, unsettledYear } = dueOf(rule, [{ kind: 'started', on }], calendar);
  const [made] = await insertClock(work.tx).execute({
    dossierId,
    name,
    rule,
    startedOn: on,
    length,
    dueOn,
    soonOn,
    unsettledYear,
  });
  await note(work, made!.id, { kind: 'started', on });
}

async function note(work: Work, clockId: number, event: NewEvent) {
  const absent = { category: null, length: null, reason: null, fileId: null };
  await insertEvent(work.tx).execute({
    ...absent,
    ...event,
    clockId,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
}

/** Adds an event and reckons the clock anew; whether the law allows the event is asked before, by `faultsOfEvent`. */
export async function addEvent(work: Work, clock: ClockRow, event: NewEvent): Promise<void> {
  await note(work, clock.id, event);
  await reckon(work, clock);
}

/** Reckons a clock from its events, after one was added or the calendar changed. Answers the due day before and after. */
export async function reckon(work: Pick<Work, 'tx'>, clock: ClockRow) {
  const { calendar } = await lawOf(work.tx);
  const due = dueOf(clock.rule as ClockRule, await eventsOf(work.tx, clock.id), calendar);
  await work.tx
    .update(clocks)
    .set({ ...due, running: due.stoppedOn === null })
    .where(eq(clocks.id, clock.id));
  return { before: clock.dueOn, after: due.dueOn };
}

/** Stops a running clock; one that never ran is left alone. */
export async function stopClock(work: Work, dossierId: number, name: string, on: string): Promise<void> {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.name === name && each.running);
  if (clock) await addEvent(work, clock, { kind: 'stopped', on });
}

/** Stops whatever still runs, but for the named clocks, which outlive the record's closing. */
export async function stopAllClocks(
  work: Work,
  dossierId: number,
  on: string,
  except: readonly string[] = [],
): Promise<void> {
  for (const clock of await clocksOf(work.tx, dossierId)) {
    if (clock.running && !except.includes(clock.name)) await addEvent(work, clock, { kind: 'stopped', on });
  }
}

/** Turns the clocks a step's row names. */
export async function turnClocks(
  work: Work,
  dossierId: number,
  turn: { starts?: ClockName | undefined; stops?: ClockName | undefined },
  on: string,
): Promise<void> {
  if (turn.stops) await stopClock(work, dossierId, turn.stops, on);
  if (turn.starts) await startClock(work, dossierId, turn.starts, on);
}

/** Begins a running clock anew from the day of a new fact. */
export async function restartClock(
  work: Work,
  dossierId: number,
  name: ClockName,
  on: string,
  reason: string,
): Promise<void> {
  const [clock] = await work.tx
    .select()
    .from(clocks)
    .where(and(eq(clocks.dossierId, dossierId), eq(clocks.name, name)));
  if (clock?.running) await addEvent(work, clock, { kind: 'restarted', on, reason });
}

const NO_FACE = {
  clockName: null,
  clockFrom: null,
  clockLength: null,
  clockPausedDays: null,
  pausedOn: null,
  dueOn: null,
  soonOn: null,
  unsettledYear: null,
};
const FAR = '9999';

/** The nearest running clock as lists carry it; a paused one comes after those that tick. */
export async function faceOf(work: Pick<Work, 'tx'>, dossierId: number) {
  const running = (await clocksOf(work.tx, dossierId)).filter((clock) => clock.running);
  const rank = (clock: ClockRow) => `${clock.pausedOn ? 1 : 0}${clock.dueOn ?? FAR}`;
  const [nearest] = running.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  if (!nearest) return NO_FACE;
  const { name, startedOn, length, pausedDays, pausedOn, dueOn, soonOn, unsettledYear } = nearest;
  return {
    clockName: name,
    clockFrom: startedOn,
    clockLength: length,
    clockPausedDays: pausedDays,
    pausedOn,
    dueOn,
    soonOn,
    unsettledYear,
  };
}

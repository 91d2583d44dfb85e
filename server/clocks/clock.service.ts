import { and, asc, eq, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { type ClockName, type ClockRule, ruleOn } from '#shared/clocks/clock.rules.ts';
import { type ClockEvent, dueOf, faultsOfEvent } from '#shared/clocks/clock.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { clocksIn } from '#shared/kernel/workflow.ts';
import { eventsOf, reckon } from './clock.reckon.ts';
import { type ClockRow, clockEvents, clocks } from './clock.table.ts';
import { lawOf } from './law.service.ts';

const insertClock = prepared((tx) =>
  tx
    .insert(clocks)
    .values({
      dossierId: sql.placeholder('dossierId'),
      name: sql.placeholder('name'),
      about: sql.placeholder('about'),
      rule: sql.placeholder('rule'),
      startedOn: sql.placeholder('startedOn'),
      length: sql.placeholder('length'),
      pausedDays: 0,
      dueOn: sql.placeholder('dueOn'),
      dueAt: sql.placeholder('dueAt'),
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
      moment: sql.placeholder('moment'),
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

/** An event with the papers that belong to it. */
export type NewEvent = ClockEvent & { readonly fileId?: number | null };

/** What of a clock's start or stop goes beyond its name and day. */
export interface ClockWhere {
  /** What inside the record it is of; another thing has a clock of its own. */
  readonly about?: number | undefined;
  /** The very moment, for a limit in hours. */
  readonly moment?: string | undefined;
  /** How long it is where the paper itself says so, in the rule's unit. */
  readonly length?: number | undefined;
}

const sameClock =
  (name: string, about: number | undefined) =>
  (clock: ClockRow): boolean =>
    clock.name === name && clock.about === (about ?? null);

/** Starts a clock on the day of its triggering event, by the rule in force on that day; no rule then, no clock. */
export async function startClock(
  work: Work,
  dossierId: number,
  name: ClockName,
  on: string,
  { about, moment, length: ordered }: ClockWhere = {},
): Promise<void> {
  const { rules, calendar } = await lawOf(work.tx);
  const found = ruleOn(rules, name, on);
  if (!found) return;
  const before = (await clocksOf(work.tx, dossierId)).find(sameClock(name, about));
  if (before) return addEvent(work, before, { kind: 'restarted', on, moment: moment ?? null });
  const rule = ordered === undefined ? found : { ...found, length: ordered };
  const event = { kind: 'started', on, moment: moment ?? null } as const;
  const { length, dueOn, dueAt, soonOn, unsettledYear } = dueOf(rule, [event], calendar);
  const [made] = await insertClock(work.tx).execute({
    dossierId,
    name,
    about: about ?? null,
    rule,
    startedOn: on,
    length,
    dueOn,
    dueAt,
    soonOn,
    unsettledYear,
  });
  await note(work, made!.id, event);
}

async function note(work: Work, clockId: number, event: NewEvent) {
  const absent = { category: null, length: null, reason: null, fileId: null, moment: null };
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

/** Stops a running clock; one that never ran is left alone. */
export async function stopClock(
  work: Work,
  dossierId: number,
  name: string,
  on: string,
  { about, moment }: ClockWhere = {},
): Promise<void> {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.running && sameClock(name, about)(each));
  if (clock) await addEvent(work, clock, { kind: 'stopped', on, moment: moment ?? null });
}

/** Lets a running clock stand still on a ground its law knows; one that stands already goes on standing for its first reason. */
export async function pauseClock(
  work: Work,
  dossierId: number,
  name: string,
  { on, category, reason }: { on: string; category: string; reason: string },
): Promise<void> {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.running && sameClock(name, undefined)(each));
  if (!clock || clock.pausedOn) return;
  await checked(work, clock, { kind: 'paused', on, category, reason });
}

/** Lets a clock run on, where this was the ground on which it stood. */
export async function resumeClock(work: Work, dossierId: number, name: string, on: string, category: string) {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.running && sameClock(name, undefined)(each));
  if (!clock?.pausedOn) return;
  const last = (await eventsOf(work.tx, clock.id)).filter(({ kind }) => kind === 'paused').pop();
  if (last?.category === category) await checked(work, clock, { kind: 'resumed', on });
}

async function checked(work: Work, clock: ClockRow, event: NewEvent) {
  const { calendar } = await lawOf(work.tx);
  const rule = clock.rule as ClockRule;
  const faults = faultsOfEvent(rule, await eventsOf(work.tx, clock.id), event, work.clock.today(), calendar);
  if (Object.keys(faults).length > 0) throw invalid(faults);
  await addEvent(work, clock, event);
}

/** Leaves days out of a running clock that are known beforehand: a public notice counts as served on a day to come. */
export async function leaveOut(
  work: Work,
  dossierId: number,
  name: string,
  { from, to, category }: { from: string; to: string; category: string },
): Promise<void> {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.running && sameClock(name, undefined)(each));
  if (!clock || clock.pausedOn) return;
  await addEvent(work, clock, { kind: 'paused', on: from, category });
  await addEvent(work, clock, { kind: 'resumed', on: to });
}

/** The day a limit that begins on a day would end, as far as its calendar is known. */
export async function dayDue(work: Pick<Work, 'tx'>, name: ClockName, on: string): Promise<string | null> {
  const { rules, calendar } = await lawOf(work.tx);
  const rule = ruleOn(rules, name, on);
  return rule ? dueOf(rule, [{ kind: 'started', on }], calendar).dueOn : null;
}

/** Lengthens a running clock by what its law allows. */
export async function extendClock(
  work: Work,
  dossierId: number,
  name: string,
  { about, ...event }: Omit<NewEvent, 'kind'> & Pick<ClockWhere, 'about'>,
) {
  const clock = (await clocksOf(work.tx, dossierId)).find((each) => each.running && sameClock(name, about)(each));
  if (clock) await checked(work, clock, { ...event, kind: 'extended' });
}

/** The last day of a dossier's latest clock of a name, running or not, as a column of another ledger's list. */
export const lastDueOf = (dossierId: SQLWrapper, name: ClockName) =>
  sql<
    string | null
  >`(select ${clocks.dueOn} from ${clocks} where ${clocks.dossierId} = ${dossierId} and ${clocks.name} = ${name}
    order by ${clocks.id} desc limit 1)`;

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

/** Which clocks a step starts and stops, one or several. */
export interface ClockTurns {
  readonly starts?: ClockName | readonly ClockName[] | undefined;
  readonly stops?: ClockName | readonly ClockName[] | undefined;
}

/** Turns the clocks a step's row names: stops before it starts. */
export async function turnClocks(
  work: Work,
  dossierId: number,
  { starts, stops }: ClockTurns,
  on: string,
  where: ClockWhere = {},
): Promise<void> {
  for (const name of clocksIn(stops)) await stopClock(work, dossierId, name, on, where);
  for (const name of clocksIn(starts)) await startClock(work, dossierId, name, on, where);
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
    .where(and(eq(clocks.dossierId, dossierId), eq(clocks.name, name), isNull(clocks.about)));
  if (clock?.running) await addEvent(work, clock, { kind: 'restarted', on, reason });
}

const FAR = '9999';

/** The nearest running clock as lists carry it; a paused one comes after those that tick. */
export async function faceOf(work: Pick<Work, 'tx'>, dossierId: number) {
  const running = (await clocksOf(work.tx, dossierId)).filter((clock) => clock.running);
  const rank = (clock: ClockRow) => `${clock.pausedOn ? 1 : 0}${clock.dueOn ?? FAR}${clock.dueAt ?? FAR}`;
  const [nearest] = running.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  if (!nearest) return NO_FACE;
  const { name, startedOn, length, pausedDays, pausedOn, dueOn, dueAt, soonOn, unsettledYear } = nearest;
  return {
    clockName: name,
    clockFrom: startedOn,
    clockLength: length,
    clockPausedDays: pausedDays,
    pausedOn,
    dueOn,
    dueAt,
    soonOn,
    unsettledYear,
  };
}

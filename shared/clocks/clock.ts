import {
  addDays,
  addWorkdays,
  type Day,
  dayOfInstant,
  daysBetween,
  type Reckoned,
  rollDay,
  type WorkCalendar,
  workdaysBetween,
} from '../kernel/calendar.ts';
import { type ClockRule, nearOf } from './clock.rules.ts';

export const CLOCK_EVENTS = ['started', 'paused', 'resumed', 'extended', 'restarted', 'corrected', 'stopped'] as const;

/** One thing that happened to a running clock. A clock is its events; every date is reckoned from them. */
export interface ClockEvent {
  readonly kind: (typeof CLOCK_EVENTS)[number];
  readonly on: Day;
  /** The very moment, where a limit runs in hours. */
  readonly moment?: string | null;
  /** The ground of a pause, from the rule's closed list. */
  readonly category?: string | null;
  /** By how much an extension lengthens, in the rule's unit. */
  readonly length?: number | null;
  readonly reason?: string | null;
}

/** What the events come to: the span, its pauses and its end. Days of a pause are in the rule's unit. */
export interface Due {
  readonly startedOn: Day;
  readonly stoppedOn: Day | null;
  readonly length: number;
  readonly pausedDays: number;
  readonly pausedOn: Day | null;
  readonly dueOn: Day | null;
  /** The moment a limit in hours ends; null for one in days. */
  readonly dueAt: string | null;
  readonly soonOn: Day | null;
  /** The year whose calendar is not published yet, where the end cannot be settled without it. */
  readonly unsettledYear: number | null;
}

/** Days of a span in the rule's own unit; null where a year's calendar is missing. */
export function spanOf(rule: ClockRule, calendar: WorkCalendar, from: Day, to: Day): number | null {
  return rule.unit === 'workday' ? workdaysBetween(calendar, from, to) : daysBetween(from, to);
}

/** Where a limit ends: the first day is not counted, pauses and extensions lengthen it, a holiday at its end moves it. */
function endOf(rule: ClockRule, calendar: WorkCalendar, from: Day, length: number): Reckoned {
  if (rule.unit === 'workday') return addWorkdays(calendar, from, length);
  return rollDay(calendar, addDays(from, length), rule.roll);
}

export const HOUR = 3_600_000;
/**
 * When a limit in hours ends: hours run on through nights and holidays. Where only the day of the start is known, counting begins with
 * the day after, so that nobody is late by a guess.
 */
function endOfHours(rule: ClockRule, start: Start, length: number): string {
  return new Date(Date.parse(hoursFrom(rule, start)) + length * HOUR).toISOString();
}

type Start = Pick<ClockEvent, 'on' | 'moment'>;

/** The moment from which the hours of a limit are counted. */
export function hoursFrom(rule: ClockRule, { on, moment }: Start): string {
  const at = Date.parse(moment ?? `${addDays(on, 1)}T00:00:00+08:00`);
  return new Date(rule.startHour === 'counted' ? at : Math.ceil(at / HOUR) * HOUR).toISOString();
}

/** Reckons a clock from its events. The last start counts: a new fact or a corrected receipt begins the period anew. */
export function dueOf(rule: ClockRule, events: readonly ClockEvent[], calendar: WorkCalendar): Due {
  let start: Start = { on: '' };
  let stoppedOn: Day | null = null;
  let pausedOn: Day | null = null;
  let pausedDays = 0;
  let length = rule.length;
  let missing: number | null = null;
  for (const event of events) {
    if (event.kind === 'started' || event.kind === 'restarted' || event.kind === 'corrected') {
      start = event;
      stoppedOn = null; // begun anew, it runs again
      if (event.kind !== 'corrected') [pausedDays, pausedOn, length] = [0, null, rule.length];
    } else if (event.kind === 'paused') pausedOn = event.on;
    else if (event.kind === 'resumed' && pausedOn) {
      const span = spanOf(rule, calendar, pausedOn, event.on);
      if (span === null) missing ??= Number(event.on.slice(0, 4));
      pausedDays += span ?? 0;
      pausedOn = null;
    } else if (event.kind === 'extended') length += event.length ?? 0;
    else if (event.kind === 'stopped') stoppedOn = event.on;
  }
  const span = { startedOn: start.on, stoppedOn, length, pausedDays, pausedOn };
  if (rule.unit === 'hour') {
    const dueAt = endOfHours(rule, start, length);
    return { ...span, dueOn: dayOfInstant(dueAt), dueAt, soonOn: null, unsettledYear: null };
  }
  const end = missing === null ? endOf(rule, calendar, start.on, length + pausedDays) : { missingYear: missing };
  const soon = end.day ? addWorkdays(calendar, end.day, -nearOf(rule)) : null;
  return {
    ...span,
    dueOn: end.day ?? null,
    dueAt: null,
    soonOn: soon?.day ?? null,
    unsettledYear: end.missingYear ?? null,
  };
}

/** The most, in the rule's unit, that heads together may grant at once. */
const LONGEST = 365;

/** Why an event may not be added, as fields and rules; empty where it may. */
export function faultsOfEvent(
  rule: ClockRule,
  events: readonly ClockEvent[],
  event: ClockEvent,
  today: Day,
  calendar: WorkCalendar,
): Record<string, string> {
  const due = dueOf(rule, events, calendar);
  const last = events[events.length - 1];
  if (event.on > today) return { on: 'future' };
  if (last && event.on < last.on) return { on: 'before_last_event' };
  if (due.stoppedOn) return { kind: 'stopped' };
  if (event.kind === 'paused') {
    if (due.pausedOn) return { kind: 'paused_already' };
    if (!rule.pauses.some((ground) => ground.category === event.category)) return { category: 'not_in_law' };
  }
  if (event.kind === 'resumed' && !due.pausedOn) return { kind: 'not_paused' };
  if (event.kind === 'extended') {
    if (!rule.extension) return { kind: 'no_extension' };
    const used = events.filter((each) => each.kind === 'extended').length >= rule.extension.times;
    if (used && !(rule.extension.further && event.category === rule.extension.further.by))
      return rule.extension.further ? { category: 'collective_needed' } : { kind: 'extended_already' };
    if (!event.length || event.length > (used ? LONGEST : rule.extension.length)) return { length: 'beyond_cap' };
    if (due.dueOn && event.on > due.dueOn && !due.pausedOn) return { on: 'after_expiry' };
  }
  return {};
}

import {
  addDays,
  addWorkdays,
  type Day,
  daysBetween,
  kindOf,
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
  readonly soonOn: Day | null;
  /** The year whose calendar is not published yet, where the end cannot be settled without it. */
  readonly unsettledYear: number | null;
}

/** Days of a span in the rule's own unit; null where a year's calendar is missing. */
function spanOf(rule: ClockRule, calendar: WorkCalendar, from: Day, to: Day): number | null {
  return rule.unit === 'workday' ? workdaysBetween(calendar, from, to) : daysBetween(from, to);
}

/** Where a limit ends: the first day is not counted, pauses and extensions lengthen it, a holiday at its end moves it. */
function endOf(rule: ClockRule, calendar: WorkCalendar, from: Day, length: number): Reckoned {
  if (rule.unit === 'workday') return addWorkdays(calendar, from, length);
  const days = rule.unit === 'hour' ? Math.ceil(length / 24) : length;
  return rollDay(calendar, addDays(from, days), rule.unit === 'hour' ? 'none' : rule.roll);
}

/** Reckons a clock from its events. The last start counts: a new fact or a corrected receipt begins the period anew. */
export function dueOf(rule: ClockRule, events: readonly ClockEvent[], calendar: WorkCalendar): Due {
  let startedOn = '';
  let stoppedOn: Day | null = null;
  let pausedOn: Day | null = null;
  let pausedDays = 0;
  let length = rule.length;
  let missing: number | null = null;
  for (const event of events) {
    if (event.kind === 'started' || event.kind === 'restarted' || event.kind === 'corrected') {
      startedOn = event.on;
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
  const end = missing === null ? endOf(rule, calendar, startedOn, length + pausedDays) : { missingYear: missing };
  const soon = end.day ? addWorkdays(calendar, end.day, -nearOf(rule)) : null;
  return {
    startedOn,
    stoppedOn,
    length,
    pausedDays,
    pausedOn,
    dueOn: end.day ?? null,
    soonOn: soon?.day ?? null,
    unsettledYear: end.missingYear ?? null,
  };
}

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
    if (events.filter((each) => each.kind === 'extended').length >= rule.extension.times)
      return { kind: 'extended_already' };
    if (!event.length || event.length > rule.extension.length) return { length: 'beyond_cap' };
    if (due.dueOn && event.on > due.dueOn && !due.pausedOn) return { on: 'after_expiry' };
  }
  return {};
}

/** What lists carry of a running clock; light and strip are computed from it for any today. */
export interface Face {
  readonly clockFrom: Day | null;
  readonly clockLength: number | null;
  readonly clockPausedDays: number | null;
  readonly pausedOn: Day | null;
  readonly dueOn: Day | null;
  readonly soonOn: Day | null;
}

export const LIGHTS = ['overdue', 'due_soon', 'running', 'paused', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

/** The light of a face on a day: never stored, never typed. */
export function lightOf(face: Face, today: Day): Light {
  if (!face.clockFrom) return 'none';
  if (face.pausedOn) return 'paused';
  if (!face.dueOn) return 'running';
  if (today > face.dueOn) return 'overdue';
  return face.soonOn && today >= face.soonOn ? 'due_soon' : 'running';
}

/** Longer limits are drawn with this many ticks and the number beside. */
const STRIP = 15;

export interface Strip {
  readonly ticks: readonly ('used' | 'left' | 'over' | 'paused')[];
  readonly total: number;
  readonly used: number;
  readonly over: number;
}

/** The working-day strip 工作日刻度条: one tick a working day of the limit, compressed above fifteen. */
export function stripOf(
  face: Face,
  unit: 'workday' | 'day' | 'hour',
  calendar: WorkCalendar,
  today: Day,
): Strip | null {
  if (!face.clockFrom || !face.clockLength) return null;
  const span = (from: Day, to: Day) =>
    unit === 'workday' ? workdaysBetween(calendar, from, to) : daysBetween(from, to);
  const until = face.pausedOn && face.pausedOn < today ? face.pausedOn : today;
  const gone = Math.max(0, (span(face.clockFrom, until) ?? 0) - (face.clockPausedDays ?? 0));
  const total = face.clockLength;
  const used = Math.min(gone, total);
  const over = !face.pausedOn && face.dueOn && today > face.dueOn ? Math.max(1, span(face.dueOn, today) ?? 0) : 0;
  const scale = Math.min(1, STRIP / total);
  const drawn = Math.round(total * scale);
  const full = used === total ? drawn : Math.min(drawn - 1, Math.round(used * scale));
  const rest = face.pausedOn ? ('paused' as const) : ('left' as const);
  const ticks = [
    ...Array(full).fill('used'),
    ...Array(drawn - full).fill(rest),
    ...Array(Math.min(5, over)).fill('over'),
  ];
  return { ticks, total, used, over };
}

/** One line of "why this date". */
export type Reason =
  | { readonly what: 'start' | 'first_counted' | 'end'; readonly day: Day }
  | { readonly what: 'skipped' | 'made_up' | 'rolled'; readonly from: Day; readonly to: Day; readonly name: string }
  | {
      readonly what: 'paused';
      readonly from: Day;
      readonly to: Day | null;
      readonly days: number | null;
      readonly name: string;
    }
  | { readonly what: 'extended'; readonly length: number; readonly name: string }
  | { readonly what: 'unsettled'; readonly year: number };

/** Why a clock ends on its day: what was counted, what was not and by which notice, pause, extension or article. */
export function explainDue(rule: ClockRule, events: readonly ClockEvent[], calendar: WorkCalendar): Reason[] {
  const due = dueOf(rule, events, calendar);
  const reasons: Reason[] = [{ what: 'start', day: due.startedOn }, ...firstCounted(rule, due.startedOn, calendar)];
  let open: ClockEvent | null = null;
  for (const event of events) {
    if (event.kind === 'paused') open = event;
    if (event.kind === 'resumed' && open) {
      reasons.push({
        what: 'paused',
        from: open.on,
        to: event.on,
        days: spanOf(rule, calendar, open.on, event.on),
        name: open.category ?? '',
      });
      open = null;
    }
    if (event.kind === 'extended')
      reasons.push({ what: 'extended', length: event.length ?? 0, name: event.reason ?? '' });
  }
  if (open) reasons.push({ what: 'paused', from: open.on, to: null, days: null, name: open.category ?? '' });
  if (!due.dueOn) return [...reasons, { what: 'unsettled', year: due.unsettledYear ?? 0 }];
  if (rule.unit === 'workday') reasons.push(...skippedBetween(calendar, due.startedOn, due.dueOn));
  else {
    const strict = addDays(
      due.startedOn,
      rule.unit === 'hour' ? Math.ceil(due.length / 24) : due.length + due.pausedDays,
    );
    if (strict !== due.dueOn)
      reasons.push({ what: 'rolled', from: strict, to: due.dueOn, name: kindOf(calendar, strict)?.name ?? '' });
  }
  return [...reasons, { what: 'end', day: due.dueOn }];
}

/** The day after, or the first working day after; nothing where that cannot be known. */
function firstCounted(rule: ClockRule, startedOn: Day, calendar: WorkCalendar): Reason[] {
  const day = rule.unit === 'workday' ? addWorkdays(calendar, startedOn, 1).day : addDays(startedOn, 1);
  return day ? [{ what: 'first_counted', day }] : [];
}

/** Holidays passed over and weekends worked between two days, in runs; ordinary weekends go without saying. */
function skippedBetween(calendar: WorkCalendar, from: Day, to: Day): Reason[] {
  const runs: { what: 'skipped' | 'made_up'; from: Day; to: Day; name: string }[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const kind = kindOf(calendar, day);
    const what = kind?.kind === 'make_up' ? ('made_up' as const) : kind?.name ? ('skipped' as const) : null;
    if (!kind || !what) continue;
    const last = runs[runs.length - 1];
    if (last && last.what === what && last.name === (kind.name ?? '') && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ what, from: day, to: day, name: kind.name ?? '' });
  }
  return runs;
}

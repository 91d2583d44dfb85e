import { addDays, addWorkdays, type Day, kindOf, type WorkCalendar } from '../kernel/calendar.ts';
import type { ClockRule } from './clock.rules.ts';
import { type ClockEvent, dueOf, hoursFrom, spanOf } from './clock.ts';

/** One line of "why this date". */
export type Reason =
  | { readonly what: 'start' | 'first_counted' | 'end'; readonly day: Day }
  | { readonly what: 'start_at' | 'hours_from' | 'end_at'; readonly at: string }
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
  if (due.dueAt) return explainHours(rule, events, due.dueAt);
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
    const strict = addDays(due.startedOn, due.length + due.pausedDays);
    if (strict !== due.dueOn)
      reasons.push({ what: 'rolled', from: strict, to: due.dueOn, name: kindOf(calendar, strict)?.name ?? '' });
  }
  return [...reasons, { what: 'end', day: due.dueOn }];
}

/** Hours know no holidays: when it happened, from when they count, when they end. */
function explainHours(rule: ClockRule, events: readonly ClockEvent[], dueAt: string): Reason[] {
  const start = events.filter(({ kind }) => kind === 'started' || kind === 'restarted' || kind === 'corrected').pop()!;
  const happened: Reason = start.moment ? { what: 'start_at', at: start.moment } : { what: 'start', day: start.on };
  return [happened, { what: 'hours_from', at: hoursFrom(rule, start) }, { what: 'end_at', at: dueAt }];
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

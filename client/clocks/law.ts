import { officeToday, useCalendar } from '#client/elements/day-field.ts';
import { call } from '#client/kernel/api.ts';
import { clockApi } from '#shared/clocks/clock.api.ts';
import { CLOCK_RULES, type ClockRule, ruleOn, type Unit } from '#shared/clocks/clock.rules.ts';
import { addWorkdays, type CalendarYear, type Day, kindOf, type WorkCalendar } from '#shared/kernel/calendar.ts';

let calendar: WorkCalendar = new Map();
let rules: readonly ClockRule[] = CLOCK_RULES;
let alarm: number | undefined;

/** The office's today, whatever the device says. */
export const today = (): Day => officeToday();

/** The working-day calendar as loaded; empty before, so that nothing is reckoned by guess. */
export const workCalendar = (): WorkCalendar => calendar;

/** The year whose holidays are missing though it is near; undefined while all is well. */
export const missingYear = (): number | undefined => alarm;

/** Loads today, the calendar and the limits in force, for every date and light on screen; redraws what shows them. */
export async function loadLaw(): Promise<void> {
  const [told, known] = await Promise.all([call(clockApi.calendar, {}), call(clockApi.rules, {})]);
  calendar = new Map(told.years.map((year) => [year.year, year as CalendarYear]));
  rules = known as ClockRule[];
  alarm = told.alarm ? (told.missingYear ?? undefined) : undefined;
  useCalendar({
    today: told.today,
    workdayAfter: (from, days) => addWorkdays(calendar, from, days).day,
    kindOf: (day) => {
      const kind = kindOf(calendar, day)?.kind;
      return kind === 'make_up' ? 'worked' : kind && kind !== 'workday' ? 'rest' : 'ordinary';
    },
  });
  window.dispatchEvent(new Event('law-loaded'));
}

/** The unit in which a running clock counts. */
export function unitOf(name: string | null, from: Day | null): Unit {
  return (name && from && ruleOn(rules, name, from)?.unit) || 'workday';
}

/** The limit in force for an event of that day; undefined where the law set none. */
export const limitOn = (name: string, day: Day): ClockRule | undefined => ruleOn(rules, name, day);

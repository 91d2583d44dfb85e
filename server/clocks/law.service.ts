import type { Tx } from '#server/db/database.ts';
import { CALENDAR_YEARS } from '#shared/clocks/calendar.seed.ts';
import { CLOCK_RULES, type ClockRule } from '#shared/clocks/clock.rules.ts';
import type { WorkCalendar } from '#shared/kernel/calendar.ts';
import { calendarYears, clockRules } from './clock.table.ts';

interface Law {
  readonly rules: readonly ClockRule[];
  readonly calendar: WorkCalendar;
}

let known = new WeakMap<Tx, Law>();

/** Rules and calendar in force here: those the product ships with, and before them what an office added. */
export async function lawOf(tx: Tx): Promise<Law> {
  let law = known.get(tx);
  if (!law) {
    const added = await tx.select({ rule: clockRules.rule }).from(clockRules);
    const imported = await tx.select({ calendar: calendarYears.calendar }).from(calendarYears);
    const years = [...CALENDAR_YEARS, ...imported.map((row) => row.calendar)];
    law = {
      rules: [...added.map((row) => row.rule).reverse(), ...CLOCK_RULES],
      calendar: new Map(years.map((year) => [year.year, year])),
    };
    known.set(tx, law);
  }
  return law;
}

/** Called in the turn that changes a rule or a calendar, and again once it has ended, whichever way it ended. */
export function forgetLaw(): void {
  known = new WeakMap();
}

/** A calendar day of the office's zone, `2026-03-02`; days compare as text. */
export type Day = string;

/** One year as the State Council's notice arranges it: days off, make-up workdays, and the festivals among the days off. */
export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  /** Every day off the notice names, weekends within a holiday included, with the holiday's name. */
  readonly off: Readonly<Record<Day, string>>;
  /** Saturdays and Sundays on which work is made up 调休. */
  readonly work: readonly Day[];
  /** The statutory festival days themselves, a part of `off`. */
  readonly festivals: readonly Day[];
  /** Local festivals an office has dated by itself, with their names. */
  readonly local?: Readonly<Record<Day, string>>;
}

/** The years that are loaded. Asked about another, every function says which year is missing and never guesses. */
export type WorkCalendar = ReadonlyMap<number, CalendarYear>;

/** A reckoned day, or the year without which it cannot be reckoned. */
export type Reckoned =
  | { readonly day: Day; readonly missingYear?: undefined }
  | { readonly day?: undefined; readonly missingYear: number };

const MS = 86_400_000;
const stamp = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export function addDays(day: Day, days: number): Day {
  return dayAt(stamp(day) + days * MS);
}

/** The same day so many months later, or that month's last day where it has none. @example addMonths('2026-01-31', 1) // '2026-02-28' */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayAt(first.setUTCDate(Math.min(date, last)));
}

/** How many days later the second day is. @example daysBetween('2026-09-28', '2026-10-13') // 15 */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((stamp(to) - stamp(from)) / MS);
}

/** True for a real day of the calendar, written in full. */
export function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(stamp(written)) && dayAt(stamp(written)) === written;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(stamp(day)).getUTCDay() || 7;
}

/** The day it is in Gannan at an instant, whatever zone the machine keeps. */
export function dayOfInstant(instant: string): Day {
  return dayAt(Date.parse(instant) + 8 * 3_600_000);
}

/** What a day is: worked, made up, an ordinary weekend, a day off of a notice, a festival, or a local one. */
export type DayKind = 'workday' | 'make_up' | 'weekend' | 'off' | 'festival' | 'local';

/** A day's kind and, for a day off, the holiday's name; null where its year is not loaded. */
export function kindOf(calendar: WorkCalendar, day: Day): { kind: DayKind; name?: string } | null {
  const year = calendar.get(Number(day.slice(0, 4)));
  if (!year) return null;
  const off = year.off[day];
  if (off) return { kind: year.festivals.includes(day) ? 'festival' : 'off', name: off };
  const local = year.local?.[day];
  if (local) return { kind: 'local', name: local };
  if (year.work.includes(day)) return { kind: 'make_up' };
  return { kind: weekdayOf(day) > 5 ? 'weekend' : 'workday' };
}

const worked = (kind: DayKind) => kind === 'workday' || kind === 'make_up';

/** The day that is `count` working days after `from`; the first day itself is not counted, a negative count goes back. */
export function addWorkdays(calendar: WorkCalendar, from: Day, count: number): Reckoned {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    const kind = kindOf(calendar, day);
    if (!kind) return { missingYear: Number(day.slice(0, 4)) };
    if (worked(kind.kind)) left -= 1;
  }
  return { day };
}

/** Working days after `from` up to and including `to`; negative where `to` is earlier, null where a year is missing. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number | null {
  if (to < from) {
    const back = workdaysBetween(calendar, to, from);
    return back === null ? null : -back;
  }
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    const kind = kindOf(calendar, day);
    if (!kind) return null;
    if (worked(kind.kind)) count += 1;
  }
  return count;
}

/** How a limit in calendar days reads "法定节假日" at its end: unsettled in law, therefore a field of each rule. */
export const ROLLS = ['none', 'rest_of_notice', 'festival_only', 'weekend_too'] as const;
export type Roll = (typeof ROLLS)[number];

const ROLLING: Record<Roll, readonly DayKind[]> = {
  none: [],
  rest_of_notice: ['off', 'festival', 'local'],
  festival_only: ['festival'],
  weekend_too: ['off', 'festival', 'local', 'weekend'],
};

/** The last day of a limit in calendar days, moved to the first day after a holiday it ends on. */
export function rollDay(calendar: WorkCalendar, day: Day, roll: Roll): Reckoned {
  if (roll === 'none') return { day }; // no holiday moves it: nothing has to be known of its year
  for (let at = day; ; at = addDays(at, 1)) {
    const kind = kindOf(calendar, at);
    if (!kind) return { missingYear: Number(at.slice(0, 4)) };
    if (!ROLLING[roll].includes(kind.kind)) return { day: at };
  }
}

import { type CalendarYear, isDay } from '../kernel/calendar.ts';

interface PublicDay {
  readonly name: string;
  readonly date: string;
  readonly isOffDay: boolean;
}

/** Festivals whose date is the same every year; the lunar ones are named by the notice and lie in its days off. */
export const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * A year's holiday notice from a file: our own shape (`year, source, off, work, festivals`), or the public one that lists each day as
 * `{ name, date, isOffDay }`. Undefined where it is neither, or holds days of another year.
 */
export function noticeOf(text: string): CalendarYear | undefined {
  let told: unknown;
  try {
    told = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (typeof told !== 'object' || told === null) return undefined;
  const { year, days, papers, source, off, work, festivals } = told as Record<string, unknown>;
  if (typeof year !== 'number') return undefined;
  const read = Array.isArray(days)
    ? ofPublic(year, days as PublicDay[], Array.isArray(papers) ? papers.join(' ') : '')
    : ({ year, source, off, work, festivals } as CalendarYear);
  return isSound(read) ? read : undefined;
}

function ofPublic(year: number, days: readonly PublicDay[], papers: string): CalendarYear {
  const own = days.filter(({ date }) => String(date).startsWith(String(year)));
  const off = Object.fromEntries(own.filter(({ isOffDay }) => isOffDay).map(({ date, name }) => [date, name]));
  const work = own.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date);
  const festivals = FIXED.map((day) => `${year}-${day}`).filter((day) => day in off);
  return { year, source: papers.slice(0, 300) || `${year} 年放假安排`, off, work, festivals };
}

function isSound({ year, source, off, work, festivals }: CalendarYear): boolean {
  if (typeof source !== 'string' || typeof off !== 'object' || off === null) return false;
  if (!Array.isArray(work) || !Array.isArray(festivals)) return false;
  const days = [...Object.keys(off), ...work, ...festivals];
  return days.length > 0 && days.every((day) => isDay(day) && day.startsWith(`${year}-`));
}

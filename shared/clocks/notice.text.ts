import { addDays, type CalendarYear, type Day, daysBetween, isDay } from '../kernel/calendar.ts';
import { FIXED } from './notice.ts';

/** `1月28日`, `1月28日至2月4日`, `2026年12月31日至2027年1月2日`; what stood in brackets is gone. */
const RANGE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?(?=[^。]*?放假)/;

/**
 * A year's holidays from the words of the State Council's notice, as pasted. Undefined where it is no such notice, or where a holiday's
 * dates and its "共 N 天" do not agree: a calendar is not to be guessed.
 */
export function noticeOfText(text: string): CalendarYear | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s+/g, '');
  const year = Number(/(\d{4})年/.exec(plain)?.[1]);
  if (!year || !plain.includes('放假')) return undefined;
  const off: Record<Day, string> = {};
  const work: Day[] = [];
  for (const part of plain.split(/[一二三四五六七八九十]、/).slice(1)) {
    const [, name, told] = /^([^:。]{2,12}):(.+)$/.exec(part) ?? [];
    if (!name || !told) continue;
    const days = daysOff(year, told);
    if (!days) return undefined;
    for (const day of days) off[day] = name;
    work.push(...worked(year, told));
  }
  const all = [...Object.keys(off), ...work];
  if (all.length === 0 || !all.every(isDay) || work.some((day) => day in off)) return undefined;
  const festivals = FIXED.map((day) => `${year}-${day}`).filter((day) => day in off);
  return { year, source: sourceOf(text, year), off, work: work.sort(), festivals };
}

const dayOf = (year: number, month: string, date: string) =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

function daysOff(year: number, told: string): Day[] | undefined {
  const found = RANGE.exec(told);
  if (!found) return undefined;
  const [, fromYear, month, date, untilYear, untilMonth, untilDate] = found;
  const from = dayOf(Number(fromYear ?? year), month!, date!);
  const until = untilDate ? dayOf(Number(untilYear ?? year), untilMonth ?? month!, untilDate) : from;
  if (!isDay(from) || !isDay(until) || until < from) return undefined;
  const length = daysBetween(from, until) + 1;
  const said = /共(\d+)天/.exec(told)?.[1];
  if (length > 15 || (said && Number(said) !== length)) return undefined;
  const days = Array.from({ length }, (_, n) => addDays(from, n));
  return days.filter((day) => day.startsWith(`${year}-`)); // the rest stands in its own year's notice
}

/** The days of the sentence that ends with 上班; a month named once holds until the next. */
function worked(year: number, told: string): Day[] {
  const days: Day[] = [];
  for (const [sentence] of told.matchAll(/[^。,]*上班/g)) {
    let month = '';
    for (const [, named, date] of sentence.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日/g)) {
      month = named ?? month;
      days.push(dayOf(year, month, date!));
    }
  }
  return days;
}

function sourceOf(text: string, year: number): string {
  const number = /国办发明电[〔[]\d{4}[〕\]]\d+号/.exec(text.replace(/\s+/g, ''))?.[0];
  return `国务院办公厅关于${year}年部分节假日安排的通知${number ? `（${number}）` : ''}`;
}

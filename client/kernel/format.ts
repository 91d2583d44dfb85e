import { language, t } from './words.ts';

const ZONE = 'Asia/Shanghai';
const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB');

/** A whole number with its thousands grouped. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** Money kept in fen, shown in yuan: whole yuan without decimals, otherwise two. */
export function yuan(fen: number): string {
  const digits = fen % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    fen / 100,
  );
}

/** A calendar day in prose: 11月23日 周一 / Mon 23 Nov. Grids show the day as it is stored. */
export function dayInWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const date = new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    month: language() === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(at);
  return language() === 'zh' ? `${date} ${weekday(day)}` : `${weekday(day)} ${date}`;
}

/** The weekday of a calendar day: 周一 / Mon. */
export function weekday(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', weekday: 'short' }).format(at);
}

/** An instant as the office's clock shows it, whatever the device's zone: `2026-11-23 10:02`. */
export function instant(at: string): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}

/** The calendar day of an instant in the office's zone. */
export function dayOf(at: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );
}

/** The time of an instant in the office's zone, 24 hours: `10:02`. */
export function timeOf(at: string | Date, seconds = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** An instant at a glance: today's as a time, this year's as month and day, older ones as the full day. */
export function shortInstant(at: string, now: Date = new Date()): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return timeOf(at);
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? `${day.slice(5)} ${timeOf(at)}` : day;
}

/** How long something took, as people say it: seconds, minutes with seconds, hours with minutes. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t('format.seconds', { s: seconds });
  if (seconds < 3600) return t('format.minutes', { m: Math.floor(seconds / 60), s: seconds % 60 });
  return t('format.hours', { h: Math.floor(seconds / 3600), m: Math.floor(seconds / 60) % 60 });
}

/** Bytes as people say them. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${Math.round(size / 1024)} kB`;
  if (size < 1024 ** 3) return `${(size / 1024 ** 2).toFixed(1)} MB`;
  return `${(size / 1024 ** 3).toFixed(1)} GB`;
}

/** A phone number in the groups it is read aloud in: 139 0941 1234; other numbers as they are. */
export function phone(text: string): string {
  return /^1\d{10}$/.test(text) ? `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}` : text;
}

import type { NoticeNeed } from './notice.events.ts';

/** When a person is told: at once, gathered at half past eight, or not at all, so that it is found only by looking. */
export const TELLINGS = ['at_once', 'daily', 'never'] as const;
export type Telling = (typeof TELLINGS)[number];

/** How one person wants to be told, of what waits for them and of what they only should know; times are the office's, `22:00`. */
export interface NoticeChoice {
  readonly act: Telling;
  readonly know: Telling;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

/** Whoever chose nothing hears at once what waits for them, and once a day of the rest. */
export const USUAL: NoticeChoice = { act: 'at_once', know: 'daily', quietFrom: null, quietUntil: null };

/** When the day's digest goes out. */
export const DIGEST_AT = '08:30';

const DAY = 86_400_000;
const ZONE = 8 * 3_600_000; // the office's clock knows no summer time

function timeOf(written: string): number {
  const [hours, minutes] = written.split(':').map(Number);
  return (hours! * 60 + minutes!) * 60_000;
}
const timeIn = (at: number) => (at + ZONE) % DAY;

/** The next moment, this one included, at which the office's clock shows a time. */
const nextAt = (at: number, written: string) => at + ((timeOf(written) - timeIn(at) + DAY) % DAY);

/** Whether a moment lies in somebody's quiet hours; they may run over midnight. */
export function isQuiet({ quietFrom, quietUntil }: NoticeChoice, at: number): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const [from, until, time] = [timeOf(quietFrom), timeOf(quietUntil), timeIn(at)];
  return from <= until ? from <= time && time < until : from <= time || time < until;
}

/** The moment somebody is told of what happened at `now`, an instant; null where they only look. */
export function tellingOf(choice: NoticeChoice, need: NoticeNeed, now: string): string | null {
  const telling = choice[need];
  if (telling === 'never') return null;
  const happened = Date.parse(now);
  const wanted = telling === 'daily' ? nextAt(happened, DIGEST_AT) : happened;
  return new Date(isQuiet(choice, wanted) ? nextAt(wanted, choice.quietUntil!) : wanted).toISOString();
}

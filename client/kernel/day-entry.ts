/** Counts working days from a day; undefined where the calendar of that year is not loaded. */
export type WorkdayAfter = (from: string, days: number) => string | undefined;

const PART = /^(?:(\d{4})[-./年]?)?(\d{1,2})[-./月](\d{1,2})日?$/;

/**
 * The day somebody means by what they typed: `2026-11-23`, `2026年11月23日`, `11-23`, `1123`, `23`, `今`, `明`, `昨`, `+3` (days),
 * `+3g` (working days). Without a year it is this year's. Undefined where it is no day.
 */
export function dayFrom(typed: string, today: string, workdayAfter?: WorkdayAfter): string | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const word = { 今: 0, 今天: 0, 明: 1, 明天: 1, 后天: 2, 昨: -1, 昨天: -1, today: 0, tomorrow: 1, yesterday: -1 }[
    text
  ];
  if (word !== undefined) return plusDays(today, word);
  const later = /^([+-]\d{1,3})([g工]?)$/.exec(text);
  if (later) return later[2] ? workdayAfter?.(today, Number(later[1])) : plusDays(today, Number(later[1]));
  const digits = /^(\d{4})?(\d{2})(\d{2})$/.exec(text) ?? PART.exec(text);
  if (digits) return real(digits[1] ?? today.slice(0, 4), digits[2]!, digits[3]!);
  if (/^\d{1,2}$/.test(text)) return real(today.slice(0, 4), today.slice(5, 7), text);
  return undefined;
}

/** A calendar day some days later; negative goes back. */
export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function real(year: string, month: string, date: string): string | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : undefined;
}

/** How far back the same kind of matter is looked for, unless the reader chooses otherwise (custom). */
export const REPEAT_MONTHS = 12;
export const LONGEST_REPEAT_MONTHS = 60;

/** What ties a record to the entity asked about. */
export const REPEAT_TIES = ['entity', 'owner', 'address'] as const;
export type RepeatTie = (typeof REPEAT_TIES)[number];

/** Something that may count as an offence: what it was about, when, and whose. */
export interface Offence {
  readonly entityId: number;
  readonly matter: string;
  readonly on: string;
}

/** The kind of a matter: `food.label` is of the kind `food`. */
export const kindOfMatter = (matter: string): string => matter.split('.')[0] ?? matter;

/** Offences of one kind that came more than once, the commonest kind first, each newest first. */
export function repeatsAmong<T extends Offence>(
  offences: readonly T[],
  kindOf = kindOfMatter,
): { matter: string; offences: T[] }[] {
  const kinds = new Map<string, T[]>();
  for (const one of offences) kinds.set(kindOf(one.matter), [...(kinds.get(kindOf(one.matter)) ?? []), one]);
  return [...kinds]
    .filter(([, all]) => all.length > 1)
    .map(([matter, all]) => ({ matter, offences: [...all].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)) }))
    .sort((a, b) => b.offences.length - a.offences.length || (a.matter < b.matter ? -1 : 1));
}

/** The day so many months before another: the same day of the month, or its last. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

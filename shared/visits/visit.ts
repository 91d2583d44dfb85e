/** Why an enterprise is entered. */
export const VISIT_PURPOSES = [
  'daily',
  'special',
  'random',
  'sampling',
  'follow_up',
  'complaint',
  'assigned',
  'requested',
] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/**
 * Whether a visit counts towards the yearly cap (custom; after 国办发〔2024〕54号): what a complaint, an assignment or the enterprise itself
 * asked for is not limited, but is shown.
 */
export const COUNTS: Record<VisitPurpose, boolean> = {
  daily: true,
  special: true,
  random: true,
  sampling: true,
  follow_up: true,
  complaint: false,
  assigned: false,
  requested: false,
};
export const COUNTED_PURPOSES = VISIT_PURPOSES.filter((purpose) => COUNTS[purpose]);

/** Visits of all departments to one entity in one year, where neither county nor prefecture has set another number (custom). */
export const DEFAULT_CAP = 4;

/** A cap as it was set for a county, or by the prefecture for all, from a year on. */
export interface CapRule {
  readonly region: string;
  readonly year: number;
  readonly cap: number;
}

/** The cap of a county in a year: its own newest rule, else the prefecture's, else the default. */
export function capOf(rules: readonly CapRule[], county: string | null, year: number, prefecture: string): number {
  const newest = (region: string) =>
    rules.filter((rule) => rule.region === region && rule.year <= year).sort((a, b) => b.year - a.year)[0];
  return (county ? newest(county) : undefined)?.cap ?? newest(prefecture)?.cap ?? DEFAULT_CAP;
}

import type { ClockRule } from './clock.rules.ts';

type Needed = Pick<ClockRule, 'law' | 'article' | 'validFrom'>;

/** One row of a list of limits; what is not said has no pause, no extension and no end of validity. */
export const rule = <const Name extends string>(
  name: Name,
  length: number,
  unit: ClockRule['unit'],
  more: Partial<ClockRule> & Needed,
): ClockRule & { readonly name: Name } => ({
  length,
  unit,
  roll: 'none',
  pauses: [],
  extension: null,
  validUntil: null,
  custom: false,
  ...more,
  name,
});

/** The kinds of testing whose time most rules leave out of a limit, under the article that says so. */
export const testing = (article: string) =>
  ['testing', 'inspection', 'quarantine', 'appraisal'].map((category) => ({ category, article }));

/** Fields whose values come from a list of ours, so that a file's own word for one of them is told once for all its rows. */
export const MEANT_FIELDS = ['matter', 'channel', 'intake', 'county', 'officeId'] as const;
export type MeantField = (typeof MEANT_FIELDS)[number];

/** Of a decision: an authority that is not of this prefecture. */
export const ELSEWHERE = 'elsewhere';

/** What a file's words mean, by field and by the key of the word: a code of ours, an office's id. */
export type Meanings = Partial<Readonly<Record<MeantField, Readonly<Record<string, string>>>>>;

/** Under which key a word is remembered: width, case and spaces do not tell two words apart. */
export const meaningKey = (written: string): string => written.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What somebody said a word means; undefined where nobody did. */
export const meantBy = (meanings: Meanings, field: MeantField, written: string): string | undefined =>
  written ? meanings[field]?.[meaningKey(written)] : undefined;

/** The same with some words told anew; null takes a meaning back. */
export function toldAnew(
  meanings: Meanings,
  values: readonly { readonly field: MeantField; readonly written: string; readonly meaning: string | null }[],
): Meanings {
  const told: Partial<Record<MeantField, Record<string, string>>> = {};
  for (const field of MEANT_FIELDS) if (meanings[field]) told[field] = { ...meanings[field] };
  for (const { field, written, meaning } of values) {
    const { [meaningKey(written)]: _, ...others } = told[field] ?? {};
    told[field] = meaning === null ? others : { ...others, [meaningKey(written)]: meaning };
  }
  return told;
}

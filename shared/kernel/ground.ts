/** A statutory ground, as dated data with its article. */
export interface Ground {
  readonly code: string;
  readonly article: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** The grounds of one article in their order: `prefix.1`, `prefix.2` and so on. */
export const groundsOf = (prefix: string, article: string, numbers: number, validFrom: string): Ground[] =>
  Array.from({ length: numbers }, (_, i) => ({
    code: `${prefix}.${i + 1}`,
    article: `${article}(${i + 1})`,
    validFrom,
    validUntil: null,
  }));

/** The grounds in force on the day of the triggering event; none where that rule's list is not held: the reason then stands alone. */
export function groundsOn(grounds: readonly Ground[], day: string): Ground[] {
  return grounds.filter(
    (ground) => ground.validFrom <= day && (ground.validUntil === null || day <= ground.validUntil),
  );
}

import { type Static, Type } from 'typebox';
import { Day, Fen, oneOf } from '../kernel/shapes.ts';
import { type Condition, type CrimeThreshold, MEASURES, SIGNS } from './thresholds.ts';

/** A sum that reaches a threshold. */
const ThresholdSum = Type.Object(
  { measure: oneOf(MEASURES, 'crime.measure'), fromFen: Fen },
  { $id: 'ThresholdSum', additionalProperties: false },
);

/** The next version of a threshold as a form asks for it: which offence and which matters it is about stays. */
export const ThresholdVersion = Type.Object(
  {
    sums: Type.Array(ThresholdSum, { maxItems: 10, words: 'ThresholdSum' }),
    signs: Type.Array(oneOf(SIGNS, 'crime.sign'), { maxItems: SIGNS.length, uniqueItems: true }),
    source: Type.String({ minLength: 2, maxLength: 200 }),
    sourceArticle: Type.Optional(Type.String({ maxLength: 60 })),
    validFrom: Day,
    validUntil: Type.Optional(Day),
    compared: Type.Optional(Type.Boolean()),
  },
  { $id: 'ThresholdVersion', additionalProperties: false },
);
export type ThresholdVersion = Static<typeof ThresholdVersion>;

/** A threshold as the form begins with it; when a new version begins is for its writer to say. */
export function thresholdAsked({ any, source, sourceArticle, compared }: CrimeThreshold) {
  return {
    sums: any.flatMap((one) => ('sign' in one ? [] : [one])),
    signs: any.flatMap((one) => ('sign' in one ? [one.sign] : [])),
    source,
    sourceArticle,
    compared,
  };
}

/** What the answers come to as a version of a threshold. */
export function thresholdFrom(before: CrimeThreshold, answers: ThresholdVersion): CrimeThreshold {
  const { sums = [], signs = [], sourceArticle = '', compared = false, validUntil = null, ...rest } = answers;
  const any: Condition[] = [...sums, ...signs.map((sign) => ({ sign }))];
  return { ...before, ...rest, any, sourceArticle, compared, validUntil };
}

import { type Static, Type } from 'typebox';
import { addDays, type Day, ROLLS } from '../kernel/calendar.ts';
import { Day as DayShape, oneOf } from '../kernel/shapes.ts';
import { CLOCK_RULES, type ClockRule, UNITS } from './clock.rules.ts';

/** Every ground on which the law of some limit lets it stand still. */
export const PAUSE_CATEGORIES = [
  ...new Set(CLOCK_RULES.flatMap(({ pauses }) => pauses.map(({ category }) => category))),
];

const Article = Type.String({ minLength: 2, maxLength: 80 });

/** A new version of a limit as a form asks for it; what it lengthens by is asked flat. */
export const RuleVersion = Type.Object(
  {
    length: Type.Integer({ minimum: 1, maximum: 3650 }),
    unit: oneOf(UNITS, 'clock.unit_name'),
    roll: oneOf(ROLLS, 'clock.roll'),
    near: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    law: Type.String({ minLength: 2, maxLength: 200 }),
    article: Article,
    validFrom: DayShape,
    validUntil: Type.Optional(DayShape),
    extensionLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    extensionTimes: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    extensionArticle: Type.Optional(Article),
    pauses: Type.Array(
      Type.Object({ category: oneOf(PAUSE_CATEGORIES, 'clock.category'), article: Article }, { $id: 'RulePause' }),
      { maxItems: 20 },
    ),
  },
  { $id: 'RuleVersion', additionalProperties: false },
);
export type RuleVersion = Static<typeof RuleVersion>;

/** What the form begins with: the version that stands, without the days it was valid. */
export function versionOf(rule: ClockRule): Omit<RuleVersion, 'validFrom'> {
  const { length, unit, roll, near, law, article, extension, pauses } = rule;
  return {
    length,
    unit,
    roll,
    law,
    article: article ?? '',
    pauses: pauses.map((pause) => ({ ...pause })),
    ...(near ? { near } : {}),
    ...(extension
      ? {
          extensionLength: extension.length,
          extensionTimes: extension.times,
          extensionArticle: extension.article,
        }
      : {}),
  };
}

/** The version the form comes to; who may lengthen it, and what may follow then, stays as it stood. */
export function ruleFrom(before: ClockRule, version: RuleVersion): ClockRule {
  const { extensionLength, extensionTimes, extensionArticle, near, validUntil, ...plain } = version;
  const { by = 'approver', further } = before.extension ?? {};
  return {
    name: before.name,
    custom: before.custom,
    ...(before.startHour ? { startHour: before.startHour } : {}),
    ...plain,
    ...(near ? { near } : {}),
    validUntil: validUntil || null,
    extension: extensionLength
      ? {
          length: extensionLength,
          times: extensionTimes ?? 1,
          by,
          article: extensionArticle || version.article,
          ...(further ? { further } : {}),
        }
      : null,
  };
}

/** The last day on which a limit that begins goes by this version; null while none follows, and before its first where another took its place. */
export function lastDayOf(rules: readonly ClockRule[], rule: ClockRule): Day | null {
  const after = rules.filter(({ name, validFrom }) => name === rule.name && validFrom > rule.validFrom);
  const next = after.map(({ validFrom }) => addDays(validFrom, -1)).sort()[0];
  const replaced = rules.find(({ name, validFrom }) => name === rule.name && validFrom === rule.validFrom) !== rule;
  const ends = [rule.validUntil, next, replaced ? addDays(rule.validFrom, -1) : undefined];
  return ends.filter((day): day is Day => Boolean(day)).sort()[0] ?? null;
}

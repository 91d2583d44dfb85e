import type { TObject, TProperties } from 'typebox';
import { Errors } from 'typebox/schema';

/** Which field fails which rule: the rule is the schema's own keyword, so that its word is `fault.<rule>`. */
export type Faults = Record<string, string>;

/** A schema whose fields can be asked for one by one. */
export type FormSchema = TObject<TProperties>;

/** The first broken rule of each field; empty where the answers satisfy the schema. Blank counts as not answered. */
export function faultsOf(schema: FormSchema, answers: Readonly<Record<string, unknown>>): Faults {
  const faults: Faults = {};
  const required: readonly string[] = schema.required ?? [];
  for (const [field, rule] of Object.entries(schema.properties)) {
    const answer = answers[field];
    if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) {
      if (required.includes(field)) faults[field] = 'required';
      continue;
    }
    const broken = brokenRule(rule, answer);
    if (broken) faults[field] = broken;
  }
  return faults;
}

/** Checked field by field, because a whole object stops reporting after eight errors. */
function brokenRule(rule: object, answer: unknown): string | undefined {
  const [sound, errors] = Errors(rule, answer);
  if (sound) return undefined;
  const keywords = errors.map((error) => error.keyword);
  return keywords.includes('anyOf') ? 'anyOf' : (keywords[0] ?? 'type');
}

import type { TObject, TProperties } from 'typebox';
import { Errors } from 'typebox/schema';

/** Which field fails which rule: the rule is the schema's own keyword, so that its word is `fault.<rule>`. */
export type Faults = Record<string, string>;

/** A schema whose fields can be asked for one by one. */
export type FormSchema = TObject<TProperties>;

/**
 * The first broken rule of each field; empty where the answers satisfy the schema. Blank counts as not answered. In a list of small forms
 * each is checked by itself, and a fault is named `list.row.field`.
 */
export function faultsOf(schema: FormSchema, answers: Readonly<Record<string, unknown>>): Faults {
  const faults: Faults = {};
  const required: readonly string[] = schema.required ?? [];
  for (const [field, rule] of Object.entries(schema.properties)) {
    const answer = answers[field];
    if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) {
      if (required.includes(field)) faults[field] = 'required';
      continue;
    }
    const inner = faultsOfRows(field, rule, answer);
    const broken = Object.keys(inner).length > 0 ? undefined : brokenRule(rule, answer);
    Object.assign(faults, broken ? { [field]: broken } : inner);
  }
  return faults;
}

function faultsOfRows(field: string, rule: object, answer: unknown): Faults {
  const { items } = rule as { items?: Partial<FormSchema> };
  const row = items?.properties ? (items as FormSchema) : undefined;
  if (!row || !Array.isArray(answer)) return {};
  const all = answer.map((one, at) =>
    Object.entries(faultsOf(row, one as Record<string, unknown>)).map(([key, fault]) => [
      `${field}.${at}.${key}`,
      fault,
    ]),
  );
  return Object.fromEntries(all.flat());
}

/** Checked field by field, because a whole object stops reporting after eight errors. */
function brokenRule(rule: object, answer: unknown): string | undefined {
  const [sound, errors] = Errors(rule, answer);
  if (sound) return undefined;
  const keywords = errors.map((error) => error.keyword);
  return keywords.includes('anyOf') ? 'anyOf' : (keywords[0] ?? 'type');
}

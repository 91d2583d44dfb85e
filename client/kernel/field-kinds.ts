/** How one property of a schema is asked for on screen. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'choice'
  | 'choices'
  | 'flag'
  | 'integer'
  | 'fen'
  | 'thousandths'
  | 'day'
  | 'secret'
  | 'number'
  | 'rows';

/** The JSON Schema keywords a form reads, and our own: `words` names the prefix of the texts of an enumeration. */
export interface FieldRule {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldRule[];
  readonly items?: FieldRule & { readonly $id?: string; readonly properties?: Readonly<Record<string, FieldRule>> };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly words?: string;
}

const LONG = 200;

/** A rule without the `null` an optional answer may also be. */
export function plainRule(rule: FieldRule): FieldRule {
  if (Array.isArray(rule.type)) {
    const [type] = (rule.type as readonly string[]).filter((one) => one !== 'null');
    return plainRule({
      ...rule,
      ...(type ? { type } : {}),
      ...(rule.enum ? { enum: rule.enum.filter((one) => one !== null) } : {}),
    });
  }
  const others = rule.anyOf?.filter((one) => one.type !== 'null');
  return others?.length === 1 ? { ...rule, ...others[0], anyOf: others[0]!.anyOf } : rule;
}

/** The values an enumeration allows; empty where the rule is none. */
export function choicesOf(rule: FieldRule): string[] {
  const plain = plainRule(rule);
  if (plain.enum) return plain.enum.map(String);
  if (plain.const !== undefined) return [String(plain.const)];
  const consts = plain.anyOf?.filter((one) => one.type !== 'null').map((one) => one.const) ?? [];
  return consts.length > 0 && consts.every((value) => value !== undefined) ? consts.map(String) : [];
}

/** What kind of field a rule asks for. */
export function kindOf(rule: FieldRule): FieldKind {
  const plain = plainRule(rule);
  if (plain.type === 'boolean') return 'flag';
  if (plain.type === 'array') return plain.items?.type === 'object' ? 'rows' : 'choices';
  if (choicesOf(plain).length > 0) return 'choice';
  if (plain.format === 'fen') return 'fen';
  if (plain.format === 'thousandths') return 'thousandths';
  if (plain.format === 'date') return 'day';
  if (plain.format === 'password') return 'secret';
  if (plain.format === 'code' || plain.format === 'id_no') return 'number';
  if (plain.type === 'integer' || plain.type === 'number') return 'integer';
  return (plain.maxLength ?? 0) > LONG ? 'long' : 'text';
}

/** Codes, phones, amounts and days are kept half-width however they were typed; names and prose stay as they are. */
export function isHalfWidth(rule: FieldRule): boolean {
  const plain = plainRule(rule);
  return (
    plain.pattern !== undefined ||
    ['phone', 'code', 'id_no', 'fen', 'email'].includes(plain.format ?? '') ||
    plain.type === 'integer'
  );
}

/** Half-width, without spaces at either end. */
export const halfWidth = (text: string) => text.normalize('NFKC').trim();

/** Yuan as typed to fen: `2,600`, `2600.5`, `2.6万`. Undefined where it is no amount. */
export function fenFrom(typed: string): number | undefined {
  const found = /^(\d+(?:\.\d{1,6})?)(万)?元?$/.exec(halfWidth(typed).replace(/[,，\s¥￥]/g, ''));
  if (!found) return undefined;
  const fen = Number(found[1]) * (found[2] ? 1_000_000 : 100);
  const whole = Math.round(fen);
  return Math.abs(fen - whole) < 1e-6 * Math.max(1, fen) ? whole : undefined;
}

/** A quantity as typed to thousandths of its unit: `12.5` is 12500. Undefined where it is no quantity. */
export function thousandthsFrom(typed: string): number | undefined {
  const clean = halfWidth(typed).replace(/[,，\s]/g, '');
  return /^\d+(\.\d{1,3})?$/.test(clean) ? Math.round(Number(clean) * 1000) : undefined;
}

/** Fen as it is typed: yuan with at most two decimals and no grouping. */
export const fenToYuan = (fen: number) => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

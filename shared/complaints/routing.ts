import type { Day } from '../kernel/calendar.ts';

/** A matter of the two-level list, `food.label`; `department` is whose business it is in every county. */
export interface Matter {
  readonly code: string;
  readonly department: string;
  /** Where it is not ours the law wants a transfer and a written notice, not advice (食品安全法 115, 农产品质量安全法 56). */
  readonly mustTransfer: boolean;
}

const group = (head: string, department: string, kinds: readonly string[], mustTransfer = false): Matter[] =>
  kinds.map((kind) => ({ code: `${head}.${kind}`, department, mustTransfer }));

/** What complaints and reports are about. A later matter is one more word here and two more on the screens. */
export const MATTERS: readonly Matter[] = [
  ...group('food', 'market', ['quality', 'label', 'additive', 'catering', 'hygiene', 'licence'], true),
  ...group('farm', 'agriculture', ['residue', 'meat', 'seed', 'pesticide', 'fertiliser', 'veterinary'], true),
  ...group('drug', 'market', ['medicine', 'device', 'cosmetics']),
  ...group('product', 'market', ['fake', 'quality', 'label', 'gas', 'fire', 'children']),
  ...group('price', 'market', ['fraud', 'untagged', 'gouging']),
  ...group('measure', 'market', ['short_weight', 'instrument', 'fuel']),
  ...group('trade', 'market', ['trademark', 'advert', 'unfair', 'licence', 'contract', 'online', 'pyramid']),
  ...group('service', 'market', ['repair', 'lodging', 'education', 'fitness', 'other']),
  ...group('equipment', 'market', ['lift', 'vessel', 'ride']),
  ...group('commerce', 'commerce', ['prepaid', 'used_car', 'fuel_licence', 'auction', 'slaughter']),
  ...group('crime', 'police', ['fraud', 'fake_goods', 'threat']),
  ...group('other', 'market', ['other']),
];

/** Codes in the order of the list, as a form offers them. */
export const MATTER_CODES = MATTERS.map(({ code }) => code);

const byCode = new Map(MATTERS.map((matter) => [matter.code, matter]));

/** A matter by its code; undefined for one the list does not know. */
export function matterOf(code: string): Matter | undefined {
  return byCode.get(code);
}

/** An office as far as routing is concerned. */
export interface RoutableOffice {
  readonly id: number;
  readonly department: string;
  readonly region: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/**
 * The office a matter goes to: its department in the county on that day, the county's market supervision where that
 * department has no office, the prefecture's own where the county has neither; null where nobody is left.
 */
export function routeFor<T extends RoutableOffice>(
  matter: string,
  region: string,
  on: Day,
  offices: readonly T[],
  prefecture: string,
): T | null {
  const department = matterOf(matter)?.department;
  if (!department) return null;
  const at = (where: string, whose: string) =>
    offices.find(
      (office) =>
        office.region === where &&
        office.department === whose &&
        office.validFrom <= on &&
        (office.validUntil === null || on <= office.validUntil),
    );
  return (
    at(region, department) ?? at(region, 'market') ?? at(prefecture, department) ?? at(prefecture, 'market') ?? null
  );
}

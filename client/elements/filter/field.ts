import type { Filter } from '#client/kernel/address.ts';
import { listed, t } from '#client/kernel/words.ts';

/** One thing a list can be filtered by. `choice` takes any of its options, `one` exactly one, `days` a span, `flag` yes or nothing. */
export interface FilterField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'choice' | 'one' | 'text' | 'days' | 'flag';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** The filters with one of them set anew; without values it is taken out. Order stays as it was set. */
export function withFilter(filters: readonly Filter[], next: Filter): readonly Filter[] {
  const same = (one: Filter) => one.key === next.key && (one.op === next.op || !['from', 'to'].includes(next.op));
  if (next.values.length === 0) return filters.filter((one) => !same(one));
  return filters.some(same) ? filters.map((one) => (same(one) ? next : one)) : [...filters, next];
}

/** The filters without this one. */
export const without = (filters: readonly Filter[], gone: Filter): readonly Filter[] =>
  filters.filter((one) => one !== gone);

/** A filter in words: `县市 夏河县、临潭县`, `登记日 从 2026-11-01`. */
export function chipText(fields: readonly FilterField[], filter: Filter): string {
  const field = fields.find((one) => one.key === filter.key);
  if (!field) return `${filter.key} ${listed(filter.values)}`;
  if (field.kind === 'flag') return field.label;
  const names = filter.values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value);
  const word =
    filter.op === 'from'
      ? t('filter.from')
      : filter.op === 'to'
        ? t('filter.to')
        : filter.op === 'has'
          ? t('filter.has')
          : '';
  return [field.label, word, listed(names)].filter(Boolean).join(' ');
}

import type { FilterField } from '#client/elements/filter/field.ts';
import type { Filter } from '#client/kernel/address.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import { standingOffices } from '#client/offices/directory.ts';
import { KINDS, type Kind } from '#shared/dossiers/dossier.kinds.ts';
import { stateWord } from './ledgers.ts';

/** Choices of a filter with their words: `choicesNamed('case.source', CASE_SOURCES)`. */
export const choicesNamed = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: say(`${prefix}.${value}`) ?? value }));

export const stateFilter = (kind: Kind, states: readonly string[]): FilterField => ({
  key: 'state',
  label: t('list.filter.state'),
  kind: 'choice',
  options: states.map((value) => ({ value, label: stateWord(kind, value) })),
});

export const kindFilter = (): FilterField => ({
  key: 'kind',
  label: t('list.filter.kind'),
  kind: 'choice',
  options: choicesNamed('kind', KINDS),
});

export const lightFilter = (): FilterField => ({
  key: 'light',
  label: t('list.filter.light'),
  kind: 'choice',
  options: choicesNamed('light', ['overdue', 'due_soon', 'running', 'paused']),
});

export const countyFilter = (): FilterField => ({
  key: 'county',
  label: t('list.filter.county'),
  kind: 'choice',
  options: countyChoices(),
});

export const officeFilter = (): FilterField => ({
  key: 'office',
  label: t('list.filter.office'),
  kind: 'choice',
  options: standingOffices(),
});

export const receivedFilter = (): FilterField => ({
  key: 'received',
  label: t('list.filter.received'),
  kind: 'days',
});

export const returnedFilter = (): FilterField => ({
  key: 'returned',
  label: t('list.filter.returned'),
  kind: 'flag',
});

/** The two ends of a span of days, as the endpoint names them. */
export type Spans = Readonly<Record<string, readonly [from: string, until: string]>>;
const SPANS: Spans = { received: ['from', 'until'] };
const FLAGS = ['returned', 'merged'];
const NUMBERS = ['batch', 'subject', 'campaign'];

/** The filters of an address as a list endpoint takes them; a ledger names its own spans of days beside the one all have. */
export function spineQuery(filters: readonly Filter[], own: Spans = {}): Record<string, string | boolean | number> {
  const spans = { ...SPANS, ...own };
  const query: Record<string, string | boolean | number> = {};
  for (const { key, op, values } of filters) {
    const span = spans[key];
    if (span) query[span[op === 'to' ? 1 : 0]] = values[0]!;
    else if (FLAGS.includes(key)) query[key] = true;
    else if (NUMBERS.includes(key)) query[key] = Number(values[0]);
    else query[key] = values.join(',');
  }
  return query;
}

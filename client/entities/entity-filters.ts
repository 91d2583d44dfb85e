import type { FilterField } from '#client/elements/filter/field.ts';
import type { Filter } from '#client/kernel/address.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { ENTITY_KINDS, INDUSTRIES, RISK_CLASSES, STANDINGS } from '#shared/entities/entity.lists.ts';
import { word } from './entity-look.ts';

const named = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: word(prefix, value) }));

/** What the list of entities can be filtered by (S24). */
export const entityFilterFields = (): FilterField[] => [
  { key: 'county', label: t('list.filter.county'), kind: 'choice', options: countyChoices() },
  { key: 'kind', label: t('EntityFiling.kind'), kind: 'choice', options: named('entity.kind', ENTITY_KINDS) },
  { key: 'industry', label: t('EntityFiling.industry'), kind: 'choice', options: named('entity.industry', INDUSTRIES) },
  { key: 'risk', label: t('EntityFiling.riskClass'), kind: 'choice', options: named('entity.risk', RISK_CLASSES) },
  { key: 'standing', label: t('EntityFiling.standing'), kind: 'choice', options: named('entity.standing', STANDINGS) },
  {
    key: 'licence',
    label: t('EntityFiling.licences'),
    kind: 'one',
    options: named('entity.filter.licence', ['expired', 'soon']),
  },
  {
    key: 'code',
    label: t('EntityFiling.code'),
    kind: 'one',
    options: named('entity.filter.code', ['none', 'unsound']),
  },
  { key: 'watched', label: t('entity.filter.watched'), kind: 'flag' },
  { key: 'visited', label: t('entity.filter.visited'), kind: 'flag' },
];

const FLAGS: ReadonlySet<string> = new Set(['watched', 'visited']);

/** The filters of the address as the list endpoint takes them. */
export const entityQuery = (filters: readonly Filter[]): Record<string, string | boolean> =>
  Object.fromEntries(filters.map(({ key, values }) => [key, FLAGS.has(key) ? true : values.join(',')]));

import type { FilterField } from '#client/elements/filter/field.ts';
import { type Filter, filterValue } from '#client/kernel/address.ts';
import { say, t, wordKeys } from '#client/kernel/words.ts';
import { allPeople } from '#client/offices/directory.ts';

const EVENT = 'event.';
const eventWord = (key: string) =>
  (say(key, { clock: '', office: '', number: '' }) ?? key).replace(/[：:]\s*$/, '').trim();

/** What the audit can be asked: who, what, about which record, on which days. */
export const auditFilterFields = (): FilterField[] => [
  { key: 'person', label: t('audit.who'), kind: 'one', options: allPeople() },
  {
    key: 'event',
    label: t('audit.event'),
    kind: 'one',
    options: wordKeys()
      .filter((key) => key.startsWith(EVENT))
      .map((key) => ({ value: key.slice(EVENT.length), label: eventWord(key) })),
  },
  { key: 'number', label: t('audit.number'), kind: 'text' },
  { key: 'days', label: t('audit.days'), kind: 'days' },
];

/** The same as the endpoint takes it. */
export function askedBy(filters: readonly Filter[]) {
  const person = Number(filterValue(filters, 'person')) || undefined;
  const [event, number] = [filterValue(filters, 'event'), filterValue(filters, 'number')];
  const [from, until] = [filterValue(filters, 'days', 'from'), filterValue(filters, 'days', 'to')];
  return {
    ...(person ? { person } : {}),
    ...(event ? { event } : {}),
    ...(number ? { number } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

import type { FilterField } from '#client/elements/filter/field.ts';
import type { Filter } from '#client/kernel/address.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import { standingOffices } from '#client/offices/directory.ts';
import { CHANNELS, INTAKES, OUTCOMES } from '#shared/complaints/complaint.lists.ts';
import { COMPLAINT_STATES } from '#shared/complaints/complaint.workflow.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';

const named = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: say(`${prefix}.${value}`) ?? value }));

/** What the ledger can be filtered by (S12). */
export function complaintFilterFields(): FilterField[] {
  return [
    {
      key: 'state',
      label: t('list.filter.state'),
      kind: 'choice',
      options: named('complaint.state', COMPLAINT_STATES),
    },
    {
      key: 'light',
      label: t('list.filter.light'),
      kind: 'choice',
      options: named('light', ['overdue', 'due_soon', 'running', 'paused']),
    },
    { key: 'county', label: t('list.filter.county'), kind: 'choice', options: countyChoices() },
    { key: 'office', label: t('list.filter.office'), kind: 'choice', options: standingOffices() },
    { key: 'matter', label: t('list.filter.matter'), kind: 'choice', options: named('matter', MATTER_CODES) },
    { key: 'channel', label: t('list.filter.channel'), kind: 'choice', options: named('complaint.channel', CHANNELS) },
    { key: 'intake', label: t('list.filter.intake'), kind: 'choice', options: named('complaint.intake', INTAKES) },
    { key: 'received', label: t('list.filter.received'), kind: 'days' },
    { key: 'outcome', label: t('list.filter.outcome'), kind: 'choice', options: named('complaint.outcome', OUTCOMES) },
    { key: 'returned', label: t('list.filter.returned'), kind: 'flag' },
    { key: 'merged', label: t('list.filter.merged'), kind: 'flag' },
  ];
}

/** The filters of the address as the list endpoint takes them. */
export function filterQuery(filters: readonly Filter[]): Record<string, string | boolean | number> {
  const query: Record<string, string | boolean | number> = {};
  for (const { key, op, values } of filters) {
    if (key === 'received') query[op === 'to' ? 'until' : 'from'] = values[0]!;
    else if (key === 'returned' || key === 'merged') query[key] = true;
    else if (key === 'batch' || key === 'subject') query[key] = Number(values[0]);
    else query[key] = values.join(',');
  }
  return query;
}

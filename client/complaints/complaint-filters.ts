import {
  choicesNamed,
  countyFilter,
  lightFilter,
  officeFilter,
  receivedFilter,
  returnedFilter,
  stateFilter,
} from '#client/dossiers/spine-filters.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import { t } from '#client/kernel/words.ts';
import { CHANNELS, INTAKES, OUTCOMES } from '#shared/complaints/complaint.lists.ts';
import { COMPLAINT_STATES } from '#shared/complaints/complaint.workflow.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';

const choice = (
  key: 'matter' | 'channel' | 'intake' | 'outcome',
  prefix: string,
  values: readonly string[],
): FilterField => ({ key, label: t(`list.filter.${key}`), kind: 'choice', options: choicesNamed(prefix, values) });

/** What the ledger can be filtered by (S12). */
export const complaintFilterFields = (): FilterField[] => [
  stateFilter('complaint', COMPLAINT_STATES),
  lightFilter(),
  countyFilter(),
  officeFilter(),
  choice('matter', 'matter', MATTER_CODES),
  choice('channel', 'complaint.channel', CHANNELS),
  choice('intake', 'complaint.intake', INTAKES),
  receivedFilter(),
  choice('outcome', 'complaint.outcome', OUTCOMES),
  returnedFilter(),
  { key: 'merged', label: t('list.filter.merged'), kind: 'flag' },
];

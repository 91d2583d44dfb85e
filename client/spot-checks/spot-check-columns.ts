import { html } from 'lit';
import {
  handlerColumn,
  lightColumn,
  numberColumn,
  ownerColumn,
  placeColumn,
  stateColumn,
  stripColumn,
  subjectColumn,
  titleColumn,
} from '#client/dossiers/spine-columns.ts';
import {
  choicesNamed,
  countyFilter,
  lightFilter,
  officeFilter,
  spineQuery,
  stateFilter,
} from '#client/dossiers/spine-filters.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import type { Filter } from '#client/kernel/address.ts';
import { say, t } from '#client/kernel/words.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import { CONCLUSIONS } from '#shared/spot-checks/sample.lists.ts';
import { CHECK_KINDS, CHECK_RESULTS, FOLLOW_UPS } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheckRow } from '#shared/spot-checks/spot-check.schema.ts';
import { SPOT_CHECK_STATES } from '#shared/spot-checks/spot-check.workflow.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';

type Col = Column<SpotCheckRow>;
const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');

/** What a sample came to, or what a visit found. */
const found = ({ conclusion, result }: SpotCheckRow) =>
  conclusion ? word('sample.conclusion', conclusion) : word('spot_check.result', result);

/** What follows, and whether it is done. */
const following = ({ followUp, finishedOn, state }: SpotCheckRow) =>
  [word('spot_check.follow_up', followUp), state === 'done' && !finishedOn ? t('spot_checks.follow_open') : '']
    .filter(Boolean)
    .join(' · ');

/** The columns of the ledger of spot checks (S09) in its own order. */
export function spotCheckColumns(): Column<never>[] {
  const columns: Col[] = [
    lightColumn(),
    numberColumn('spot_check'),
    { ...subjectColumn(), label: t('column.checked'), grow: 2, card: 'title' },
    { ...titleColumn(), label: t('column.check'), width: 10, grow: 1, card: 'facts' },
    { ...stateColumn('spot_check'), width: 8 },
    { key: 'planned', label: t('column.planned'), width: 7, card: 'facts', text: (row) => row.plannedOn ?? '' },
    { key: 'begun', label: t('column.begun'), width: 7, hidden: true, text: (row) => row.begunOn ?? '' },
    { key: 'result', label: t('column.result'), width: 9, text: found },
    {
      key: 'problems',
      label: t('column.problems'),
      width: 5,
      align: 'end',
      text: (row) => (row.problems ? String(row.problems) : ''),
    },
    {
      key: 'follow_up',
      label: t('column.follow_up'),
      width: 9,
      text: following,
      render: (row) => html`${following(row)}`,
    },
    placeColumn(),
    ownerColumn(),
    { key: 'inspectors', label: t('column.inspectors'), width: 8, text: (row) => row.inspectors ?? '' },
    { key: 'nth', label: t('column.nth'), width: 4.5, align: 'end', text: (row) => (row.nth ? String(row.nth) : '') },
    { key: 'product', label: t('SpotCheckStep.product'), width: 8, hidden: true, text: (row) => row.product ?? '' },
    {
      key: 'laboratory',
      label: t('SpotCheckStep.laboratory'),
      width: 9,
      hidden: true,
      text: (row) => row.laboratory ?? '',
    },
    { key: 'task', label: t('column.task'), width: 10, hidden: true, text: (row) => row.task ?? '' },
    {
      key: 'purpose',
      label: t('SpotCheckPlan.purpose'),
      width: 7,
      hidden: true,
      text: (row) => word('visit.purpose', row.purpose),
    },
    { ...handlerColumn(), hidden: true },
    { ...stripColumn(), hidden: true },
    { key: 'code', label: t('column.code'), width: 11, hidden: true, text: (row) => row.creditCode ?? '' },
    { key: 'matter', label: t('column.matter'), width: 6.5, hidden: true, text: (row) => word('matter', row.matter) },
    { key: 'finished', label: t('column.finished'), width: 7, hidden: true, text: (row) => row.finishedOn ?? '' },
    { key: 'published', label: t('column.published'), width: 7, hidden: true, text: (row) => row.publishedOn ?? '' },
  ];
  return columns as Column<never>[];
}

/** What the ledger can be filtered by (S09). */
export function spotCheckFilters(): FilterField[] {
  const choice = (key: string, label: string, options: FilterField['options']): FilterField => ({
    key,
    label,
    kind: 'choice',
    options: options ?? [],
  });
  return [
    stateFilter('spot_check', SPOT_CHECK_STATES),
    lightFilter(),
    countyFilter(),
    officeFilter(),
    choice('checkKind', t('SpotCheckPlan.checkKind'), choicesNamed('spot_check.kind', CHECK_KINDS)),
    choice('conclusion', t('SpotCheckStep.conclusion'), choicesNamed('sample.conclusion', CONCLUSIONS)),
    choice('result', t('column.result'), choicesNamed('spot_check.result', CHECK_RESULTS)),
    choice('followUp', t('column.follow_up'), choicesNamed('spot_check.follow_up', FOLLOW_UPS)),
    choice('purpose', t('SpotCheckPlan.purpose'), choicesNamed('visit.purpose', VISIT_PURPOSES)),
    choice('matter', t('list.filter.matter'), choicesNamed('matter', MATTER_CODES)),
    { key: 'planned', label: t('column.planned'), kind: 'days' },
    { key: 'begun', label: t('column.begun'), kind: 'days' },
    { key: 'unfinished', label: t('spot_checks.unfinished'), kind: 'flag' },
  ];
}

/** The filters of the address as the list endpoint takes them. */
export function spotCheckQuery(filters: readonly Filter[]): Record<string, unknown> {
  const unfinished = filters.some(({ key }) => key === 'unfinished');
  const rest = filters.filter(({ key }) => key !== 'unfinished');
  const spans = { planned: ['plannedFrom', 'plannedUntil'], begun: ['begunFrom', 'begunUntil'] } as const;
  return { ...spineQuery(rest, spans), ...(unfinished ? { unfinished } : {}) };
}

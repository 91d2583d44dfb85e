import { today } from '#client/clocks/law.ts';
import {
  dueColumn,
  handlerColumn,
  lightColumn,
  numberColumn,
  ownerColumn,
  placeColumn,
  receivedColumn,
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
  receivedFilter,
  spineQuery,
  stateFilter,
} from '#client/dossiers/spine-filters.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import type { Filter } from '#client/kernel/address.ts';
import { yuan } from '#client/kernel/format.ts';
import { say, t } from '#client/kernel/words.ts';
import { CASE_OUTCOMES, CASE_SOURCES, PROCEDURES } from '#shared/cases/case.lists.ts';
import type { CaseRow } from '#shared/cases/case.schema.ts';
import { CASE_STATES } from '#shared/cases/case.workflow.ts';
import { NOT_STATED } from '#shared/cases/not-stated.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import { STANDINGS } from '#shared/transfers/question.api.ts';

type Col = Column<CaseRow>;
const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');
const money = (fen: number | null) => (fen ? yuan(fen) : '');

const violationOf = ({ violation }: CaseRow) => (violation === NOT_STATED ? t('cases.not_stated') : (violation ?? ''));

/** How the question whether it is the police's stands; where it lies with them, that. */
const policeOf = ({ state, outcome, policeQuestion }: CaseRow): string => {
  if (state === 'with_police') return word('case.state', state);
  return outcome === 'to_police' ? word('case.outcome', outcome) : word('crime.standing', policeQuestion);
};

/** What a decision orders altogether. */
export const finesOf = ({ fineFen, gainsFen }: CaseRow): number => (fineFen ?? 0) + (gainsFen ?? 0);

/** The case ledger's columns (S15) in its own order. */
export function caseColumns(): Column<never>[] {
  const columns: Col[] = [
    lightColumn(),
    numberColumn('case'),
    { ...titleColumn(), label: t('CaseIntake.title') },
    { ...subjectColumn(), key: 'party', label: t('column.party') },
    stateColumn('case'),
    dueColumn(),
    stripColumn(),
    { key: 'fine', label: t('column.fine'), width: 7, align: 'end', text: (row) => money(finesOf(row)) },
    { key: 'source', label: t('column.source'), width: 6.5, text: (row) => word('case.source', row.source) },
    ownerColumn(),
    handlerColumn(),
    { key: 'goods', label: t('column.goods_value'), width: 7, align: 'end', text: (row) => money(row.goodsValueFen) },
    { key: 'police', label: t('column.police'), width: 6.5, text: policeOf },
    { key: 'outcome', label: t('column.outcome'), width: 7, text: (row) => word('case.outcome', row.outcome) },
    receivedColumn(),
    placeColumn(),
    { key: 'code', label: t('column.code'), width: 11, hidden: true, text: (row) => row.creditCode ?? '' },
    {
      key: 'decision',
      label: t('column.decision_number'),
      width: 11,
      hidden: true,
      text: (row) => row.decisionNumber ?? '',
    },
    { key: 'matter', label: t('column.matter'), width: 6.5, hidden: true, text: (row) => word('matter', row.matter) },
    { key: 'violation', label: t('column.violation'), width: 10, hidden: true, text: violationOf },
    {
      key: 'procedure',
      label: t('column.procedure'),
      width: 5.5,
      hidden: true,
      text: (row) => word('case.procedure', row.procedure),
    },
  ];
  return columns as Column<never>[];
}

/** Sums of a decision in steps, in fen: what is fined and confiscated together. */
const SUMS: Readonly<Record<string, readonly [from: number, until: number | undefined]>> = {
  small: [1, 99_999],
  middle: [100_000, 999_999],
  large: [1_000_000, 9_999_999],
  grave: [10_000_000, undefined],
};
/** So many years back a case is looked for by its year. */
const YEARS = 6;
const years = () => {
  const now = Number(today().slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => String(now - back)).map((value) => ({ value, label: value }));
};

const choice = (
  key: 'matter' | 'source' | 'procedure' | 'outcome',
  prefix: string,
  values: readonly string[],
): FilterField => ({ key, label: t(`list.filter.${key}`), kind: 'choice', options: choicesNamed(prefix, values) });

/** What the ledger can be filtered by (S15). */
export const caseFilters = (): FilterField[] => [
  stateFilter('case', CASE_STATES),
  lightFilter(),
  countyFilter(),
  officeFilter(),
  choice('matter', 'matter', MATTER_CODES),
  choice('source', 'case.source', CASE_SOURCES),
  choice('procedure', 'case.procedure', PROCEDURES),
  choice('outcome', 'case.outcome', CASE_OUTCOMES),
  { key: 'police', label: t('column.police'), kind: 'choice', options: choicesNamed('crime.standing', STANDINGS) },
  { key: 'sum', label: t('list.filter.sum'), kind: 'one', options: choicesNamed('cases.sums', Object.keys(SUMS)) },
  { key: 'year', label: t('list.filter.year'), kind: 'one', options: years() },
  receivedFilter(),
  { key: 'decided', label: t('list.filter.decided'), kind: 'days' },
];

/** The filters of the address as the list endpoint takes them. */
export function caseQuery(filters: readonly Filter[]): Record<string, unknown> {
  const { sum, year, ...query } = spineQuery(filters, { decided: ['decidedFrom', 'decidedUntil'] });
  const [fineFrom, fineUntil] = SUMS[String(sum)] ?? [];
  return {
    ...(year ? { from: `${year}-01-01`, until: `${year}-12-31` } : {}),
    ...query,
    ...(fineFrom === undefined ? {} : { fineFrom }),
    ...(fineUntil === undefined ? {} : { fineUntil }),
  };
}

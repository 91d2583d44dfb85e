import { html, nothing } from 'lit';
import { lightOf, standingOf, stripOfRow } from '#client/clocks/face.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import '#client/elements/deadline-strip.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import '#client/elements/light-mark.ts';
import type { Filter } from '#client/kernel/address.ts';
import { yuan } from '#client/kernel/format.ts';
import { countyChoices, regionShort } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, personName, standingOffices } from '#client/offices/directory.ts';
import { CASE_OUTCOMES, CASE_SOURCES, PROCEDURES } from '#shared/cases/case.lists.ts';
import type { CaseRow } from '#shared/cases/case.schema.ts';
import { CASE_STATES } from '#shared/cases/case.workflow.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';

type Col = Column<CaseRow>;
const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');
const money = (fen: number | null) => (fen ? yuan(fen) : '');

/** What a decision orders altogether. */
export const finesOf = ({ fineFen, gainsFen }: CaseRow): number => (fineFen ?? 0) + (gainsFen ?? 0);

/** The case ledger's columns (S15) in its own order. */
export function caseColumns(): Column<never>[] {
  const columns: Col[] = [
    {
      key: 'light',
      label: t('column.light'),
      width: 9.5,
      frozen: true,
      sort: true,
      text: (row) => (row.stub ? t('dossier.restricted') : standingOf(row, true)),
      render: (row) =>
        row.stub
          ? t('dossier.restricted')
          : html`<light-mark light=${lightOf(row)} text=${standingOf(row, true)}></light-mark>`,
    },
    {
      key: 'number',
      label: t('column.number'),
      width: 7.25,
      frozen: true,
      text: (row) => row.number,
      href: (row) => `/cases/${row.id}`,
    },
    {
      key: 'title',
      label: t('column.title'),
      width: 14,
      grow: 2,
      card: 'title',
      text: (row) => (row.stub ? t('dossier.restricted') : row.title),
    },
    { key: 'party', label: t('column.party'), width: 10, grow: 1, card: 'facts', text: (row) => row.subjectName ?? '' },
    { key: 'code', label: t('column.code'), width: 11, hidden: true, text: (row) => row.creditCode ?? '' },
    { key: 'source', label: t('column.source'), width: 6.5, text: (row) => word('case.source', row.source) },
    { key: 'owner', label: t('column.owner'), width: 7.5, text: (row) => officeShort(row.ownerOfficeId) },
    { key: 'handler', label: t('column.handler'), width: 5.5, text: (row) => personName(row.handlerId) },
    { key: 'state', label: t('column.state'), width: 6.5, card: 'facts', text: (row) => stateWord('case', row.state) },
    {
      key: 'due',
      label: t('column.due'),
      width: 7,
      card: 'facts',
      text: (row) => (row.pausedOn ? '' : (row.dueOn ?? '')),
    },
    {
      key: 'strip',
      label: t('column.strip'),
      width: 9,
      card: 'none',
      text: (row) => stripOfRow(row)?.text ?? '',
      render(row) {
        const strip = row.stub ? null : stripOfRow(row);
        return strip ? html`<deadline-strip .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing;
      },
    },
    { key: 'goods', label: t('column.goods_value'), width: 7, align: 'end', text: (row) => money(row.goodsValueFen) },
    { key: 'fine', label: t('column.fine'), width: 7, align: 'end', text: (row) => money(finesOf(row)) },
    { key: 'outcome', label: t('column.outcome'), width: 7, text: (row) => word('case.outcome', row.outcome) },
    {
      key: 'decision',
      label: t('column.decision_number'),
      width: 11,
      hidden: true,
      text: (row) => row.decisionNumber ?? '',
    },
    { key: 'matter', label: t('column.matter'), width: 6.5, hidden: true, text: (row) => word('matter', row.matter) },
    { key: 'violation', label: t('column.violation'), width: 10, hidden: true, text: (row) => row.violation ?? '' },
    {
      key: 'place',
      label: t('column.place'),
      width: 8.5,
      text: (row) => [regionShort(row.county), row.township].filter(Boolean).join(' '),
    },
    {
      key: 'procedure',
      label: t('column.procedure'),
      width: 5.5,
      hidden: true,
      text: (row) => word('case.procedure', row.procedure),
    },
    { key: 'received', label: t('column.received'), width: 7, sort: true, text: (row) => row.receivedOn ?? '' },
  ];
  return columns as Column<never>[];
}

const named = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: say(`${prefix}.${value}`) ?? value }));

/** What the ledger can be filtered by (S15). */
export function caseFilters(): FilterField[] {
  return [
    { key: 'state', label: t('list.filter.state'), kind: 'choice', options: named('case.state', CASE_STATES) },
    {
      key: 'light',
      label: t('list.filter.light'),
      kind: 'choice',
      options: named('light', ['overdue', 'due_soon', 'running', 'paused']),
    },
    { key: 'county', label: t('list.filter.county'), kind: 'choice', options: countyChoices() },
    { key: 'office', label: t('list.filter.office'), kind: 'choice', options: standingOffices() },
    { key: 'matter', label: t('list.filter.matter'), kind: 'choice', options: named('matter', MATTER_CODES) },
    { key: 'source', label: t('list.filter.source'), kind: 'choice', options: named('case.source', CASE_SOURCES) },
    {
      key: 'procedure',
      label: t('list.filter.procedure'),
      kind: 'choice',
      options: named('case.procedure', PROCEDURES),
    },
    { key: 'outcome', label: t('list.filter.outcome'), kind: 'choice', options: named('case.outcome', CASE_OUTCOMES) },
    { key: 'received', label: t('list.filter.received'), kind: 'days' },
    { key: 'decided', label: t('list.filter.decided'), kind: 'days' },
  ];
}

/** The filters of the address as the list endpoint takes them. */
export function caseQuery(filters: readonly Filter[]): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const { key, op, values } of filters) {
    if (key === 'received') query[op === 'to' ? 'until' : 'from'] = values[0];
    else if (key === 'decided') query[op === 'to' ? 'decidedUntil' : 'decidedFrom'] = values[0];
    else if (key === 'batch' || key === 'subject') query[key] = Number(values[0]);
    else query[key] = values.join(',');
  }
  return query;
}

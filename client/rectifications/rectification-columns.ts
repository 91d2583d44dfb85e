import { html, nothing } from 'lit';
import { lightOf, standingOf, stripOfRow } from '#client/clocks/face.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import '#client/elements/deadline-strip.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import '#client/elements/light-mark.ts';
import type { Filter } from '#client/kernel/address.ts';
import { countyChoices, regionShort } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, personName, standingOffices } from '#client/offices/directory.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import { RECTIFICATION_SOURCES, VISIT_RESULTS } from '#shared/rectifications/rectification.lists.ts';
import type { RectificationRow } from '#shared/rectifications/rectification.schema.ts';
import { RECTIFICATION_STATES } from '#shared/rectifications/rectification.workflow.ts';

type Col = Column<RectificationRow>;
const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');

/** How many places are shown before and after, of how many. */
const pictures = ({ pairs, pairsWhole }: RectificationRow) => (pairs ? `${pairsWhole}/${pairs}` : '');

/** The rectification ledger's columns (S22) in its own order. */
export function rectificationColumns(): Column<never>[] {
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
      href: (row) => `/rectifications/${row.id}`,
    },
    {
      key: 'subject',
      label: t('column.rectified'),
      width: 10,
      grow: 1,
      card: 'facts',
      text: (row) => row.subjectName ?? '',
    },
    {
      key: 'title',
      label: t('column.problem'),
      width: 10,
      grow: 2,
      card: 'title',
      text: (row) => (row.stub ? t('dossier.restricted') : row.title),
    },
    {
      key: 'state',
      label: t('column.state'),
      width: 6,
      card: 'facts',
      text: (row) => stateWord('rectification', row.state),
    },
    { key: 'received', label: t('column.ordered'), width: 7, sort: true, text: (row) => row.receivedOn ?? '' },
    {
      key: 'deadline',
      label: t('column.deadline'),
      width: 10.5,
      card: 'facts',
      text: ({ deadlineOn, askedUntil }) =>
        [deadlineOn, askedUntil ? t('rectifications.asked_short') : ''].filter(Boolean).join(' '),
    },
    { key: 'verifiers', label: t('Rectification.verifiers'), width: 6.5, text: (row) => row.verifiers ?? '' },
    { key: 'result', label: t('column.result'), width: 6, text: (row) => word('rectification.result', row.result) },
    { key: 'pictures', label: t('column.pictures'), width: 5, text: pictures },
    {
      key: 'rounds',
      label: t('column.rounds'),
      width: 4.5,
      align: 'end',
      text: (row) => (row.rounds && row.rounds > 1 ? String(row.rounds) : ''),
    },
    { key: 'owner', label: t('column.owner'), width: 7.5, text: (row) => officeShort(row.ownerOfficeId) },
    { key: 'handler', label: t('column.handler'), width: 5.5, text: (row) => personName(row.handlerId) },
    {
      key: 'place',
      label: t('column.place'),
      width: 8.5,
      text: (row) => [regionShort(row.county), row.township].filter(Boolean).join(' '),
    },
    {
      key: 'source',
      label: t('RectificationOrder.source'),
      width: 8,
      hidden: true,
      text: (row) => word('rectification.source', row.source),
    },
    {
      key: 'strip',
      label: t('column.strip'),
      width: 9,
      hidden: true,
      card: 'none',
      text: (row) => stripOfRow(row)?.text ?? '',
      render(row) {
        const strip = row.stub ? null : stripOfRow(row);
        return strip ? html`<deadline-strip .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing;
      },
    },
    { key: 'order', label: t('column.order_number'), width: 12, hidden: true, text: (row) => row.orderNumber ?? '' },
    { key: 'code', label: t('column.code'), width: 11, hidden: true, text: (row) => row.creditCode ?? '' },
    { key: 'matter', label: t('column.matter'), width: 6.5, hidden: true, text: (row) => word('matter', row.matter) },
    { key: 'closed', label: t('Rectification.closedOn'), width: 7, hidden: true, text: (row) => row.closedOn ?? '' },
  ];
  return columns as Column<never>[];
}

const named = (prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: say(`${prefix}.${value}`) ?? value }));

/** What the ledger can be filtered by (S22). */
export function rectificationFilters(): FilterField[] {
  const choice = (key: string, label: string, options: FilterField['options']): FilterField => ({
    key,
    label,
    kind: 'choice',
    options: options ?? [],
  });
  return [
    choice('state', t('list.filter.state'), named('rectification.state', RECTIFICATION_STATES)),
    choice('light', t('list.filter.light'), named('light', ['overdue', 'due_soon', 'running', 'paused'])),
    choice('waits', t('list.filter.waits'), named('rectifications.waits', ['asked', 'drawn'])),
    choice('county', t('list.filter.county'), countyChoices()),
    choice('office', t('list.filter.office'), standingOffices()),
    choice('result', t('column.result'), named('rectification.result', VISIT_RESULTS)),
    choice('matter', t('list.filter.matter'), named('matter', MATTER_CODES)),
    choice('source', t('RectificationOrder.source'), named('rectification.source', RECTIFICATION_SOURCES)),
    { key: 'received', label: t('column.ordered'), kind: 'days' },
    { key: 'verified', label: t('Rectification.verifiedOn'), kind: 'days' },
  ];
}

/** The filters of the address as the list endpoint takes them. */
export function rectificationQuery(filters: readonly Filter[]): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const { key, op, values } of filters) {
    if (key === 'received') query[op === 'to' ? 'until' : 'from'] = values[0];
    else if (key === 'verified') query[op === 'to' ? 'verifiedUntil' : 'verifiedFrom'] = values[0];
    else if (key === 'waits') for (const value of values) query[value] = true;
    else if (key === 'subject' || key === 'campaign') query[key] = Number(values[0]);
    else query[key] = values.join(',');
  }
  return query;
}

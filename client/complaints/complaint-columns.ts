import { html, nothing } from 'lit';
import { lightOf, standingOf, stripOfRow } from '#client/clocks/face.ts';
import type { Column } from '#client/elements/grid/column.ts';
import '#client/elements/deadline-strip.ts';
import '#client/elements/light-mark.ts';
import { yuan } from '#client/kernel/format.ts';
import { regionShort } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, peopleOf, personName } from '#client/offices/directory.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { nextStep } from './next-step.ts';

type Col = Column<ComplaintRow>;

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');

/** The light of a row in word and shape, with how long is left. */
export const lightCell = (row: ComplaintRow) =>
  row.stub
    ? t('dossier.restricted')
    : html`<light-mark light=${lightOf(row)} text=${standingOf(row, true)}></light-mark>`;

function stripCell(row: ComplaintRow) {
  const strip = row.stub ? null : stripOfRow(row);
  return strip ? html`<deadline-strip .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing;
}

const light = (): Col => ({
  key: 'light',
  label: t('column.light'),
  width: 9.5,
  frozen: true,
  sort: true,
  text: (row) => (row.stub ? t('dossier.restricted') : standingOf(row, true)),
  render: lightCell,
});
const number = (): Col => ({
  key: 'number',
  label: t('column.number'),
  width: 7.25,
  frozen: true,
  text: (row) => row.number,
  href: (row) => `/complaints/${row.id}`,
});
const due = (): Col => ({
  key: 'due',
  label: t('column.due'),
  width: 7,
  card: 'facts',
  text: (row) => (row.pausedOn ? '' : (row.dueOn ?? '')), // a paused clock has no day to be done by
});
const strip = (): Col => ({
  key: 'strip',
  label: t('column.strip'),
  width: 9,
  card: 'none',
  text: (row) => stripOfRow(row)?.text ?? '',
  render: stripCell,
});
const subject = (grow: number): Col => ({
  key: 'subject',
  label: t('column.subject'),
  width: 10,
  grow,
  card: 'facts',
  text: (row) => row.subjectName ?? '',
});

/** The ledger's columns (S12) in its own order; `mine` is the office whose rows may be edited in place. */
export function complaintColumns(mine: number): Column<never>[] {
  const own = (row: ComplaintRow) => !row.stub && row.ownerOfficeId === mine && row.state !== 'closed';
  const columns: Col[] = [
    light(),
    number(),
    { key: 'intake', label: t('column.intake'), width: 6.25, text: (row) => word('complaint.intake', row.intake) },
    { key: 'complainant', label: t('column.complainant'), width: 5, text: (row) => row.complainantMask ?? '' },
    {
      ...subject(1),
      edit: { value: (row) => row.subjectName ?? '', maxLength: 200, open: own },
    },
    {
      key: 'title',
      label: t('column.title'),
      width: 12,
      grow: 2,
      card: 'title',
      text: (row) => (row.stub ? t('dossier.restricted') : row.title),
      edit: { value: (row) => row.title, maxLength: 120, open: own },
    },
    { key: 'matter', label: t('column.matter'), width: 6.5, text: (row) => word('matter', row.matter) },
    {
      key: 'place',
      label: t('column.place'),
      width: 8.5,
      card: 'facts',
      text: (row) => [regionShort(row.county), row.township].filter(Boolean).join(' '),
    },
    { key: 'owner', label: t('column.owner'), width: 7.5, text: (row) => officeShort(row.ownerOfficeId) },
    {
      key: 'state',
      label: t('column.state'),
      width: 5.5,
      card: 'facts',
      text: (row) => word('complaint.state', row.state),
    },
    due(),
    strip(),
    { key: 'channel', label: t('column.channel'), width: 5.5, text: (row) => word('complaint.channel', row.channel) },
    {
      key: 'handler',
      label: t('column.handler'),
      width: 6,
      text: (row) => personName(row.handlerId),
      edit: { value: (row) => String(row.handlerId ?? ''), options: peopleOf(mine), open: own },
    },
    {
      key: 'returns',
      label: t('column.returns'),
      width: 3.75,
      align: 'end',
      text: (row) => (row.returns ? String(row.returns) : ''),
    },
    { key: 'received', label: t('column.received'), width: 7, sort: true, text: (row) => row.receivedOn ?? '' },
    { key: 'foreign', label: t('column.foreign'), width: 9, hidden: true, text: (row) => row.foreignNumber ?? '' },
    {
      key: 'outcome',
      label: t('column.outcome'),
      width: 7,
      hidden: true,
      text: (row) => word('complaint.outcome', row.outcome),
    },
    ...OWN_FIELD_NAMES.map(
      (field): Col => ({
        key: field,
        label: say(`ComplaintIntake.${field}`) ?? field,
        width: 9,
        hidden: true,
        text: (row) => String(row[field] ?? ''),
      }),
    ),
    {
      key: 'amount',
      label: t('column.amount'),
      width: 7,
      hidden: true,
      align: 'end',
      text: (row) => (row.amountFen === null ? '' : yuan(row.amountFen)),
    },
  ];
  return columns as unknown as Column<never>[];
}

/** The desk's columns (S02): what, whose, what next, until when. */
export function deskColumns(withOwner = false): Column<never>[] {
  const columns: Col[] = [
    light(),
    number(),
    {
      key: 'title',
      label: t('column.item'),
      width: 14,
      grow: 2,
      card: 'title',
      text: (row) => (row.stub ? t('dossier.restricted') : row.title),
    },
    subject(1),
    ...(withOwner
      ? [
          {
            key: 'place',
            label: t('column.place'),
            width: 8.5,
            card: 'facts',
            text: (row) => [regionShort(row.county), row.township].filter(Boolean).join(' '),
          } satisfies Col,
          {
            key: 'owner',
            label: t('column.owner'),
            width: 8,
            text: (row) => officeShort(row.ownerOfficeId),
          } satisfies Col,
          {
            key: 'handler',
            label: t('column.handler'),
            width: 6,
            text: (row) => personName(row.handlerId),
          } satisfies Col,
        ]
      : []),
    { key: 'next', label: t('column.next'), width: 7, card: 'facts', text: (row) => (row.stub ? '' : nextStep(row)) },
    due(),
    strip(),
    {
      key: 'returns',
      label: t('column.returns'),
      width: 3.75,
      align: 'end',
      text: (row) => (row.returns ? String(row.returns) : ''),
    },
  ];
  return columns as unknown as Column<never>[];
}

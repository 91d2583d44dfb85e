import {
  dueColumn,
  handlerColumn,
  lightColumn,
  numberColumn,
  ownerColumn,
  placeColumn,
  receivedColumn,
  returnsColumn,
  stateColumn,
  stripColumn,
  subjectColumn,
  titleColumn,
} from '#client/dossiers/spine-columns.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { yuan } from '#client/kernel/format.ts';
import { say, t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';

type Col = Column<ComplaintRow>;

const word = (prefix: string, value: string | null) => (value ? (say(`${prefix}.${value}`) ?? value) : '');

/** The ledger's columns (S12) in its own order; `mine` is the office whose rows may be edited in place. */
export function complaintColumns(mine: number): Column<never>[] {
  const own = (row: ComplaintRow) => !row.stub && row.ownerOfficeId === mine && row.state !== 'closed';
  const columns: Col[] = [
    lightColumn(),
    numberColumn('complaint'),
    { key: 'intake', label: t('column.intake'), width: 6.25, text: (row) => word('complaint.intake', row.intake) },
    { key: 'complainant', label: t('column.complainant'), width: 5, text: (row) => row.complainantMask ?? '' },
    {
      ...subjectColumn(),
      edit: {
        value: (row) => row.subjectName ?? '',
        maxLength: 200,
        open: (row) => own(row) && row.subjectId === null,
      },
    },
    {
      ...titleColumn(),
      width: 12,
      edit: { value: (row) => row.title, maxLength: 120, open: own },
    },
    { key: 'matter', label: t('column.matter'), width: 6.5, text: (row) => word('matter', row.matter) },
    placeColumn(),
    ownerColumn(),
    { ...stateColumn('complaint'), width: 5.5 },
    dueColumn(),
    stripColumn(),
    { key: 'channel', label: t('column.channel'), width: 5.5, text: (row) => word('complaint.channel', row.channel) },
    {
      ...handlerColumn(),
      edit: { value: (row) => String(row.handlerId ?? ''), options: peopleOf(mine), open: own },
    },
    returnsColumn(),
    receivedColumn(),
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

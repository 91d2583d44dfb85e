import {
  dueColumn,
  handlerColumn,
  lightColumn,
  numberColumn,
  ownerColumn,
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
  stateFilter,
} from '#client/dossiers/spine-filters.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { shortInstant, yuan } from '#client/kernel/format.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort, standingOffices } from '#client/offices/directory.ts';
import { ROADS } from '#shared/transfers/transfer.lists.ts';
import type { TransferRow } from '#shared/transfers/transfer.schema.ts';
import { TRANSFER_STATES } from '#shared/transfers/transfer.states.ts';

type Own = Column<TransferRow>;
/** A transfer lies in no township. */
type Spread = Column<TransferRow & { readonly township: null }>;

/** Half of a transfer's limits end at a minute, not with a day. */
const due = (): Spread => ({
  ...dueColumn(),
  label: t('transfers.due'),
  width: 8,
  text: (row) => (row.pausedOn ? '' : row.dueAt ? shortInstant(row.dueAt) : (row.dueOn ?? '')),
});

const cause = (): Spread => ({ ...titleColumn(), label: t('transfers.cause') });
const party = (): Spread => ({ ...subjectColumn(), label: t('column.party') });
const sender = (): Spread => ({ ...ownerColumn(), label: t('transfers.sender'), card: 'facts' });
const receiver = (): Own => ({
  key: 'to',
  label: t('transfers.receiver'),
  width: 8,
  text: (row) => officeShort(row.toOfficeId),
});
const road = (): Own => ({
  key: 'road',
  label: t('transfers.road'),
  width: 6.5,
  text: (row) => say(`transfer.road.${row.road}`) ?? '',
});
const crime = (): Own => ({
  key: 'crime',
  label: t('transfers.crime'),
  width: 10,
  grow: 1,
  text: (row) => row.crime ?? '',
});
const sent = (): Own => ({
  key: 'sent',
  label: t('transfers.sent_on'),
  width: 7,
  card: 'facts',
  text: (row) => row.sentOn ?? '',
});
const running = (): Own => ({
  key: 'clock',
  label: t('transfers.clock'),
  width: 9,
  text: (row) => (row.clockName ? (say(`clock.name.${row.clockName}`) ?? '') : ''),
});
const letter = (): Own => ({
  key: 'letter',
  label: t('transfers.letter'),
  width: 11,
  text: (row) => row.letterNumber ?? '',
});
const goods = (): Own => ({
  key: 'goods',
  label: t('column.goods_value'),
  width: 7,
  align: 'end',
  hidden: true,
  text: (row) => (row.goodsValueFen ? yuan(row.goodsValueFen) : ''),
});
const drafted = (): Spread => ({ ...receivedColumn(), label: t('transfers.drafted_on') });

/** The columns of whoever sends. */
export const transferColumns = (): Column<never>[] => [
  lightColumn(),
  numberColumn('transfer'),
  cause(),
  party(),
  receiver(),
  { ...stateColumn('transfer'), width: 8 },
  running(),
  due(),
  stripColumn(),
  road(),
  crime(),
  letter(),
  sender(),
  handlerColumn(),
  goods(),
  drafted(),
];

/** The columns of the inbox (S19): limit, number, what runs and until when, who sends, what about, when it came, where it stands. */
export const inboxColumns = (): Column<never>[] => [
  lightColumn(),
  numberColumn('transfer'),
  running(),
  due(),
  sender(),
  cause(),
  party(),
  sent(),
  { ...stateColumn('transfer'), width: 8 },
  stripColumn(),
  letter(),
  crime(),
];

/** What transfers can be filtered by. */
export const transferFilters = (): FilterField[] => [
  stateFilter('transfer', TRANSFER_STATES),
  lightFilter(),
  { key: 'road', label: t('transfers.road'), kind: 'choice', options: choicesNamed('transfer.road', ROADS) },
  countyFilter(),
  { ...officeFilter(), label: t('transfers.sender') },
  { key: 'to', label: t('transfers.receiver'), kind: 'choice', options: standingOffices() },
  { ...receivedFilter(), label: t('transfers.drafted_on') },
];

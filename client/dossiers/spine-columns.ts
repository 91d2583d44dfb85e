import { html, nothing } from 'lit';
import { lightOf, type RowFace, standingOf, stripOfRow } from '#client/clocks/face.ts';
import '#client/elements/deadline-strip.ts';
import type { Column } from '#client/elements/grid/column.ts';
import '#client/elements/light-mark.ts';
import { watchMark } from '#client/entities/entity-look.ts';
import { regionShort } from '#client/kernel/places.ts';
import { language, t } from '#client/kernel/words.ts';
import { officeShort, personName } from '#client/offices/directory.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import type { WatchLevel } from '#shared/entities/entity.lists.ts';
import { nextWord, pathOf, stateWord } from './ledgers.ts';

/** What every ledger's row has that a column shows. */
export interface SpineRow extends RowFace {
  readonly id: number;
  readonly number: string;
  readonly stub: boolean;
  readonly title: string;
  readonly state: string;
  readonly subjectId?: number | null;
  readonly subjectName: string | null;
  /** A mark on the subject, for whoever it is for. */
  readonly watch?: WatchLevel | null;
  readonly county: string;
  readonly township: string | null;
  readonly ownerOfficeId: number;
  readonly handlerId: number | null;
  readonly receivedOn: string | null;
}

/** A row of a list over several ledgers says of which it is. */
export interface MixedRow extends SpineRow {
  readonly kind: Kind;
}

/** A column every ledger has: a ledger puts it in its place, and spreads it where something of it is its own. */
export type SpineColumn = Column<SpineRow>;

const hidden = (row: SpineRow) => (row.stub ? t('dossier.restricted') : undefined);

function stripCell(row: SpineRow) {
  const strip = row.stub ? null : stripOfRow(row);
  return strip ? html`<deadline-strip .ticks=${strip.ticks} text=${strip.text}></deadline-strip>` : nothing;
}

/** The light in word and shape, with how long is left; lists are sorted by it unless told otherwise. */
export const lightColumn = (): SpineColumn => ({
  key: 'light',
  label: t('column.light'),
  width: language() === 'en' ? 11 : 9.5,
  frozen: true,
  sort: true,
  text: (row) => hidden(row) ?? standingOf(row, true),
  render: (row) => hidden(row) ?? html`<light-mark light=${lightOf(row)} text=${standingOf(row, true)}></light-mark>`,
});

/** The number, and with it the way to the record: of one ledger, or of the row's own. */
export const numberColumn = (kind?: Kind): SpineColumn => ({
  key: 'number',
  label: t('column.number'),
  width: 7.25,
  frozen: true,
  text: (row) => row.number,
  href: (row) => pathOf({ kind: kind ?? (row as MixedRow).kind, id: row.id }),
});

export const kindColumn = (): Column<MixedRow> => ({
  key: 'kind',
  label: t('column.kind'),
  width: 5.5,
  text: ({ kind }) => t(`kind.${kind}`),
});

export const titleColumn = (): SpineColumn => ({
  key: 'title',
  label: t('column.title'),
  width: 14,
  grow: 2,
  card: 'title',
  text: (row) => hidden(row) ?? row.title,
});

export const subjectColumn = (): SpineColumn => ({
  key: 'subject',
  label: t('column.subject'),
  width: 10,
  grow: 1,
  card: 'facts',
  text: (row) => row.subjectName ?? '',
  href: (row) => (row.subjectId ? `/entities/${row.subjectId}` : undefined),
  render: (row) => html`${watchMark(row.watch)} ${row.subjectName ?? ''}`,
});

export const placeColumn = (): SpineColumn => ({
  key: 'place',
  label: t('column.place'),
  width: 8.5,
  card: 'facts',
  text: (row) => [regionShort(row.county), row.township].filter(Boolean).join(' '),
});

export const ownerColumn = (): SpineColumn => ({
  key: 'owner',
  label: t('column.owner'),
  width: 7.5,
  text: (row) => officeShort(row.ownerOfficeId),
});

export const handlerColumn = (): SpineColumn => ({
  key: 'handler',
  label: t('column.handler'),
  width: 6,
  text: (row) => personName(row.handlerId),
});

export const stateColumn = (kind: Kind): SpineColumn => ({
  key: 'state',
  label: t('column.state'),
  width: 6.5,
  card: 'facts',
  text: (row) => stateWord(kind, row.state),
});

/** What comes next with a row of any ledger. */
export const nextColumn = (): Column<MixedRow> => ({
  key: 'next',
  label: t('column.next'),
  width: 7,
  card: 'facts',
  text: (row) => (row.stub ? '' : nextWord(row)),
});

/** The day it is due; a paused clock has none. */
export const dueColumn = (): SpineColumn => ({
  key: 'due',
  label: t('column.due'),
  width: 7,
  card: 'facts',
  text: (row) => (row.pausedOn ? '' : (row.dueOn ?? '')),
});

export const stripColumn = (): SpineColumn => ({
  key: 'strip',
  label: t('column.strip'),
  width: 9,
  card: 'none',
  drawing: true,
  text: (row) => stripOfRow(row)?.text ?? '',
  render: stripCell,
});

export const returnsColumn = (): Column<{ readonly returns: number }> => ({
  key: 'returns',
  label: t('column.returns'),
  width: 3.75,
  align: 'end',
  text: (row) => (row.returns ? String(row.returns) : ''),
});

export const receivedColumn = (): SpineColumn => ({
  key: 'received',
  label: t('column.received'),
  width: 7,
  sort: true,
  text: (row) => row.receivedOn ?? '',
});

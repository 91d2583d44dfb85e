import { html, nothing } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { dayOf } from '#client/kernel/format.ts';
import { t } from '#client/kernel/words.ts';
import type { EntityRow } from '#shared/entities/entity.schema.ts';
import { placeShort, tibetan, watchMark, word } from './entity-look.ts';
import { licenceStanding } from './licence-standing.ts';

type Col = Column<EntityRow>;

const count = (key: string, label: string, value: (row: EntityRow) => number): Col => ({
  key,
  label,
  width: 4.5,
  align: 'end',
  text: (row) => (value(row) ? String(value(row)) : ''),
});

/** Visits of this year that count, of how many may: at the cap it says so in words too. */
const visits = (row: EntityRow) =>
  row.visits >= row.cap ? t('entity.at_cap', { n: row.visits, cap: row.cap }) : `${row.visits}/${row.cap}`;

const licence = (row: EntityRow) => {
  const standing = licenceStanding(row.licenceDueOn, today());
  return row.licenceDueOn
    ? [row.licenceDueOn, standing ? t(`entity.licence_${standing}`) : ''].filter(Boolean).join(' ')
    : '';
};

/** The columns of the list of entities (S24) in their order. */
export function entityColumns(): Column<never>[] {
  const columns: Col[] = [
    {
      key: 'name',
      label: t('entity.column.name'),
      width: 14,
      frozen: true,
      sort: true,
      card: 'title',
      href: (row) => `/entities/${row.id}`,
      text: (row) => row.name,
      render: (row) => html`${watchMark(row.watch)} ${row.name}`,
    },
    {
      key: 'nameBo',
      label: t('EntityFiling.nameBo'),
      width: 7,
      grow: 1,
      card: 'facts',
      text: (row) => row.nameBo ?? '',
      render: (row) => tibetan(row.nameBo),
    },
    {
      key: 'watch',
      label: t('entity.column.watch'),
      width: 5,
      hidden: true,
      card: 'head',
      text: (row) => word('watch.level', row.watch),
    },
    {
      key: 'kind',
      label: t('EntityFiling.kind'),
      width: 5.75,
      hidden: true,
      card: 'head',
      text: (row) => word('entity.kind', row.kind),
    },
    {
      key: 'code',
      label: t('entity.column.code'),
      width: 12.75,
      card: 'facts',
      text: (row) => row.code ?? word('entity.no_code', row.noCodeReason),
      render: (row) =>
        row.code
          ? html`<span class="code">${row.code}</span>${row.codeSound ? nothing : html` <span title=${t('entity.code_unsound')}>⚠<span class="for-reader">${t('entity.code_unsound')}</span></span>`}`
          : word('entity.no_code', row.noCodeReason),
    },
    { key: 'place', label: t('column.place'), width: 8.25, card: 'facts', text: placeShort },
    {
      key: 'industry',
      label: t('EntityFiling.industry'),
      width: 5.5,
      text: (row) => word('entity.industry', row.industry),
    },
    { key: 'operator', label: t('entity.column.operator'), width: 4.75, text: (row) => row.operatorMask ?? '' },
    count('complaints', t('entity.column.complaints'), (row) => row.complaints),
    count('open', t('entity.column.open'), (row) => row.open),
    {
      key: 'visits',
      label: t('entity.column.visits'),
      width: 5,
      align: 'end',
      text: visits,
      render: (row) => (row.visits >= row.cap ? html`<strong>${visits(row)}</strong>` : visits(row)),
    },
    { key: 'last', label: t('entity.column.last'), width: 7, text: (row) => row.lastOn ?? '' },
    { key: 'licence', label: t('entity.column.licence'), width: 9.5, sort: true, text: licence },
    { key: 'risk', label: t('EntityFiling.riskClass'), width: 4, text: (row) => row.riskClass ?? '' },
    {
      key: 'standing',
      label: t('EntityFiling.standing'),
      width: 6,
      hidden: true,
      text: (row) => word('entity.standing', row.standing),
    },
    { key: 'address', label: t('entity.column.address'), width: 12, hidden: true, text: (row) => row.address ?? '' },
    {
      key: 'changed',
      label: t('entity.column.changed'),
      width: 7,
      hidden: true,
      sort: true,
      text: (row) => dayOf(row.updatedAt),
    },
  ];
  return columns as unknown as Column<never>[];
}

import { html } from 'lit';
import { weeksOf } from '#client/campaigns/campaign-look.ts';
import { today } from '#client/clocks/law.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { lightColumn, numberColumn, type SpineRow } from '#client/dossiers/spine-columns.ts';
import { lightFilter, spineQuery, stateFilter } from '#client/dossiers/spine-filters.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import type { Column } from '#client/elements/grid/column.ts';
import type { Filter } from '#client/kernel/address.ts';
import { t } from '#client/kernel/words.ts';
import { officeShort, standingOffices } from '#client/offices/directory.ts';
import type { CampaignRow } from '#shared/campaigns/campaign.schema.ts';
import { CAMPAIGN_STATES } from '#shared/campaigns/campaign.workflow.ts';

type Col = Column<CampaignRow>;
type Key = 'rectifications' | 'cases' | 'transfers' | 'overdue';
const figure = (key: Key, width = 3.75): Col => ({
  key,
  label: t(`campaign.figure.${key}`),
  width,
  align: 'end',
  text: ({ figures, stub }) => (stub || figures[key] === 0 ? '' : String(figures[key])),
});

/** The ledger of campaigns in its own order (S06). */
export function campaignColumns(): Column<never>[] {
  const spine = (column: ReturnType<typeof lightColumn>) => column as Column<SpineRow> as unknown as Col;
  const columns: Col[] = [
    { ...spine(lightColumn()), width: 8.75 },
    spine(numberColumn('campaign')),
    {
      key: 'title',
      label: t('CampaignDraft.title'),
      width: 11,
      grow: 2,
      card: 'title',
      text: (row) => (row.stub ? t('dossier.restricted') : row.title),
      href: (row) => `/campaigns/${row.id}`,
    },
    {
      key: 'lead',
      label: t('CampaignDraft.leadOfficeId'),
      width: 5.5,
      card: 'facts',
      text: (row) => officeShort(row.leadOfficeId),
    },
    {
      key: 'offices',
      label: t('campaign.offices'),
      width: 4.25,
      align: 'end',
      text: (row) => String(row.offices ?? ''),
    },
    {
      key: 'period',
      label: t('campaign.period'),
      width: 8.5,
      card: 'facts',
      text: ({ from, until }) =>
        from && until ? t('campaign.span', { from: from.slice(5), until: until.slice(5) }) : '',
    },
    {
      key: 'state',
      label: t('column.state'),
      width: 5,
      card: 'facts',
      text: (row) => stateWord('campaign', row.state),
    },
    {
      key: 'weeks',
      label: t('campaign.weeks'),
      width: 4.5,
      hidden: true,
      text: (row) => weeksOf(row, today()),
    },
    {
      key: 'done',
      label: t('campaign.done_of_due'),
      width: 5.5,
      align: 'end',
      card: 'facts',
      text: ({ figures, stub }) => (stub ? '' : `${figures.done}/${figures.due}`),
      render: ({ figures, stub }) => (stub ? '' : html`<span class="num">${figures.done}/${figures.due}</span>`),
    },
    figure('rectifications'),
    figure('cases'),
    figure('transfers'),
    figure('overdue'),
  ];
  return columns as Column<never>[];
}

/** Years a campaign may be looked for in: this one, the one before and the next. */
const years = () => [-1, 0, 1].map((step) => String(Number(today().slice(0, 4)) + step));

/** What campaigns can be filtered by (S06). */
export const campaignFilters = (): FilterField[] => [
  stateFilter('campaign', CAMPAIGN_STATES),
  {
    key: 'year',
    label: t('campaign.year'),
    kind: 'choice',
    options: years().map((value) => ({ value, label: value })),
  },
  { key: 'lead', label: t('CampaignDraft.leadOfficeId'), kind: 'choice', options: standingOffices() },
  lightFilter(),
];

/** The filters of the address as the list endpoint takes them. */
export const campaignQuery = (filters: readonly Filter[]): Record<string, unknown> => spineQuery(filters);

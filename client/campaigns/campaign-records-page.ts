import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '#client/dossiers/ledger-list.ts';
import type { ListAsk, ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord, stateWord } from '#client/dossiers/ledgers.ts';
import {
  dueColumn,
  kindColumn,
  lightColumn,
  type MixedRow,
  nextColumn,
  numberColumn,
  ownerColumn,
  placeColumn,
  receivedColumn,
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
} from '#client/dossiers/spine-filters.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { TARGET_KINDS } from '#shared/campaigns/campaign.lists.ts';
import { type DossierRow, dossierListApi } from '#shared/dossiers/dossier-list.api.ts';

const KINDS = TARGET_KINDS.join(',');

function columns(): Column<never>[] {
  const all: Column<MixedRow>[] = [
    { ...lightColumn(), sort: false },
    numberColumn(),
    kindColumn(),
    titleColumn(),
    subjectColumn(),
    {
      key: 'state',
      label: t('column.state'),
      width: 6.5,
      card: 'facts',
      text: (row) => stateWord(row.kind, row.state),
    },
    placeColumn(),
    ownerColumn(),
    { ...receivedColumn(), sort: false },
    nextColumn(),
    dueColumn(),
  ];
  return all as unknown as Column<never>[];
}

/** Records under one campaign; `standing` says whether they are finished or not. */
function ledgerOf(campaign: number): ListOf<DossierRow> {
  const asked = ({ sort: _, q: __, standing, ...ask }: ListAsk & { standing?: string }) => ({
    ...{ kind: KINDS, ...ask, campaign },
    ...(standing === 'done' ? { done: true } : standing === 'open' ? { open: true } : {}),
  });
  return {
    kind: null,
    get heading() {
      return t('campaigns.records');
    },
    get empty() {
      return t('campaigns.records_empty');
    },
    page: (ask, cursor, limit, signal) =>
      call(dossierListApi.list, { query: { ...asked(ask), limit, ...(cursor ? { cursor } : {}) }, signal }),
    counts: (ask) => call(dossierListApi.counts, { query: asked(ask) }),
    columns,
    filters: () => [
      { key: 'kind', label: t('list.filter.kind'), kind: 'choice', options: choicesNamed('kind', TARGET_KINDS) },
      {
        key: 'standing',
        label: t('campaign.standing'),
        kind: 'choice',
        options: choicesNamed('campaign.standing', ['done', 'open']),
      },
      ...[officeFilter(), countyFilter(), lightFilter(), receivedFilter()],
    ],
    query: (filters) => spineQuery(filters),
    next: nextWord,
    primary: () =>
      html`<a class="button no-print" href="/campaigns/${campaign}?tab=matrix">${t('campaign.matrix')}</a>`,
  };
}

/** What is under one campaign, whatever the ledger, as far as one sees it: where every number of the matrix leads. */
@customElement('campaign-records-page')
export class CampaignRecordsPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;

  @property({ attribute: 'campaign-id' }) campaignId = '';
  #ledger: ListOf<DossierRow> | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('campaignId')) this.#ledger = ledgerOf(Number(this.campaignId));
  }

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-records-page': CampaignRecordsPage;
  }
}

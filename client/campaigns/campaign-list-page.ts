import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/ledger-list.ts';
import type { ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord } from '#client/dossiers/ledgers.ts';
import { call } from '#client/kernel/api.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { t } from '#client/kernel/words.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import type { CampaignRow } from '#shared/campaigns/campaign.schema.ts';
import { askCampaign } from './ask-campaign.ts';
import { campaignColumns, campaignFilters, campaignQuery } from './campaign-columns.ts';

type Asked = Static<typeof campaignApi.list.schema.querystring>;

/** The ledger of campaigns as its list shows it. */
const ledger: ListOf<CampaignRow> = {
  kind: 'campaign',
  get heading() {
    return t('nav.campaigns');
  },
  get empty() {
    return t('campaigns.empty');
  },
  search: true,
  page({ q, ...ask }, cursor, limit, signal) {
    const asked = { ...ask, limit, ...(cursor ? { cursor } : {}) } as Asked;
    return q
      ? call(campaignApi.find, { body: { ...asked, q }, signal })
      : call(campaignApi.list, { query: asked, signal });
  },
  counts: ({ q, ...ask }) =>
    q ? call(campaignApi.findCounts, { body: { ...ask, q } as never }) : call(campaignApi.counts, { query: ask }),
  columns: campaignColumns,
  filters: campaignFilters,
  query: campaignQuery,
  next: (row) => nextWord({ ...row, kind: 'campaign' }),
  primary: () =>
    may('campaign.run')
      ? html`<button class="primary no-print" @click=${() => askCampaign()}>＋ ${t('campaigns.draft')}</button>`
      : nothing,
};

/** S06: every campaign one’s office drafted, leads, takes part in or looks on. */
@customElement('campaign-list-page')
export class CampaignListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyN', run: () => (may('campaign.run') ? askCampaign() : false) });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  override render() {
    return html`<ledger-list .ledger=${ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-list-page': CampaignListPage;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/ledger-list.ts';
import type { ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord } from '#client/dossiers/ledgers.ts';
import { exports } from '#client/exports/exports.ts';
import { call, download } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import type { SpotCheckRow } from '#shared/spot-checks/spot-check.schema.ts';
import { askSpotCheck } from './ask-spot-check.ts';
import { spotCheckColumns, spotCheckFilters, spotCheckQuery } from './spot-check-columns.ts';

type Asked = Static<typeof spotCheckApi.list.schema.querystring>;

/** The ledger of spot checks as its list shows it. */
const ledger = (): ListOf<SpotCheckRow> => ({
  kind: 'spot_check',
  get heading() {
    return t('nav.spot_checks');
  },
  get empty() {
    return t('spot_checks.empty');
  },
  search: true,
  page({ q, ...ask }, cursor, limit, signal) {
    const asked = { ...ask, limit, ...(cursor ? { cursor } : {}) } as Asked;
    return q
      ? call(spotCheckApi.find, { body: { ...asked, q }, signal })
      : call(spotCheckApi.list, { query: asked, signal });
  },
  counts: ({ q, ...ask }) =>
    q ? call(spotCheckApi.findCounts, { body: { ...ask, q } as never }) : call(spotCheckApi.counts, { query: ask }),
  columns: spotCheckColumns,
  filters: spotCheckFilters,
  query: spotCheckQuery,
  next: (row) => nextWord({ kind: 'spot_check', ...row }),
  primary: () =>
    html`${may('spot_check.draw') ? html`<a class="button no-print no-phone" href="/draws">${t('nav.draws')}</a> ` : nothing}${
      may('spot_check.handle')
        ? html`<button class="primary no-print no-phone" @click=${() => askSpotCheck()}>＋ ${t('spot_checks.plan')}</button>`
        : nothing
    }`,
  export: async (ask) => download((await exports()).spotChecks, ask),
});

/** S09: the ledger of spot checks. */
@customElement('spot-check-list-page')
export class SpotCheckListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = ledger();

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spot-check-list-page': SpotCheckListPage;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/ledger-list.ts';
import type { ListOf } from '#client/dossiers/ledger-list.ts';
import { stateWord } from '#client/dossiers/ledgers.ts';
import { exports } from '#client/exports/exports.ts';
import { call, download } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import type { RectificationRow } from '#shared/rectifications/rectification.schema.ts';
import { askRectification } from './ask-rectification.ts';
import './rectification-bulk.ts';
import { rectificationColumns, rectificationFilters, rectificationQuery } from './rectification-columns.ts';

type Asked = Static<typeof rectificationApi.list.schema.querystring>;

/** What comes next, as the button of a card says it. */
const next = ({ state }: RectificationRow) =>
  state === 'to_correct' || state === 'to_verify' ? t('rectification.step.visit') : stateWord('rectification', state);

/** The rectification ledger as its list shows it. */
const ledger = (): ListOf<RectificationRow> => ({
  kind: 'rectification',
  get heading() {
    return t('nav.rectifications');
  },
  get empty() {
    return t('rectifications.empty');
  },
  search: true,
  page({ q, ...ask }, cursor, limit, signal) {
    const asked = { ...ask, limit, ...(cursor ? { cursor } : {}) } as Asked;
    return q
      ? call(rectificationApi.find, { body: { ...asked, q }, signal })
      : call(rectificationApi.list, { query: asked, signal });
  },
  counts: ({ q, ...ask }) =>
    q
      ? call(rectificationApi.findCounts, { body: { ...ask, q } as never })
      : call(rectificationApi.counts, { query: ask }),
  columns: rectificationColumns,
  filters: rectificationFilters,
  query: rectificationQuery,
  next,
  primary: () =>
    html`<a class="button no-print no-phone" href="/look-backs">${t('nav.look_backs')}</a> ${
      may('rectification.handle')
        ? html`<button class="primary no-print no-phone" @click=${() => askRectification()}>＋ ${t('rectifications.order')}</button>`
        : nothing
    }`,
  selectable: true,
  bulk: (rows, done) => html`<rectification-bulk .rows=${rows} @bulk-done=${done}></rectification-bulk>`,
  export: async (ask) => download((await exports()).rectifications, ask),
});

/** S22: the ledger of orders to correct. */
@customElement('rectification-list-page')
export class RectificationListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = ledger();

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rectification-list-page': RectificationListPage;
  }
}

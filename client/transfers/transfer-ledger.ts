import { html, nothing } from 'lit';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import type { ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord } from '#client/dossiers/ledgers.ts';
import { spineQuery } from '#client/dossiers/spine-filters.ts';
import { exports } from '#client/exports/exports.ts';
import { changeQuery } from '#client/kernel/address.ts';
import { call, download } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { TransferRow } from '#shared/transfers/transfer.schema.ts';
import { inboxColumns, transferColumns, transferFilters } from './transfer-columns.ts';

type Asked = Static<typeof transferApi.list.schema.querystring>;

/** States in which the receiver is the one to act. */
const WAITING = ['sent', 'acknowledged', 'accepted', 'goods_handed', 'in_review', 'supervised'];
const showsAll = () => new URLSearchParams(location.search).get('all') === '1';

/** What waits for this office, or all that was ever sent to it. */
const scope = () =>
  html`<div class="actions no-print">${[false, true].map(
    (all) =>
      html`<button class="small ${all === showsAll() ? 'primary' : ''}" aria-pressed=${all === showsAll()} @click=${() => changeQuery({ all: all ? '1' : null })}>${t(all ? 'transfers.all' : 'transfers.waiting')}</button>`,
  )}</div>`;

const begin = () =>
  may('transfer.draft')
    ? html`<a class="button primary no-print" href="/transfers/new">＋ ${t('transfers.begin')}</a>`
    : nothing;

/** Transfers as a list shows them: of the sender's own ledger, or what lies in a receiver's inbox. */
export const transferLedger = (inbox: boolean): ListOf<TransferRow> => {
  const always = inbox ? { inbox: true } : {};
  return {
    kind: 'transfer',
    get heading() {
      return t(inbox ? 'transfers.inbox' : 'nav.transfers');
    },
    page({ q, ...ask }, cursor, limit, signal) {
      const asked = { ...ask, ...always, limit, ...(cursor ? { cursor } : {}) } as Asked;
      return q
        ? call(transferApi.find, { body: { ...asked, q }, signal })
        : call(transferApi.list, { query: asked, signal });
    },
    counts: ({ q, ...ask }) =>
      q
        ? call(transferApi.findCounts, { body: { ...ask, ...always, q } as never })
        : call(transferApi.counts, { query: { ...ask, ...always } }),
    columns: inbox ? inboxColumns : transferColumns,
    filters: transferFilters,
    query: (filters) => ({ ...(inbox && !showsAll() ? { state: WAITING.join(',') } : {}), ...spineQuery(filters) }),
    search: true,
    next: (row) => nextWord({ ...row, kind: 'transfer' }),
    get empty() {
      return t(inbox ? 'transfers.inbox_empty' : 'list.empty');
    },
    primary: () => (inbox ? scope() : begin()),
    ...(inbox ? { note: () => html`<p class="helper">${t('transfers.signing_counts')}</p>` } : {}),
    export: async (ask) => download((await exports()).transfers, { ...ask, ...always }),
  };
};

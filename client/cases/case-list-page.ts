import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/ledger-list.ts';
import type { ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord } from '#client/dossiers/ledgers.ts';
import { exports } from '#client/exports/exports.ts';
import { type PasteRows, pasteRows, pastingInto } from '#client/imports/pasting.ts';
import { call, download } from '#client/kernel/api.ts';
import { yuan } from '#client/kernel/format.ts';
import { t } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import type { CaseRow } from '#shared/cases/case.schema.ts';
import { askCase, askSummary } from './ask-case.ts';
import { caseColumns, caseFilters, caseQuery, finesOf } from './case-columns.ts';

type Asked = Static<typeof caseApi.list.schema.querystring>;
const sum = (rows: readonly CaseRow[], of: (row: CaseRow) => number) => rows.reduce((all, row) => all + of(row), 0);

/** The case ledger as its list shows it. */
const ledger = (pasting: () => PasteRows | null): ListOf<CaseRow> => ({
  kind: 'case',
  get heading() {
    return t('nav.cases');
  },
  get empty() {
    return t('cases.none');
  },
  search: true,
  page({ q, ...ask }, cursor, limit, signal) {
    const asked = { ...ask, limit, ...(cursor ? { cursor } : {}) } as Asked;
    return q ? call(caseApi.find, { body: { ...asked, q }, signal }) : call(caseApi.list, { query: asked, signal });
  },
  counts: ({ q, ...ask }) =>
    q ? call(caseApi.findCounts, { body: { ...ask, q } as never }) : call(caseApi.counts, { query: ask }),
  columns: caseColumns,
  filters: caseFilters,
  query: caseQuery,
  next: (row) => nextWord({ kind: 'case', ...row }),
  primary: () =>
    html`${
      may('case.handle')
        ? html`<button class="no-print" @click=${() => askSummary()}>${t('summary.decide')}</button> `
        : nothing
    }${
      may('case.register')
        ? html`<button class="primary no-print no-phone" @click=${() => askCase()}>＋ ${t('cases.register')} <kbd>l</kbd></button>`
        : nothing
    }`,
  selectable: true,
  /** Sums of the chosen rows only, and said so. */
  bulk: (rows) =>
    rows.length === 0
      ? nothing
      : html`<p role="status" class="helper">${t('cases.totals', {
          n: rows.length,
          sum: yuan(sum(rows, finesOf)),
          goods: yuan(sum(rows, ({ goodsValueFen }) => goodsValueFen ?? 0)),
        })}</p>`,
  export: async (ask) => download((await exports()).cases, ask),
  ...(may('import.run') ? pastingInto('case', pasting) : {}),
});

/** S15: the ledger of violation cases. */
@customElement('case-list-page')
export class CaseListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = ledger(() => pasteRows(this));

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-list-page': CaseListPage;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may } from '#client/auth/session.ts';
import '#client/dossiers/ledger-list.ts';
import type { ListAsk, ListOf } from '#client/dossiers/ledger-list.ts';
import { spineQuery } from '#client/dossiers/spine-filters.ts';
import { exports } from '#client/exports/exports.ts';
import { type PasteRows, pasteRows, pastingInto } from '#client/imports/pasting.ts';
import { call, download } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { askEntry } from './ask-entry.ts';
import './complaint-bulk.ts';
import { complaintColumns } from './complaint-columns.ts';
import { complaintFilterFields } from './complaint-filters.ts';
import { nextStep } from './next-step.ts';
import { STEP_KEYS } from './step-keys.ts';

type Asked = Static<typeof complaintApi.list.schema.querystring>;
const EDITED: Record<string, string> = { title: 'title', subject: 'subjectName', handler: 'handlerId' };

/** The complaint ledger as its list shows it. */
const ledger = (pasting: () => PasteRows | null): ListOf<ComplaintRow> => ({
  kind: 'complaint',
  search: true,
  get heading() {
    return t('nav.complaints');
  },
  get empty() {
    return t('list.empty');
  },
  page({ q, ...ask }: ListAsk, cursor, limit, signal) {
    const asked = { ...ask, limit, ...(cursor ? { cursor } : {}) } as Asked;
    return q
      ? call(complaintApi.find, { body: { ...asked, q }, signal })
      : call(complaintApi.list, { query: asked, signal });
  },
  counts: ({ q, ...ask }) =>
    q ? call(complaintApi.findCounts, { body: { ...ask, q } as never }) : call(complaintApi.counts, { query: ask }),
  columns: complaintColumns,
  filters: complaintFilterFields,
  query: (filters) => spineQuery(filters),
  next: nextStep,
  keys: STEP_KEYS,
  primary: () =>
    may('complaint.register')
      ? html`<button class="primary no-print no-phone" @click=${() => askEntry()}>＋ ${t('entry.title')} <kbd>n</kbd></button>`
      : nothing,
  selectable: may('complaint.handle'),
  bulk: (rows, done) => html`<complaint-bulk .rows=${rows} @bulk-done=${done}></complaint-bulk>`,
  edit(row, key, value) {
    const field = EDITED[key];
    if (!field) return undefined;
    const change = field === 'handlerId' ? (value ? Number(value) : null) : value;
    return call(complaintApi.edit, {
      params: { id: row.id },
      body: { version: row.version, [field]: change } as never,
    });
  },
  export: async (ask) => download((await exports()).complaints, ask),
  ...(may('import.run') ? pastingInto('complaint', pasting) : {}),
});

/** S12: the ledger of complaints and reports. */
@customElement('complaint-list-page')
export class ComplaintListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = ledger(() => pasteRows(this));

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-list-page': ComplaintListPage;
  }
}

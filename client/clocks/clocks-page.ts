import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { deskColumns } from '#client/complaints/complaint-columns.ts';
import { complaintFilterFields, filterQuery } from '#client/complaints/complaint-filters.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/filter-bar.ts';
import '#client/elements/ledger-page.ts';
import '#client/elements/problem-line.ts';
import { Address, type Filter } from '#client/kernel/address.ts';
import { call } from '#client/kernel/api.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { lightOf } from './face.ts';

const KEPT = ['light', 'county', 'office', 'state'];

/** S02b: every running clock, soonest first, across offices as far as one sees them. */
@customElement('clocks-page')
export class ClocksPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`,
  ];

  #asked = '';
  #stop: (() => void) | undefined;
  readonly #address = new Address(this);
  readonly #list = new PagedRows<ComplaintRow>(this, (cursor, limit, signal) =>
    call(complaintApi.list, { query: { ...this.#query(), sort: 'due', limit, ...(cursor ? { cursor } : {}) }, signal }),
  );

  #query() {
    const light = 'overdue,due_soon,running,paused';
    return { light, ...filterQuery(this.#address.filters) };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('dossier', () => void this.#list.reload());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify(this.#query());
    if (asked === this.#asked) return;
    this.#asked = asked;
    queueMicrotask(() => void this.#list.reload());
  }

  override render() {
    return html`<ledger-page heading=${t('clocks.title')}>
      <filter-bar slot="filters" .fields=${complaintFilterFields().filter(({ key }) => KEPT.includes(key))} .filters=${this.#address.filters}
        @filters-changed=${(event: CustomEvent<{ filters: readonly Filter[] }>) => this.#address.filter(event.detail.filters)}></filter-bar>
      ${this.#list.error ? html`<problem-line slot="note" .error=${this.#list.error} retry @retried=${() => this.#list.reload()}></problem-line>` : nothing}
      <data-grid label=${t('clocks.title')} memory="clocks" .columns=${deskColumns(true)} .rows=${this.#list.rows} .more=${this.#list.more} .busy=${this.#list.busy}
        .staleSince=${this.#list.staleSince} .lightOf=${lightOf} .classOf=${(row: ComplaintRow) => (row.stub ? 'stub' : '')}
        .cardAction=${(row: ComplaintRow) => html`<a class="button" href="/complaints/${row.id}">${t('action.open')}</a>`}
        @row-opened=${(event: CustomEvent<{ row: ComplaintRow }>) => go(`/complaints/${event.detail.row.id}`)} @end-reached=${() => this.#list.readOn()}>
        <empty-state slot="empty" text=${t('clocks.empty')}></empty-state>
        <button slot="foot" class="small" @click=${() => print()}>${t('action.print')}</button>
      </data-grid>
    </ledger-page>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clocks-page': ClocksPage;
  }
}

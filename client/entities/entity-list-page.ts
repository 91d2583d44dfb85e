import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/filter-bar.ts';
import '#client/elements/ledger-page.ts';
import '#client/elements/problem-line.ts';
import { exports } from '#client/exports/exports.ts';
import { Address, changeQuery, type Filter } from '#client/kernel/address.ts';
import { call, download } from '#client/kernel/api.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import type { EntityRow } from '#shared/entities/entity.schema.ts';
import { entityColumns } from './entity-columns.ts';
import { entityFilterFields, entityQuery } from './entity-filters.ts';
import './watch-asked.ts';

const SORTS: Record<string, 'name' | 'licence' | '-changed'> = {
  name: 'name',
  licence: 'licence',
  changed: '-changed',
};

/** S24: what is supervised. Filters and sort live in the address; words to find, which may be a name, never do. */
@customElement('entity-list-page')
export class EntityListPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`,
  ];

  @state() private counts: { total: number; capped: boolean } | undefined;
  @state() private text = '';
  #asked = '';
  #stop: (() => void) | undefined;

  readonly #address = new Address(this);
  readonly #list = new PagedRows<EntityRow>(this, (cursor, limit, signal) => {
    const ask = { ...this.#ask(), sort: this.#sort, limit, ...(cursor ? { cursor } : {}) };
    return this.text
      ? call(entityApi.find, { body: { ...ask, q: this.text }, signal })
      : call(entityApi.list, { query: ask, signal });
  });
  readonly #export = new Task(this, {
    autoRun: false,
    task: async () => download((await exports()).entities, { ...this.#ask(), ...(this.text ? { q: this.text } : {}) }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onElsewhere('entity', () => void this.#refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #ask() {
    return entityQuery(this.#address.filters);
  }

  get #sort() {
    return SORTS[this.#address.query.get('sort') ?? 'changed'] ?? '-changed';
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify([this.#ask(), this.#sort, this.text]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    queueMicrotask(() => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    void this.#list.reload();
    const ask = this.#ask();
    const counting = this.text
      ? call(entityApi.findCounts, { body: { ...ask, q: this.text } })
      : call(entityApi.counts, { query: ask });
    this.counts = await counting.catch(() => this.counts);
  }

  get #total(): string {
    if (!this.counts) return '';
    return this.counts.capped ? t('list.count_capped') : t('list.count', { n: this.counts.total });
  }

  readonly #sorted = (event: CustomEvent<{ key: string }>) => {
    const { key } = event.detail;
    changeQuery({ sort: key === 'changed' ? null : key });
  };

  override render() {
    const { filters, query } = this.#address;
    const failed = this.#list.error ?? this.#export.error;
    const sort = query.get('sort') ?? 'changed';
    return html`<ledger-page heading=${t('nav.entities')}>
      <div slot="actions">${may('entity.edit') ? html`<a class="button primary no-print" href="/entities/new">＋ ${t('entity.file')}</a>` : nothing}</div>
      <filter-bar slot="filters" search .fields=${entityFilterFields()} .filters=${filters} .searchText=${this.text} .countText=${this.#total}
        @filters-changed=${(event: CustomEvent<{ filters: readonly Filter[] }>) => this.#address.filter(event.detail.filters)}
        @search-changed=${(event: CustomEvent<{ text: string }>) => {
          this.text = event.detail.text;
        }}></filter-bar>
      ${failed ? html`<problem-line slot="note" .error=${failed} retry @retried=${() => this.#refresh()}></problem-line>` : nothing}
      ${may('watch.approve') ? html`<watch-asked slot="note" @watch-decided=${() => this.#refresh()}></watch-asked>` : nothing}
      <data-grid label=${t('nav.entities')} memory="entities" .columns=${entityColumns()} .rows=${this.#list.rows} .more=${this.#list.more}
        .busy=${this.#list.busy} .staleSince=${this.#list.staleSince} .countText=${this.#total}
        .sort=${{ key: sort, down: sort === 'changed' }}
        .cardAction=${(row: EntityRow) => html`<a class="button" href="/entities/${row.id}">${t('action.open')}</a>`}
        @row-opened=${(event: CustomEvent<{ row: EntityRow }>) => go(`/entities/${event.detail.row.id}`)}
        @sort-changed=${this.#sorted} @end-reached=${() => this.#list.readOn()}>
        ${this.#empty(filters)}
        ${may('export.run') ? html`<button slot="foot" class="small" ?disabled=${this.#export.status === 1} @click=${() => this.#export.run()}>${t('action.export')}</button>` : nothing}
        <button slot="foot" class="small" @click=${() => print()}>${t('action.print')}</button>
      </data-grid>
    </ledger-page>`;
  }

  #empty(filters: readonly Filter[]) {
    const set = filters.length + (this.text ? 1 : 0);
    if (set === 0) return html`<empty-state slot="empty" text=${t('entity.empty')}></empty-state>`;
    return html`<empty-state slot="empty" text=${t('filter.none_found', { count: set })}>
      <button @click=${() => {
        this.text = '';
        this.#address.filter([]);
      }}>${t('filter.clear')}</button>
    </empty-state>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-list-page': EntityListPage;
  }
}

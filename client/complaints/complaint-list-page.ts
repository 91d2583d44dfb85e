import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Static } from 'typebox';
import { may, session } from '#client/auth/session.ts';
import { lightOf } from '#client/clocks/face.ts';
import type { CellEdited } from '#client/elements/grid/edits.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import '#client/elements/filter-bar.ts';
import '#client/elements/ledger-page.ts';
import '#client/elements/light-counters.ts';
import type { Light } from '#client/elements/light-mark.ts';
import '#client/elements/problem-line.ts';
import { Address, changeQuery, type Filter, filterValue } from '#client/kernel/address.ts';
import { call, download } from '#client/kernel/api.ts';
import { PagedRows } from '#client/kernel/paged-rows.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import '#client/views/saved-views.ts';
import { onElsewhere } from '#client/shell/live.ts';
import { type ComplaintCounts, complaintApi } from '#shared/complaints/complaint.api.ts';
import type { ComplaintRow } from '#shared/complaints/complaint.schema.ts';
import { exportApi } from '#shared/exports/export.api.ts';
import { askEntry } from './ask-entry.ts';
import { complaintColumns } from './complaint-columns.ts';
import { complaintFilterFields, filterQuery } from './complaint-filters.ts';
import './complaint-bulk.ts';
import { nextStep } from './next-step.ts';

const VIEWS = ['all', 'office', 'part', 'me'] as const;
const SORTS: Record<string, 'due' | 'received' | '-received'> = {
  light: 'due',
  received: 'received',
  '-received': '-received',
};

type ListAsk = Omit<Static<typeof complaintApi.list.schema.querystring>, 'cursor' | 'limit'>;

/** S12: the ledger of complaints and reports. Filters, view and sort live in the address; words to find never do. */
@customElement('complaint-list-page')
export class ComplaintListPage extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: block; height: 100%; }
      .views { width: auto; min-height: 1.75rem; font-size: var(--t-2); }
      @media (max-width: 640px) { :host { height: auto; } .views { min-height: 2.75rem; } }
    `,
  ];

  @state() private counts: ComplaintCounts | undefined;
  @state() private text = '';
  @state() private selected: ReadonlySet<number | string> = new Set();
  #asked = '';
  #stop: (() => void) | undefined;

  readonly #address = new Address(this);
  readonly #list = new PagedRows<ComplaintRow>(this, (cursor, limit, signal) => {
    const ask = { ...this.#ask(), limit, ...(cursor ? { cursor } : {}) };
    return this.text
      ? call(complaintApi.find, { body: { ...ask, q: this.text }, signal })
      : call(complaintApi.list, { query: ask, signal });
  });

  readonly #export = new Task(this, {
    autoRun: false,
    task: () => {
      const { sort: _, ...ask } = this.#ask();
      return download(exportApi.complaints, { ...ask, ...(this.text ? { q: this.text } : {}) });
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const redraw = () => this.requestUpdate();
    window.addEventListener('directory-loaded', redraw);
    const stop = onElsewhere('dossier', () => void this.#refresh());
    this.#stop = () => {
      stop();
      window.removeEventListener('directory-loaded', redraw);
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #ask(): ListAsk {
    const { query, filters } = this.#address;
    const view = query.get('v');
    return {
      ...filterQuery(filters),
      ...(view === 'office' || view === 'part' || view === 'me' ? { mine: view } : {}),
      sort: SORTS[query.get('sort') ?? 'light'] ?? 'due',
    };
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify([this.#ask(), this.text]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.selected = new Set();
    queueMicrotask(() => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    void this.#list.reload();
    const { sort: _, ...ask } = this.#ask();
    const counting = this.text
      ? call(complaintApi.findCounts, { body: { ...ask, q: this.text } })
      : call(complaintApi.counts, { query: ask });
    this.counts = await counting.catch(() => this.counts);
  }

  readonly #edited = (event: CustomEvent<CellEdited<ComplaintRow>>) => {
    const { row, key, value, until } = event.detail;
    const field = { title: 'title', subject: 'subjectName', handler: 'handlerId' }[key];
    if (!field) return;
    const change = field === 'handlerId' ? (value ? Number(value) : null) : value;
    until(
      call(complaintApi.edit, {
        params: { id: row.id },
        body: { version: row.version, [field]: change } as never,
      }).then((after) => this.#list.replace(after)),
    );
  };

  readonly #sorted = (event: CustomEvent<{ key: string; down: boolean }>) => {
    const { key, down } = event.detail;
    changeQuery({ sort: key === 'received' ? (down ? '-received' : 'received') : null });
  };

  get #total(): string {
    if (!this.counts) return '';
    return this.counts.capped ? t('list.count_capped') : t('list.count', { n: this.counts.total });
  }

  override render() {
    const { filters, query } = this.#address;
    const sort = query.get('sort');
    const mine = session()?.officeId ?? 0;
    return html`<ledger-page heading=${t('nav.complaints')}>
      ${this.#lights(filters)}
      <div slot="actions">${
        may('complaint.register')
          ? html`<button class="primary no-print no-phone" @click=${() => askEntry()}>＋ ${t('entry.title')} <kbd>n</kbd></button>`
          : nothing
      }</div>
      <filter-bar slot="filters" search .fields=${complaintFilterFields()} .filters=${filters} .searchText=${this.text} .countText=${this.#total}
        @filters-changed=${(event: CustomEvent<{ filters: readonly Filter[] }>) => this.#address.filter(event.detail.filters)}
        @search-changed=${(event: CustomEvent<{ text: string }>) => {
          this.text = event.detail.text;
        }}>${this.#views(query.get('v') ?? 'all')}</filter-bar>
      ${
        (this.#list.error ?? this.#export.error)
          ? html`<problem-line slot="note" .error=${this.#list.error ?? this.#export.error} retry @retried=${() => this.#refresh()}></problem-line>`
          : nothing
      }
      <complaint-bulk slot="note" .rows=${this.#list.rows.filter(({ id }) => this.selected.has(id))} @bulk-done=${() => {
        this.selected = new Set();
        void this.#refresh();
      }}></complaint-bulk>
      <data-grid label=${t('nav.complaints')} memory="complaints" .selectable=${may('complaint.handle')} .selected=${this.selected}
        .columns=${complaintColumns(mine)} .rows=${this.#list.rows} .more=${this.#list.more} .busy=${this.#list.busy}
        .staleSince=${this.#list.staleSince} .countText=${this.#total} .lightOf=${lightOf}
        .classOf=${(row: ComplaintRow) => (row.stub ? 'stub' : '')}
        .sort=${{ key: sort?.includes('received') ? 'received' : 'light', down: sort === '-received' }}
        .cardAction=${(row: ComplaintRow) => html`<a class="button" href="/complaints/${row.id}">${row.stub ? t('action.open') : nextStep(row)}</a>`}
        @row-opened=${(event: CustomEvent<{ row: ComplaintRow }>) => go(`/complaints/${event.detail.row.id}`)}
        @selection-changed=${(event: CustomEvent<{ selected: ReadonlySet<number> }>) => {
          this.selected = event.detail.selected;
        }}
        @cell-edited=${this.#edited} @sort-changed=${this.#sorted} @end-reached=${() => this.#list.readOn()}>
        ${this.#empty(filters)}
        ${may('export.run') ? html`<button slot="foot" class="small" ?disabled=${this.#export.status === 1} @click=${() => this.#export.run()}>${t('action.export')}</button>` : nothing}
        <button slot="foot" class="small" @click=${() => print()}>${t('action.print')}</button>
      </data-grid>
    </ledger-page>`;
  }

  #lights(filters: readonly Filter[]) {
    const { overdue = 0, dueSoon = 0, running = 0, paused = 0 } = this.counts ?? {};
    const chosen = filterValue(filters, 'light') as Light | undefined;
    const choose = (event: CustomEvent<{ light: Light | undefined }>) => {
      const others = filters.filter(({ key }) => key !== 'light');
      const { light } = event.detail;
      this.#address.filter(light ? [...others, { key: 'light', op: 'in', values: [light] }] : others);
    };
    return html`<light-counters slot="counters" .chosen=${chosen} @light-chosen=${choose} .counts=${[
      { light: 'overdue', count: overdue },
      { light: 'due_soon', count: dueSoon },
      { light: 'running', count: running },
      { light: 'paused', count: paused },
    ]}></light-counters>`;
  }

  #views(view: string) {
    return html`<saved-views slot="views"></saved-views><select slot="views" class="views" aria-label=${t('list.views')} @change=${(
      event: Event,
    ) => {
      const chosen = (event.target as HTMLSelectElement).value;
      changeQuery({ v: chosen === 'all' ? null : chosen });
    }}>${VIEWS.map((one) => html`<option value=${one} ?selected=${one === view}>${t(`list.view.${one}`)}</option>`)}</select>`;
  }

  #empty(filters: readonly Filter[]) {
    const set = filters.length + (this.text ? 1 : 0);
    if (set === 0) return html`<empty-state slot="empty" text=${t('list.empty')}></empty-state>`;
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
    'complaint-list-page': ComplaintListPage;
  }
}

import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import { lightOf, type RowFace } from '#client/clocks/face.ts';
import '#client/elements/data-grid.ts';
import '#client/elements/empty-state.ts';
import type { FilterField } from '#client/elements/filter/field.ts';
import '#client/elements/filter-bar.ts';
import type { Column } from '#client/elements/grid/column.ts';
import type { CellEdited } from '#client/elements/grid/edits.ts';
import '#client/elements/ledger-page.ts';
import '#client/elements/light-counters.ts';
import type { Light } from '#client/elements/light-mark.ts';
import '#client/elements/problem-line.ts';
import { Address, changeQuery, type Filter, filterValue } from '#client/kernel/address.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { type Page, PagedRows } from '#client/kernel/paged-rows.ts';
import { go } from '#client/kernel/router.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { tellDone } from '#client/operations/undo.ts';
import { onElsewhere } from '#client/shell/live.ts';
import '#client/views/saved-views.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import type { LedgerCounts } from '#shared/dossiers/ledger.doors.ts';
import { pathOf } from './ledgers.ts';

/** What every ledger's row has. */
export interface LedgerRow extends RowFace {
  readonly id: number;
  readonly number: string;
  readonly stub: boolean;
  readonly version: number;
  readonly kind?: Kind;
  /** Set on what an edit answers: by which operation it can be taken back. */
  readonly operation?: number | null;
}

/** What a list asks for: filters, view and order as its endpoint takes them, and words to find, which never stand in an address. */
export type ListAsk = Readonly<Record<string, unknown>> & { readonly q?: string };

/** A ledger as its list shows it. What only some lists do may be left out. */
export interface ListOf<Row extends LedgerRow> {
  /** Null for a list over several ledgers, whose rows say of which they are: it has no saved views of its own. */
  readonly kind: Kind | null;
  readonly heading: string;
  /** What an empty list says while nothing is filtered. */
  readonly empty: string;
  /** Set where words can be found: the ask then carries `q`. */
  readonly search?: true;
  page(ask: ListAsk, cursor: string | undefined, limit: number, signal: AbortSignal): Promise<Page<Row>>;
  counts(ask: ListAsk): Promise<LedgerCounts>;
  /** The ledger's columns; `mine` is the office whose rows may be edited in place. */
  columns(mine: number): Column<never>[];
  filters(): FilterField[];
  /** The filters of the address as the endpoint takes them. */
  query(filters: readonly Filter[]): Record<string, unknown>;
  next(row: Row): string;
  primary?(): TemplateResult | typeof nothing;
  readonly selectable?: boolean;
  /** Steps whose letter opens the active row at them. */
  readonly keys?: Readonly<Record<string, string>>;
  /** What can be done with the chosen rows, or said of them: a sum of their amounts. */
  /** A sentence under the heading. */
  note?(): TemplateResult;
  bulk?(rows: readonly Row[], done: () => void): TemplateResult | typeof nothing;
  /** What a cell's edit changes; undefined where the column is not edited in place. */
  edit?(row: Row, key: string, value: string): Promise<Row> | undefined;
  export?(ask: ListAsk): Promise<unknown>;
  /** Shows rows pasted into the list before they are registered; without rows asks for them. */
  paste?(rows?: { readonly text: string; readonly markup: string }): void;
  /** What lies over the list. */
  over?(): TemplateResult;
}

const VIEWS = ['all', 'office', 'part', 'me'] as const;
const SORTS: Record<string, string> = { light: 'due', received: 'received', '-received': '-received' };

/**
 * The list every ledger's page is (S12, S15 …): filters, view and sort live in the address, words to find never do; lights counted, rows
 * paged, edited in place, chosen and taken out. Fires nothing.
 */
@customElement('ledger-list')
export class LedgerList extends LitElement {
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

  @property({ attribute: false }) ledger!: ListOf<LedgerRow>;
  @state() private counts: LedgerCounts | undefined;
  @state() private text = '';
  @state() private selected: ReadonlySet<number | string> = new Set();
  #asked = '';
  #stop: (() => void) | undefined;

  readonly #address = new Address(this);
  readonly #list = new PagedRows<LedgerRow>(this, (cursor, limit, signal) =>
    this.ledger.page(this.#ask(), cursor, limit, signal),
  );
  readonly #export = new Task(this, { autoRun: false, task: () => this.ledger.export?.(this.#unsorted()) });

  override connectedCallback(): void {
    super.connectedCallback();
    const redraw = () => this.requestUpdate();
    window.addEventListener('directory-loaded', redraw);
    const stop = onElsewhere('dossier', () => void this.#refresh());
    const steps = Object.entries({ next: 'KeyA', ...this.ledger.keys });
    const unbind = bindKeys(...steps.map(([step, on]) => ({ on, run: () => this.#openAt(step) })));
    this.#stop = () => {
      stop();
      unbind();
      window.removeEventListener('directory-loaded', redraw);
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #openAt(step: string): boolean {
    const row = this.renderRoot.querySelector('data-grid')?.current as LedgerRow | undefined;
    const path = row && !row.stub ? pathOf({ kind: this.ledger.kind ?? row.kind ?? '', id: row.id }) : null;
    if (!path) return false;
    go(`${path}?do=${step}`);
    return true;
  }

  #ask(): ListAsk {
    const { query } = this.#address;
    return { ...this.#unsorted(), sort: SORTS[query.get('sort') ?? 'light'] ?? 'due' };
  }

  #unsorted(): ListAsk {
    const { query, filters } = this.#address;
    const view = query.get('v');
    return {
      ...this.ledger.query(filters),
      ...(view === 'office' || view === 'part' || view === 'me' ? { mine: view } : {}),
      ...(this.text ? { q: this.text } : {}),
    };
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify(this.#ask());
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.selected = new Set();
    queueMicrotask(() => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    void this.#list.reload();
    this.counts = await this.ledger.counts(this.#unsorted()).catch(() => this.counts);
  }

  readonly #edited = (event: CustomEvent<CellEdited<LedgerRow>>) => {
    const { row, key, value, until } = event.detail;
    const saved = this.ledger.edit?.(row, key, value);
    if (saved) until(saved.then((after) => this.#saved(after, key)));
  };

  #saved(after: LedgerRow, key: string): void {
    this.#list.replace(after);
    const column = this.ledger.columns(session()?.officeId ?? 0).find((one) => one.key === key);
    const { number, operation } = after;
    if (operation) tellDone(t('operation.changed_one', { number, fields: column?.label ?? '' }), operation);
  }

  readonly #sorted = (event: CustomEvent<{ key: string; down: boolean }>) => {
    const { key, down } = event.detail;
    changeQuery({ sort: key === 'received' ? (down ? '-received' : 'received') : null });
  };

  /** The columns chosen stand in the address too, so that a saved view brings them back. */
  readonly #chosen = (event: CustomEvent<{ keys: readonly string[] | null }>) =>
    changeQuery({ cols: event.detail.keys?.join(',') ?? null });

  readonly #bulkDone = () => {
    this.selected = new Set();
    void this.#refresh();
  };

  get #total(): string {
    if (!this.counts) return '';
    return this.counts.capped ? t('list.count_capped') : t('list.count', { n: this.counts.total });
  }

  override render() {
    const { ledger } = this;
    const { filters, query } = this.#address;
    const failed = this.#list.error ?? this.#export.error;
    return html`<ledger-page heading=${ledger.heading}>
      ${this.#lights(filters)}
      <div slot="actions">${ledger.primary?.() ?? nothing}</div>
      <filter-bar slot="filters" ?search=${ledger.search} .fields=${ledger.filters()} .filters=${filters} .searchText=${this.text} .countText=${this.#total}
        @filters-changed=${(event: CustomEvent<{ filters: readonly Filter[] }>) => this.#address.filter(event.detail.filters)}
        @search-changed=${(event: CustomEvent<{ text: string }>) => {
          this.text = event.detail.text;
        }}>${this.#views(query.get('v') ?? 'all')}</filter-bar>
      ${
        failed
          ? html`<problem-line slot="note" .error=${failed} retry @retried=${() => this.#refresh()}></problem-line>`
          : nothing
      }
      <div slot="note">${ledger.note?.() ?? nothing}${
        ledger.bulk?.(
          this.#list.rows.filter(({ id }) => this.selected.has(id)),
          this.#bulkDone,
        ) ?? nothing
      }</div>
      ${this.#grid(filters, query.get('sort'))}
    </ledger-page>${ledger.over?.() ?? nothing}`;
  }

  #grid(filters: readonly Filter[], sort: string | null) {
    const { ledger } = this;
    const open = (row: LedgerRow) => pathOf({ kind: ledger.kind ?? row.kind ?? '', id: row.id });
    const cols = this.#address.query.get('cols');
    return html`<data-grid label=${ledger.heading} .chosen=${cols ? cols.split(',') : null} @columns-changed=${this.#chosen} memory=${ledger.kind ?? 'all'} .selectable=${ledger.selectable ?? false} .selected=${this.selected}
      .columns=${ledger.columns(session()?.officeId ?? 0)} .rows=${this.#list.rows} .more=${this.#list.more} .busy=${this.#list.busy}
      .staleSince=${this.#list.staleSince} .countText=${this.#total} .lightOf=${lightOf}
      .classOf=${(row: LedgerRow) => (row.stub ? 'stub' : '')}
      .sort=${{ key: sort?.includes('received') ? 'received' : 'light', down: sort === '-received' }}
      .cardAction=${(row: LedgerRow) => html`<a class="button" href=${open(row)}>${row.stub ? t('action.open') : ledger.next(row)}</a>`}
      @row-opened=${(event: CustomEvent<{ row: LedgerRow }>) => go(open(event.detail.row))}
      @selection-changed=${(event: CustomEvent<{ selected: ReadonlySet<number> }>) => {
        this.selected = event.detail.selected;
      }}
      @cell-edited=${this.#edited} @sort-changed=${this.#sorted} @end-reached=${() => this.#list.readOn()}
      @rows-pasted=${(event: CustomEvent<{ text: string; markup: string }>) => ledger.paste?.(event.detail)}>
      ${this.#empty(filters)}
      ${ledger.export && may('export.run') ? html`<button slot="foot" class="small" ?disabled=${this.#export.status === 1} @click=${() => this.#export.run()}>${t('action.export')}</button>` : nothing}
      ${ledger.paste ? html`<button slot="foot" class="small no-phone" @click=${() => ledger.paste?.()}>${t('paste.rows')}</button>` : nothing}
      <button slot="foot" class="small" @click=${() => print()}>${t('action.print')}</button>
    </data-grid>`;
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
    const { kind } = this.ledger;
    return html`${kind ? html`<saved-views slot="views" ledger=${kind}></saved-views>` : nothing}<select slot="views" class="views" aria-label=${t('list.views')} @change=${(
      event: Event,
    ) => {
      const chosen = (event.target as HTMLSelectElement).value;
      changeQuery({ v: chosen === 'all' ? null : chosen });
    }}>${VIEWS.map((one) => html`<option value=${one} ?selected=${one === view}>${t(`list.view.${one}`)}</option>`)}</select>`;
  }

  #empty(filters: readonly Filter[]) {
    const set = filters.length + (this.text ? 1 : 0);
    if (set === 0) return html`<empty-state slot="empty" text=${this.ledger.empty}></empty-state>`;
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
    'ledger-list': LedgerList;
  }
}

import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { timeOf } from '#client/kernel/format.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { placed } from '#client/kernel/placed.ts';
import { preferences } from '#client/kernel/preferences.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { Surroundings } from '#client/kernel/surroundings.ts';
import { t } from '#client/kernel/words.ts';
import { cardOf } from './grid/cards.ts';
import { type Columns, type GridRow, isEditable, layoutOf, shownColumns, textOf } from './grid/column.ts';
import { CellEditor } from './grid/editor.ts';
import { type CellEdited, Edits } from './grid/edits.ts';
import { footOf } from './grid/foot.ts';
import { GridHands } from './grid/hands.ts';
import { headOf, type Sort } from './grid/head.ts';
import { bodyOf } from './grid/rows.ts';
import { gridStyles } from './grid/styles.ts';
import { plainTable } from './grid/table.ts';
import { GridView } from './grid/view.ts';
import type { Light } from './light-mark.ts';

/**
 * The ledger's grid: columns as data, only visible rows drawn, frozen first columns, keyboard and input methods as in Excel, cards on a
 * phone, a plain table for `?plain=1` and for paper.
 *
 * Fires `row-opened` `{ row }`, `selection-changed` `{ selected }`, `cell-edited` (a `CellEdited`: hand the saving promise to `until`),
 * `sort-changed` `{ key, down }`, `columns-changed` `{ keys | null }`, `end-reached` when more rows are wanted, `rows-pasted`
 * `{ text, markup }` when several cells are pasted while none is edited. Slots: `empty`, `foot`.
 */
@customElement('data-grid')
export class DataGrid extends LitElement {
  static override styles = [base, buttons, inputs, panels, gridStyles];

  @property({ attribute: false }) columns: Columns = [];
  @property({ attribute: false }) rows: readonly GridRow[] = [];
  @property() label = '';
  /** More rows exist than are loaded: the grid asks for them with `end-reached`. */
  @property({ type: Boolean }) more = false;
  @property({ type: Boolean }) busy = false;
  /** Since when the rows could not be refreshed (an instant): they stay, greyed. */
  @property({ attribute: false }) staleSince: string | undefined;
  /** How many rows there are in all, in words; otherwise the number loaded is told. */
  @property({ attribute: false }) countText = '';
  @property({ attribute: false }) sort: Sort | undefined;
  /** Keys of the columns chosen by the reader; null shows those not `hidden`. */
  @property({ attribute: false }) chosen: readonly string[] | null = null;
  @property({ type: Boolean }) selectable = false;
  @property({ attribute: false }) selected: ReadonlySet<number | string> = new Set();
  /** The light of a row, for its edge; the word and shape stand in a column. */
  @property({ attribute: false }) lightOf: ((row: never) => Light | undefined) | undefined;
  /** `dimmed` (no longer matches), `stub` (not ours to see), `unread`. */
  @property({ attribute: false }) classOf: ((row: never) => string) | undefined;
  /** The one button of a card on a phone. */
  @property({ attribute: false }) cardAction: ((row: never) => unknown) | undefined;
  /** Where scroll and active row are remembered with the history entry. */
  @property() memory = 'grid';
  @property({ type: Boolean }) plain = new URLSearchParams(location.search).has('plain');

  @state() private focused = false;
  @query('.editor') private field!: HTMLTextAreaElement | null;

  #unbind: (() => void) | undefined;
  readonly #view = new GridView(this);
  readonly #hands = new GridHands(this, this.#view);
  readonly #edits = new Edits(() => this.requestUpdate());
  readonly #editor = new CellEditor({
    requestUpdate: () => this.requestUpdate(),
    cell: () => this.#activeCell(),
    commit: (value, then) => this.#commit(value, then),
    key: this.#hands.key,
  });
  readonly #watch = new ResizeObserver(() => this.#view.look());
  readonly #surroundings = new Surroundings(this, () => this.performUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys(
      { on: 'KeyJ', run: () => this.#step(1) },
      { on: 'KeyK', run: () => this.#step(-1) },
      { on: 'KeyX', run: () => this.#selectActive() },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#view.stop();
    this.#unbind?.();
  }

  protected override firstUpdated(): void {
    this.#hands.active = { row: this.#view.kept?.row ?? 0, column: this.selectable ? 1 : 0 };
    this.#watch.observe(this);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('rows')) this.#view.renewed();
    this.#view.look();
    if (changed.has('rows')) void this.updateComplete.then(() => this.#view.returnToKept());
  }

  /** The columns on screen in their order, frozen ones first. */
  get shown(): Columns {
    return shownColumns(this.columns, this.chosen, this.selectable);
  }

  /** With editable columns the textarea holds the focus, unless the reader prefers the grid itself to. */
  get #typing(): boolean {
    return !preferences().cellReader && this.columns.some((column) => column.edit);
  }

  /** The row the keyboard is on. */
  get current(): GridRow | undefined {
    return this.rows[this.#hands.active.row];
  }

  /** Focuses the grid, so that the keyboard goes on from the active row. */
  override focus(): void {
    const holder = this.#typing ? this.field : this.renderRoot.querySelector<HTMLElement>('.grid');
    holder?.focus({ preventScroll: true });
  }

  /** True where the active cell may be changed in place. */
  editable(): boolean {
    return this.#activeCell() !== undefined;
  }

  /** Opens the active cell for changing; a grid whose cells hold the focus lends it to the editor meanwhile. */
  edit(): void {
    if (!this.field || !this.editable()) return;
    this.field.focus({ preventScroll: true });
    this.#editor.open(this.field);
  }

  /** `j` and `k` from anywhere on the page: the first press finds the grid, the next ones move. */
  #step(by: number): boolean {
    if (this.rows.length === 0 || this.#surroundings.narrow) return false;
    const { active } = this.#hands;
    this.#hands.go(this.focused ? { ...active, row: active.row + by } : active);
    this.focus();
    return true;
  }

  #selectActive(): boolean {
    if (!this.selectable || this.rows.length === 0) return false;
    this.#hands.toggle(this.#hands.active.row, false);
    return true;
  }

  #activeCell() {
    const row = this.rows[this.#hands.active.row];
    const column = this.shown[this.#hands.active.column];
    if (!row || !isEditable(column, row)) return undefined;
    const edit = column!.edit!;
    return { row, column: column!, edit, value: this.#edits.of(row.id, column!.key)?.text ?? edit.value(row as never) };
  }

  #commit(value: string, then: 'down' | 'right' | 'stay'): void {
    const cell = this.#activeCell();
    if (!cell) return;
    if (value === cell.edit.value(cell.row as never)) this.#edits.drop(cell.row.id, cell.column.key);
    else
      this.#announce(
        cell.row,
        cell.column.key,
        value,
        cell.edit.options?.find((one) => one.value === value)?.label ?? value,
      );
    const { active } = this.#hands;
    if (then === 'down') this.#hands.go({ ...active, row: active.row + 1 });
    if (then === 'right') this.#hands.go({ ...active, column: active.column + 1 });
    this.focus();
  }

  #announce(row: GridRow, key: string, value: string, text: string): void {
    const until = this.#edits.begin(row.id, key, text);
    let taken = false;
    const detail: CellEdited<GridRow> = {
      row,
      key,
      value,
      until: (saving) => {
        taken = true;
        until(saving);
      },
    };
    this.dispatchEvent(new CustomEvent('cell-edited', { detail }));
    if (!taken) this.#edits.drop(row.id, key);
  }

  #sortBy(key: string): void {
    const down = this.sort?.key === key && !this.sort.down;
    this.dispatchEvent(new CustomEvent('sort-changed', { detail: { key, down } satisfies Sort }));
  }

  readonly #choose = (keys: readonly string[] | null) => {
    this.chosen = keys;
    this.dispatchEvent(new CustomEvent('columns-changed', { detail: { keys } }));
  };

  override render() {
    const { narrow, printing } = this.#surroundings;
    if (printing || this.plain) return plainTable(this.shown, this.rows, this.label, printing);
    return html`${this.staleSince ? html`<p class="told" role="status">${t('grid.stale', { time: timeOf(this.staleSince) })}</p>` : nothing}
      ${narrow ? this.#cards() : this.#grid()}
      ${footOf({
        columns: this.columns,
        shown: this.shown,
        count: this.rows.length,
        more: this.more,
        countText: this.countText,
        selected: this.selected.size,
        choose: this.#choose,
      })}`;
  }

  #nothingHere() {
    if (this.rows.length > 0) return nothing;
    return this.busy ? [0, 1, 2, 3, 4, 5].map(() => html`<div class="ghost"></div>`) : html`<slot name="empty"></slot>`;
  }

  #cards() {
    const look = { lightOf: this.lightOf, classOf: this.classOf, action: this.cardAction };
    return html`<ul class="cards" aria-label=${this.label} aria-busy=${this.busy ? 'true' : 'false'}>${this.rows.map((row) => cardOf(row, this.shown, look))}</ul>
      ${this.#nothingHere()}
      ${this.more ? html`<div class="more"><button ?disabled=${this.busy} @click=${() => this.dispatchEvent(new Event('end-reached'))}>${t('grid.more')}</button></div>` : nothing}`;
  }

  #grid() {
    const columns = this.shown;
    const { active } = this.#hands;
    const { rowHeight, first, last } = this.#view;
    const activeId = this.rows.length > 0 ? 'active' : undefined;
    const holdsFocus = !this.#typing;
    return html`<div class="scroll ${this.focused ? 'focused' : ''} ${this.staleSince ? 'stale' : ''}" @scroll=${this.#scrolled}
      @focusin=${() => {
        this.focused = true;
      }} @focusout=${() => {
        this.focused = false;
      }}
      @click=${this.#hands.clicked} @dblclick=${this.#hands.doubleClicked} @mouseover=${this.#hands.hovered}
      @copy=${(event: ClipboardEvent) => !this.#editor.editing && this.#hands.copied(event)} @paste=${(event: ClipboardEvent) => !this.#editor.editing && this.#hands.pasted(event)}>
      <div class="grid" id="grid" role="grid" aria-label=${this.label} aria-busy=${this.busy ? 'true' : 'false'} aria-multiselectable=${this.selectable ? 'true' : 'false'}
        aria-rowcount=${this.more ? -1 : this.rows.length + 1} aria-colcount=${columns.length} ${placed(layoutOf(columns))}
        tabindex=${holdsFocus ? 0 : nothing} aria-activedescendant=${holdsFocus ? (activeId ?? nothing) : nothing} @keydown=${holdsFocus ? this.#gridKey : nothing}>
        ${headOf({
          columns,
          sort: this.sort,
          allSelected: this.rows.length > 0 && this.rows.every((row) => this.selected.has(row.id)),
          sortBy: (key) => this.#sortBy(key),
          selectAll: this.#hands.selectAll,
        })}
        ${bodyOf({
          columns,
          rows: this.rows,
          first,
          last,
          rowHeight,
          active,
          selected: this.selected,
          lightOf: this.lightOf,
          classOf: this.classOf,
          editOf: (row, key) => this.#edits.of(row.id, key),
        })}
      </div>
      ${this.#nothingHere()}
      ${this.columns.some((column) => column.edit) ? this.#editor.template(this.#cellName(), this.#view.placeOf(active, columns[active.column]?.frozen === true), this.field, activeId) : nothing}
    </div>`;
  }

  readonly #gridKey = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget) this.#hands.key(event);
  };

  readonly #scrolled = () => {
    this.#view.look();
    this.#view.keep(this.#hands.active.row);
  };

  #cellName(): string {
    const row = this.rows[this.#hands.active.row];
    const column = this.shown[this.#hands.active.column];
    if (!row || !column) return this.label;
    const params = { column: column.label, value: textOf(column, row) };
    return this.editable() ? t('grid.edit_cell', params) : t('grid.cell', params);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'data-grid': DataGrid;
  }
}

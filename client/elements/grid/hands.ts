import { type Columns, type GridRow, SELECT, textOf } from './column.ts';
import { copyRows } from './copy.ts';
import { type Place, placeAfter, within } from './move.ts';
import type { GridView } from './view.ts';

/** What keyboard and mouse need to know of their grid. */
export interface HandsHost {
  readonly rows: readonly GridRow[];
  readonly shown: Columns;
  readonly selectable: boolean;
  selected: ReadonlySet<number | string>;
  readonly updateComplete: Promise<boolean>;
  /** True where the active cell may be changed in place. */
  editable: () => boolean;
  edit: () => void;
  focus: () => void;
  requestUpdate: () => void;
  dispatchEvent: (event: Event) => boolean;
}

/** Keyboard and mouse of the grid: the active cell, the selection, opening and copying. */
export class GridHands {
  readonly #host: HandsHost;
  readonly #view: GridView;
  #anchor: number | undefined;
  active: Place = { row: 0, column: 0 };

  constructor(host: HandsHost, view: GridView) {
    this.#host = host;
    this.#view = view;
  }

  /** Makes a cell the active one and scrolls it into sight. */
  go(to: Place): void {
    this.active = within(to, { rows: this.#host.rows.length, columns: this.#host.shown.length, page: 1 });
    this.#view.keep(this.active.row);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#view.reveal(this.active, this.#host.shown.filter((one) => one.frozen).length),
    );
  }

  readonly key = (event: KeyboardEvent): void => {
    const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key;
    const extent = { rows: this.#host.rows.length, columns: this.#host.shown.length, page: this.#view.page };
    const to = placeAfter(name, this.active, extent);
    if (to && event.shiftKey && this.#host.selectable && to.row !== this.active.row) this.toggle(to.row, true);
    if (to) this.go(to);
    else if (name === 'Enter') this.open(this.active.row);
    else if (name === 'F2') this.#host.edit();
    else if (name === ' ' && this.#host.selectable && !this.#host.editable())
      this.toggle(this.active.row, event.shiftKey);
    else return;
    event.preventDefault();
  };

  open(index: number): void {
    const row = this.#host.rows[index];
    if (row) this.#host.dispatchEvent(new CustomEvent('row-opened', { detail: { row } }));
  }

  /** Switches one row of the selection, or adds every row from the last one switched. */
  toggle(index: number, range: boolean): void {
    const row = this.#host.rows[index];
    if (!row) return;
    const next = new Set(this.#host.selected);
    const from = range ? (this.#anchor ?? this.active.row) : index;
    if (!range) this.#anchor = index;
    const on = range || !next.has(row.id);
    for (const one of this.#host.rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (on) next.add(one.id);
      else next.delete(one.id);
    }
    this.select(next);
  }

  readonly selectAll = (on: boolean): void => this.select(new Set(on ? this.#host.rows.map((row) => row.id) : []));

  select(next: ReadonlySet<number | string>): void {
    this.#host.selected = next;
    this.#host.dispatchEvent(new CustomEvent('selection-changed', { detail: { selected: next } }));
  }

  readonly clicked = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (!place) return;
    if (this.#host.shown[place.column]?.key === SELECT) this.toggle(place.row, event.shiftKey);
    if ((event.target as Element).closest('a, button')) return;
    this.go(place);
    this.#host.focus();
  };

  readonly doubleClicked = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (!place || this.#host.shown[place.column]?.key === SELECT) return;
    if (this.#host.editable()) this.#host.edit();
    else this.open(place.row);
  };

  /** Text that is cut off is told on hover, measured only then. */
  readonly hovered = (event: MouseEvent): void => {
    const text = (event.target as Element).closest<HTMLElement>('.text');
    if (text && text.scrollWidth > text.clientWidth && !text.title) text.title = text.textContent?.trim() ?? '';
  };

  readonly copied = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    const { rows, selected, shown } = this.#host;
    const column = shown[this.active.column];
    const row = rows[this.active.row];
    const cellText = column && row ? textOf(column, row) : '';
    copyRows(
      event.clipboardData,
      shown,
      rows.filter((one) => selected.has(one.id)),
      cellText,
    );
    event.preventDefault();
  };

  /** Several cells are rows for the page to look at; one cell is the editor's. */
  readonly pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const markup = event.clipboardData?.getData('text/html') ?? '';
    this.#host.dispatchEvent(new CustomEvent('rows-pasted', { detail: { text, markup } }));
  };
}

function placeOf(event: Event): Place | undefined {
  const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

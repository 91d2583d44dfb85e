import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { placed } from '#client/kernel/placed.ts';
import { t } from '#client/kernel/words.ts';
import type { Light } from '../light-mark.ts';
import { type Column, type Columns, drawn, type GridRow, SELECT, textOf } from './column.ts';
import type { Edit } from './edits.ts';
import type { Place } from './move.ts';

/** What the rows of a grid are drawn from. */
export interface RowsLook {
  readonly columns: Columns;
  readonly rows: readonly GridRow[];
  readonly first: number;
  readonly last: number;
  readonly rowHeight: number;
  readonly active: Place | undefined;
  readonly selected: ReadonlySet<number | string>;
  readonly lightOf: ((row: never) => Light | undefined) | undefined;
  readonly classOf: ((row: never) => string) | undefined;
  readonly editOf: (row: GridRow, key: string) => Edit | undefined;
}

/** The rows on screen and a few around them; the space of the others is kept by padding. */
export function bodyOf(look: RowsLook) {
  const { rows, first, last, rowHeight } = look;
  const space = {
    'padding-top': `${first * rowHeight}px`,
    'padding-bottom': `${Math.max(0, rows.length - last) * rowHeight}px`,
  };
  return html`<div class="body" role="rowgroup" ${placed(space)}>
    ${repeat(
      rows.slice(first, last),
      (row) => row.id,
      (row, at) => rowOf(row, first + at, look),
    )}
  </div>`;
}

function rowOf(row: GridRow, index: number, look: RowsLook) {
  const selected = look.selected.has(row.id);
  const classes = `row ${look.lightOf?.(row as never) ?? ''} ${selected ? 'selected' : ''} ${look.classOf?.(row as never) ?? ''}`;
  return html`<div class=${classes} role="row" aria-rowindex=${index + 2} aria-selected=${selected ? 'true' : 'false'} data-row=${index}>
    ${look.columns.map((column, at) => cellOf(row, column, { row: index, column: at }, look))}
  </div>`;
}

/** The fixed classes of a cell: frozen place, alignment. */
export function cellClass(columns: Columns, at: number): string {
  const column = columns[at]!;
  const last = column.frozen && !columns[at + 1]?.frozen ? 'frozen-last' : '';
  const frozen = column.frozen ? `frozen frozen-${at} ${last}` : '';
  return `cell ${frozen} ${column.align === 'end' ? 'end' : ''} ${column.key === SELECT ? 'check' : ''}`;
}

function cellOf(row: GridRow, column: Column<never>, place: Place, look: RowsLook) {
  const active = look.active?.row === place.row && look.active.column === place.column;
  const edit = look.editOf(row, column.key);
  const marked = edit ? (edit.state === 'saving' ? 'edited' : 'refused') : '';
  return html`<div class="${cellClass(look.columns, place.column)} ${active ? 'active' : ''} ${marked}" role="gridcell"
    aria-colindex=${place.column + 1} id=${active ? 'active' : nothing} data-column=${place.column}
    title=${edit?.reason ? t('grid.refused', { reason: edit.reason }) : nothing}>${insideOf(row, column, edit, look)}</div>`;
}

function insideOf(row: GridRow, column: Column<never>, edit: Edit | undefined, look: RowsLook) {
  if (column.key === SELECT) {
    const name = textOf(look.columns.find((one) => one.key !== SELECT && one.href) ?? look.columns[1] ?? column, row);
    return html`<input type="checkbox" tabindex="-1" .checked=${look.selected.has(row.id)} aria-label=${t('grid.select_row', { row: name })} />`;
  }
  if (edit)
    return html`<span class="text">${edit.text}</span><span class="for-reader" role="status">${edit.reason ?? t('grid.saving')}</span>`;
  const to = column.href?.(row as never);
  return to
    ? html`<a class="text" tabindex="-1" href=${to}>${drawn(column, row)}</a>`
    : html`<span class="text">${drawn(column, row)}</span>`;
}

import { html, nothing } from 'lit';
import { type Columns, drawn, type GridRow, SELECT, textOf } from './column.ts';

/** All loaded rows as one ordinary table: for `?plain=1`, for old screen readers, and for paper. */
export function plainTable(columns: Columns, rows: readonly GridRow[], label: string, paper: boolean) {
  const shown = columns.filter((column) => column.key !== SELECT && !(paper && column.drawing));
  return html`<table class="plain ${paper ? 'paper' : ''}">
    <caption class="for-reader">${label}</caption>${paper ? shares(shown) : nothing}
    <thead><tr>${shown.map((column) => html`<th scope="col" class=${column.align === 'end' ? 'num' : ''}>${column.label}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>${shown.map((column) => {
            const to = paper ? undefined : column.href?.(row as never);
            const inside = paper && !column.render ? textOf(column, row) : drawn(column, row);
            return html`<td class=${column.align === 'end' ? 'num' : ''}>${to ? html`<a href=${to}>${inside}</a>` : inside}</td>`;
          })}</tr>`,
      )}
    </tbody>
  </table>`;
}

/** On paper a column has its share of the sheet as it has of the screen; what grows there is given a quarter more. */
function shares(columns: Columns) {
  const parts = columns.map(({ width, grow }) => width * (grow ? 1.25 : 1));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return html`<colgroup>${parts.map((part) => html`<col width="${((100 * part) / all).toFixed(1)}%" />`)}</colgroup>`;
}

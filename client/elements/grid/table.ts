import { html } from 'lit';
import { type Columns, drawn, type GridRow, SELECT, textOf } from './column.ts';

/** All loaded rows as one ordinary table: for `?plain=1`, for old screen readers, and for paper. */
export function plainTable(columns: Columns, rows: readonly GridRow[], label: string, paper: boolean) {
  const shown = columns.filter((column) => column.key !== SELECT);
  return html`<table class="plain">
    <caption class="for-reader">${label}</caption>
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

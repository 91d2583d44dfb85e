import { html, nothing } from 'lit';
import { t } from '#client/kernel/words.ts';
import { type Column, type Columns, SELECT } from './column.ts';
import { cellClass } from './rows.ts';

/** What a list is sorted by. */
export interface Sort {
  readonly key: string;
  readonly down: boolean;
}

/** What the head needs besides the columns. */
export interface HeadLook {
  readonly columns: Columns;
  readonly sort: Sort | undefined;
  readonly allSelected: boolean;
  readonly sortBy: (key: string) => void;
  readonly selectAll: (on: boolean) => void;
}

/** The line of column names; those that can be sorted by are buttons. */
export function headOf(look: HeadLook) {
  return html`<div class="head" role="rowgroup"><div class="row" role="row" aria-rowindex="1">
    ${look.columns.map(
      (
        column,
        at,
      ) => html`<div class=${cellClass(look.columns, at)} role="columnheader" aria-colindex=${at + 1} aria-sort=${sorted(column, look.sort)}>
        ${insideOf(column, look)}
      </div>`,
    )}
  </div></div>`;
}

function insideOf(column: Column<never>, look: HeadLook) {
  if (column.key === SELECT) {
    const change = (event: Event) => look.selectAll((event.target as HTMLInputElement).checked);
    return html`<input type="checkbox" tabindex="-1" .checked=${look.allSelected} aria-label=${t('grid.select_all')} @change=${change} />`;
  }
  if (!column.sort) return html`<span class="text">${column.label}</span>`;
  const active = look.sort?.key === column.key;
  return html`<button tabindex="-1" title=${t('grid.sort', { column: column.label })} @click=${() => look.sortBy(column.key)}
    >${column.label}<span class="arrow ${active ? '' : 'idle'}" aria-hidden="true">${active ? (look.sort?.down ? '▼' : '▲') : '▴▾'}</span></button>`;
}

function sorted(column: Column<never>, sort: Sort | undefined) {
  if (!column.sort) return nothing;
  return sort?.key !== column.key ? 'none' : sort.down ? 'descending' : 'ascending';
}

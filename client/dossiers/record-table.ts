import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';

/** One column of a list inside a record. */
export interface RecordColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** What stands in the cell; nothing of it, label included, is drawn on a phone where it is empty. */
  readonly cell: (row: Row) => unknown;
  readonly align?: 'end';
  /** Set for years, days and numbers, which are never broken over two lines. */
  readonly whole?: true;
}

/**
 * A list inside a record: evidence, goods, parties, documents, offices. Rows may have actions of their own; the button that adds one goes
 * into the slot `add`. On a phone each row is a block with its labels, on paper a table without buttons. Fires nothing.
 */
@customElement('record-table')
export class RecordTable extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; gap: var(--s-2); }
      table { border-collapse: collapse; width: 100%; font-size: var(--t-3); line-height: 1.5; }
      th { text-align: left; font-weight: 600; color: var(--ink-2); border-bottom: 1px solid var(--edge); padding: var(--s-1) var(--s-2); white-space: nowrap; }
      td { border-bottom: 1px solid var(--rule); padding: var(--s-1) var(--s-2); vertical-align: top; overflow-wrap: anywhere; }
      .whole { white-space: nowrap; }
      .end { text-align: right; font-variant-numeric: tabular-nums; }
      .gone { color: var(--ink-3); }
      .acts { text-align: right; white-space: nowrap; }
      @media (max-width: 640px) {
        table, tbody, tr { display: block; }
        thead { display: none; }
        tr { border-bottom: 1px solid var(--rule); padding: var(--s-2) 0; }
        td { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: var(--s-2); border: 0; padding: 1px 0; }
        td::before { content: attr(data-label); color: var(--ink-3); font-size: var(--t-2); }
        td.empty { display: none; }
        .end, .acts { text-align: left; }
        td.acts { display: block; }
        .acts::before { content: none; }
      }
      @media print { .acts, slot { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
    `,
  ];

  @property() label = '';
  /** What is said where there are no rows. */
  @property() empty = '';
  @property({ attribute: false }) columns: readonly RecordColumn<never>[] = [];
  @property({ attribute: false }) rows: readonly unknown[] = [];
  /** What may be done with a row, as buttons; `nothing` where nothing may. */
  @property({ attribute: false }) actions: ((row: never) => unknown) | undefined;
  /** True for rows that stand no more: withdrawn, replaced, used up. */
  @property({ attribute: false }) gone: ((row: never) => boolean) | undefined;

  override render() {
    return html`${this.rows.length === 0 ? html`<p class="helper">${this.empty}</p>` : this.#table()}<slot name="add"></slot>`;
  }

  /** Roles are written out, because a phone's layout would take them away. */
  #table() {
    return html`<table role="table" aria-label=${this.label || nothing}>
      <thead role="rowgroup"><tr role="row">${this.columns.map(({ label, align }) => html`<th role="columnheader" scope="col" class=${align ?? ''}>${label}</th>`)}${this.actions ? html`<th class="acts" role="presentation"></th>` : nothing}</tr></thead>
      <tbody role="rowgroup">${this.rows.map((row) => this.#row(row as never))}</tbody>
    </table>`;
  }

  #row(row: never) {
    return html`<tr role="row" class=${this.gone?.(row) ? 'gone' : ''}>${this.columns.map(
      ({ label, cell, align, whole }) => {
        const drawn = cell(row);
        const blank = drawn === '' || drawn === null || drawn === undefined || drawn === nothing;
        return html`<td role="cell" data-label=${label} class="${align ?? ''} ${whole ? 'whole' : ''} ${blank ? 'empty' : ''}">${drawn}</td>`;
      },
    )}${this.actions ? html`<td role="cell" class="acts">${this.actions(row)}</td>` : nothing}</tr>`;
  }
}

/** Columns as the table takes them: each gets only rows of its own list. */
export const recordColumns = <Row>(columns: readonly RecordColumn<Row>[]) =>
  columns as unknown as readonly RecordColumn<never>[];

declare global {
  interface HTMLElementTagNameMap {
    'record-table': RecordTable;
  }
}

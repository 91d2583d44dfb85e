import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import type { Row } from './sheet-pieces.ts';

/**
 * The rows of a paper's list, typed or pasted from a spreadsheet: cells that arrive together fill the cells beside and below. Always one
 * empty row is left to type in. Fires `rows-changed` `{ rows }` with the rows in which something stands.
 */
@customElement('row-table')
export class RowTable extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: block; overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; min-width: 26rem; font-size: var(--t-2); }
      th { text-align: left; font-weight: 400; color: var(--ink-2); padding: 0 var(--s-1); }
      td { padding: 1px; }
      input { padding: 0 var(--s-1); }
      td:last-child { width: 2.5rem; }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  @state() private typed: readonly Row[] | undefined;

  get #rows(): readonly Row[] {
    return this.typed ?? this.rows;
  }

  #set(rows: readonly Row[]): void {
    this.typed = rows.filter((row) => Object.values(row).some((cell) => cell !== ''));
    this.dispatchEvent(new CustomEvent('rows-changed', { detail: { rows: this.typed } }));
  }

  #cell(at: number, column: string, text: string): void {
    const rows = [...this.#rows];
    rows[at] = { ...rows[at], [column]: text };
    this.#set(rows);
  }

  #paste(event: ClipboardEvent, at: number, column: number): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const rows = [...this.#rows];
    for (const [down, line] of text.replace(/\r/g, '').trimEnd().split('\n').entries()) {
      const cells = line.split('\t').slice(0, this.columns.length - column);
      const filled = Object.fromEntries(cells.map((cell, right) => [this.columns[column + right]!, cell.trim()]));
      rows[at + down] = { ...rows[at + down], ...filled };
    }
    this.#set(rows);
  }

  override render() {
    return html`<table aria-label=${this.label}>
      <thead><tr>${this.columns.map((column) => html`<th scope="col">${column}</th>`)}<th></th></tr></thead>
      <tbody>${[...this.#rows, {} as Row].map((row, at) => this.#line(row, at))}</tbody>
    </table>
    <small>${t('papers.rows_helper')}</small>`;
  }

  #line(row: Row, at: number) {
    const last = at === this.#rows.length;
    return html`<tr>${this.columns.map(
      (column, right) =>
        html`<td><input aria-label="${column} ${at + 1}" maxlength="400" .value=${row[column] ?? ''} @paste=${(event: ClipboardEvent) => this.#paste(event, at, right)}
          @change=${(event: Event) => this.#cell(at, column, (event.target as HTMLInputElement).value.trim())} /></td>`,
    )}<td><button class="small quiet" ?hidden=${last} aria-label=${t('papers.row_remove', { n: at + 1 })}
      @click=${() => this.#set(this.#rows.filter((_, one) => one !== at))}>×</button></td></tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'row-table': RowTable;
  }
}

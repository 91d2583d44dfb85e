import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import { call } from '#client/kernel/api.ts';
import './import-reading.ts';
import { number } from '#client/kernel/format.ts';
import { base, buttons, inputs, panels } from '#client/kernel/styles.ts';
import { pair, say, t } from '#client/kernel/words.ts';
import { type Import, type ImportRow, importApi, VERDICTS } from '#shared/imports/import.api.ts';
import type { ImportField } from '#shared/imports/import.fields.ts';

const MOST = 30;

/** What the check found: counters that filter, and the faulty rows with their cells to be put right on the spot. Fires `row-fixed`. */
@customElement('import-check')
export class ImportCheck extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    panels,
    css`
      .counters { display: flex; flex-wrap: wrap; gap: var(--s-1); margin-bottom: var(--s-2); }
      .counters button[aria-pressed="true"] { border-color: var(--azurite); background: var(--azurite-t); color: var(--azurite); }
      .scroll { overflow: auto; max-height: 28rem; }
      td { max-width: 18rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      td.read { min-width: 20rem; max-width: 30rem; white-space: normal; }
      td.bad { background: var(--cinnabar-t); min-width: 10rem; }
      td.bad small { color: var(--cinnabar); display: block; white-space: normal; }
      th small { display: block; font-weight: 400; color: var(--ink-3); }
      th { white-space: nowrap; vertical-align: top; position: sticky; top: 0; background: var(--sheet); }
    `,
  ];

  @property({ attribute: false }) import!: Import;
  @state() private verdict: ImportRow['verdict'] = 'faulty';
  @state() private rows: readonly ImportRow[] = [];
  @state() private error: unknown;
  #asked = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('import') && this.import.counts[this.verdict] === 0 && this.verdict !== 'good')
      this.verdict = (['faulty', 'doubtful'] as const).find((one) => this.import.counts[one] > 0) ?? 'good';
    const asked = JSON.stringify([
      this.import.id,
      this.import.mapping,
      this.import.headerRow,
      this.import.sheet,
      this.import.counts,
      this.import.defaults,
      this.verdict,
    ]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#load();
  }

  async #load(): Promise<void> {
    const ask = { params: { id: this.import.id }, query: { verdict: this.verdict, limit: MOST } };
    await call(importApi.rows, ask).then(
      ({ rows }) => {
        this.rows = rows;
      },
      (error: unknown) => {
        this.error = error;
      },
    );
  }

  #fix(row: ImportRow, column: number, value: string): Promise<void> {
    return this.#say(row, { cells: { [column]: value } });
  }

  async #say(row: ImportRow, body: { cells: Record<string, string>; confirmed?: true }): Promise<void> {
    try {
      await call(importApi.fix, { params: { id: this.import.id, row: row.row }, body });
      this.#asked = '';
      this.error = undefined;
      this.dispatchEvent(new Event('row-fixed'));
    } catch (error) {
      this.error = error;
    }
  }

  override render() {
    const { counts } = this.import;
    return html`<section class="sheet">
      <h2>${t('imports.step.check')}</h2>
      <div class="counters" role="group">${VERDICTS.map(
        (one) =>
          html`<button class="small" aria-pressed=${one === this.verdict ? 'true' : 'false'} @click=${() => {
            this.verdict = one;
          }}>${t(`import.verdict.${one}`)} <strong>${number(counts[one])}</strong></button>`,
      )}</div>
      <problem-line .error=${this.error}></problem-line>
      ${
        this.rows.length === 0
          ? html`<p class="helper">${t('imports.all_good')}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('imports.step.check')}><table class="plain"><thead><tr><th>${t('imports.row')}</th>${this.#elsewhere() ? html`<th>${t('imports.faults')}</th>` : nothing}${this.rows.some(({ reading }) => reading) ? html`<th>${t('imports.understood')}</th>` : nothing}${this.#columns().map((column) => this.#heading(column))}</tr></thead>
              <tbody>${this.rows.map((row) => this.#row(row))}</tbody></table></div>`
      }
    </section>`;
  }

  /** The file's columns in its order, but first those in which something must be put right: nobody looks for them at the far end. */
  #columns(): number[] {
    const wrong = new Set(
      this.rows.flatMap(({ faults }) => Object.keys(faults).map((field) => this.import.mapping[field as ImportField])),
    );
    const all = [...this.import.headings.keys()];
    return [...all.filter((column) => wrong.has(column)), ...all.filter((column) => !wrong.has(column))];
  }

  /** A column by its own heading, and by the field it serves where the heading does not say so. */
  #heading(column: number) {
    const { headings, mapping } = this.import;
    const field = Object.keys(mapping).find((one) => mapping[one as ImportField] === column);
    const name = field ? say(`import.field.${field}`) : undefined;
    return html`<th>${headings[column]}${name && name !== headings[column] ? html`<small>${name}</small>` : nothing}</th>`;
  }

  /** Faults of fields no column serves: they are told in a column of their own. */
  #elsewhere(): boolean {
    return this.rows.some(({ faults }) =>
      Object.keys(faults).some((field) => this.import.mapping[field as ImportField] === undefined),
    );
  }

  #row(row: ImportRow) {
    const { mapping } = this.import;
    const bad = new Map(Object.entries(row.faults).map(([field, fault]) => [mapping[field as ImportField], fault]));
    const others = Object.entries(row.faults).filter(([field]) => mapping[field as ImportField] === undefined);
    const told = (fault: string) => say(`imports.fault.${fault}`) ?? say(`fault.${fault}`, { limit: '' }) ?? fault;
    return html`<tr><td class="num">${row.row}</td>
      ${this.#elsewhere() ? html`<td class=${others.length > 0 ? 'bad' : ''}>${others.map(([field, fault]) => pair(say(`import.field.${field}`) ?? field, told(fault))).join('；')}</td>` : nothing}
      ${
        row.reading
          ? html`<td class="read"><import-reading .row=${row} .amendable=${row.verdict === 'doubtful' || row.faults['penaltyText'] !== undefined} .confirmable=${row.verdict === 'doubtful'} @reading-confirmed=${() => this.#say(row, { cells: {}, confirmed: true })}
        @reading-amended=${({ detail }: CustomEvent<string>) => this.#fix(row, mapping.penaltyText!, detail)}></import-reading></td>`
          : nothing
      }
      ${this.#columns().map((column) => {
        const cell = row.cells[column] ?? '';
        const fault = bad.get(column);
        if (!fault) return html`<td title=${cell}>${cell.slice(0, 120)}</td>`;
        if (row.reading && column === mapping.penaltyText)
          return html`<td class="bad">${cell.slice(0, 120)}<small>${told(fault)}</small></td>`; // put right beside its reading
        return html`<td class="bad"><input aria-label="${this.import.headings[column]} ${row.row}" .value=${cell} title=${t('imports.fix')} @change=${(
          event: Event,
        ) => this.#fix(row, column, (event.target as HTMLInputElement).value)} /><small>${told(fault)}</small></td>`;
      })}</tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-check': ImportCheck;
  }
}

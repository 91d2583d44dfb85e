import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/problem-line.ts';
import '#client/elements/side-drawer.ts';
import { call } from '#client/kernel/api.ts';
import { number } from '#client/kernel/format.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type Import, importApi, PASTE_MOST } from '#shared/imports/import.api.ts';
import type { ImportLedger } from '#shared/imports/import.fields.ts';
import { blockOf, mergedCells } from '#shared/imports/tsv.ts';
import './import-page.ts';

/** Rows copied from a spreadsheet, shown before they are registered: matched, checked, put right and taken back as an import is. Opened by `take` or `ask`. */
@customElement('paste-rows')
export class PasteRows extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      textarea { min-height: 12rem; font-family: var(--mono, ui-monospace, monospace); white-space: pre; }
      .bar { display: flex; flex-wrap: wrap; gap: var(--s-2); justify-content: flex-end; }
      .told { background: var(--info-t); color: var(--info); padding: var(--s-1) var(--s-3); font-size: var(--t-2); margin-bottom: var(--s-2); }
    `,
  ];

  @property() ledger: ImportLedger = 'complaint';
  @state() private open = false;
  @state() private merged = 0;
  @state() private tooMany = 0;
  @state() private made: { id: number; rows: number; width: number } | undefined;
  @state() private stands: Import['state'] | undefined;

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([rows]: readonly [string[][]]) => {
      const { id } = await call(importApi.paste, { body: { ledger: this.ledger, rows } });
      this.made = { id, rows: rows.length, width: rows[0]!.length };
    },
  });
  readonly #drop = new Task(this, {
    autoRun: false,
    task: async () => {
      if (this.made) await call(importApi.cancel, { params: { id: this.made.id } });
      this.#begin();
      this.open = false;
    },
  });

  /** Opens with rows as a spreadsheet put them on the clipboard: as text, and as the table beside it. */
  take(text: string, markup: string): void {
    this.#begin();
    this.open = true;
    const { rows } = blockOf(text);
    this.merged = mergedCells(markup);
    this.tooMany = rows.length > PASTE_MOST ? rows.length : 0;
    if (rows.length > 0 && this.tooMany === 0) void this.#send.run([rows.map((row) => [...row])]);
  }

  /** Opens with a place to paste into, or with the rows pasted last. */
  ask(): void {
    if (this.stands && this.stands !== 'ready') this.#begin();
    this.open = true;
  }

  #begin(): void {
    this.made = undefined;
    this.stands = undefined;
    this.merged = 0;
    this.tooMany = 0;
  }

  readonly #pasted = (event: ClipboardEvent) => {
    event.preventDefault();
    const { clipboardData } = event;
    this.take(clipboardData?.getData('text/plain') ?? '', clipboardData?.getData('text/html') ?? '');
  };

  override render() {
    return html`<side-drawer wide heading=${t('paste.title')} ?open=${this.open} @drawer-closed=${() => {
      this.open = false;
    }}>
      ${this.made ? html`<span slot="status">${t(this.stands === 'ready' ? 'paste.block' : 'paste.block_shown', { rows: number(this.made.rows), columns: this.made.width })}</span>` : nothing}
      ${this.open ? this.#inside() : nothing}
      <div slot="foot" class="bar">${
        this.made && this.stands === 'ready'
          ? html`<button ?disabled=${this.#drop.status === 1} @click=${() => this.#drop.run()}>${t('paste.drop')}</button>`
          : nothing
      }</div>
    </side-drawer>`;
  }

  #inside() {
    const failed = this.#send.error ?? this.#drop.error;
    return html`${this.merged > 0 ? html`<p class="told" role="status">${t('paste.merged', { n: this.merged })}</p>` : nothing}
      ${this.tooMany > 0 ? html`<p class="told" role="alert">${t('paste.too_many', { n: number(this.tooMany), most: number(PASTE_MOST) })} <a href="/imports">${t('imports.title')}</a></p>` : nothing}
      <problem-line .error=${failed}></problem-line>
      ${
        this.made
          ? html`<import-page bare import-id=${this.made.id} @import-shown=${(
              event: CustomEvent<{ state: Import['state'] }>,
            ) => {
              this.stands = event.detail.state;
            }}></import-page>`
          : html`<div class="field"><label for="rows">${t('paste.here')}</label><textarea id="rows" autofocus aria-describedby="rows-helper" @paste=${this.#pasted}></textarea>
              <small id="rows-helper">${t(this.#send.status === 1 ? 'imports.reading' : 'paste.helper')}</small></div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paste-rows': PasteRows;
  }
}

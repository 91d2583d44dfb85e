import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { yuan } from '#client/kernel/format.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { listed, pair, t } from '#client/kernel/words.ts';
import type { ImportRow } from '#shared/imports/import.api.ts';

/** What a decision's text was understood to order, each penalty marked in the words it was read from. Fires `reading-confirmed` and `reading-amended`. */
@customElement('import-reading')
export class ImportReading extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      ul { margin: 0; padding: 0; list-style: none; }
      mark { background: var(--azurite-t); color: inherit; }
      p { margin: var(--s-1) 0; max-height: 6rem; overflow: auto; }
      small { color: var(--cinnabar); display: block; }
      div { display: flex; gap: var(--s-2); }
    `,
  ];

  @property({ attribute: false }) row!: ImportRow;
  @property({ type: Boolean }) amendable = false;
  /** The reading may stand as it is, once somebody says so. */
  @property({ type: Boolean }) confirmable = false;

  override render() {
    const { reading } = this.row;
    if (!reading) return nothing;
    const { parts, noPenalty, doubts } = reading;
    return html`<ul>${parts.map(
      ({ kind, amountFen }) =>
        html`<li>${amountFen === null ? t(`case.penalty.${kind}`) : pair(t(`case.penalty.${kind}`), yuan(amountFen))}</li>`,
    )}</ul>
      ${noPenalty ? html`<span>${t('imports.no_penalty')}</span>` : parts.length === 0 ? html`<span>${t('imports.nothing_read')}</span>` : nothing}
      <p>${this.#marked()}</p>
      ${doubts.length > 0 ? html`<small>${listed([...new Set(doubts.map(({ why }) => t(`penalty.doubt.${why}`)))])}</small>` : nothing}
      ${this.amendable ? this.#answers() : nothing}`;
  }

  #marked() {
    const { text, parts } = this.row.reading!;
    let done = 0;
    const pieces = parts.map(({ from, to }) => {
      const piece = html`${text.slice(done, from)}<mark>${text.slice(Math.max(done, from), to)}</mark>`;
      done = Math.max(done, to);
      return piece;
    });
    return html`${pieces}${text.slice(done)}`;
  }

  #answers() {
    return html`<div>${this.confirmable ? html`<button class="small" @click=${() => this.dispatchEvent(new Event('reading-confirmed'))}>${t('imports.confirm')}</button>` : nothing}
      <input aria-label="${t('imports.amend')} ${this.row.row}" title=${t('imports.amend')} .value=${this.row.reading!.text} @change=${(
        event: Event,
      ) => {
        const detail = (event.target as HTMLInputElement).value;
        this.dispatchEvent(new CustomEvent('reading-amended', { detail }));
      }} /></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-reading': ImportReading;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number } from '#client/kernel/format.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';

/**
 * A long job with counts, not only a bar: `done` of `total`, `text` for what was found so far, `cancellable`. Fires `job-cancelled`.
 */
@customElement('job-progress')
export class JobProgress extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; }
      .line { display: flex; gap: var(--s-3); align-items: center; flex-wrap: wrap; font-size: var(--t-3); }
      progress { flex: 1; min-width: 10rem; height: 8px; border: 1px solid var(--edge); border-radius: 0; background: var(--sheet); appearance: none; -webkit-appearance: none; }
      progress::-webkit-progress-bar { background: var(--sheet); }
      progress::-webkit-progress-value { background: var(--azurite-btn); }
      progress::-moz-progress-bar { background: var(--azurite-btn); }
    `,
  ];

  @property({ type: Number }) done = 0;
  /** Unknown as long as it is 0. */
  @property({ type: Number }) total = 0;
  @property() text = '';
  @property({ type: Boolean }) cancellable = false;

  override render() {
    const counted =
      this.total > 0 ? t('job.progress', { done: number(this.done), total: number(this.total) }) : t('job.running');
    return html`<div class="line">
      <progress max=${this.total > 0 ? this.total : nothing} value=${this.total > 0 ? this.done : nothing} aria-label=${counted}></progress>
      <span class="num" role="status">${counted}${this.text ? ` · ${this.text}` : ''}</span>
      ${this.cancellable ? html`<button class="small" @click=${() => this.dispatchEvent(new Event('job-cancelled'))}>${t('job.cancel')}</button>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'job-progress': JobProgress;
  }
}

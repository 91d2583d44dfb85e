import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';
import { errorIdOf, sentenceOf, t } from '#client/kernel/words.ts';

/**
 * What went wrong in one sentence, what was kept, and a way to try again. `error` is anything thrown; `retry` shows the button.
 * Fires `retried`. Shows nothing without an error.
 */
@customElement('problem-line')
export class ProblemLine extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .problem { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: center; }
      .problem small { user-select: all; }
    `,
  ];

  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean }) retry = false;

  override render() {
    if (this.error === undefined || this.error === null) return nothing;
    const id = errorIdOf(this.error);
    return html`<p class="problem" role="alert">
      <span>${sentenceOf(this.error)}</span>
      ${id ? html`<small>${t('app.error_id', { id })}</small>` : nothing}
      ${this.retry ? html`<button class="small" @click=${() => this.dispatchEvent(new Event('retried'))}>${t('action.retry')}</button>` : nothing}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'problem-line': ProblemLine;
  }
}

import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';

/** What stands where a list is empty: one sentence (`text`) and, in its slot, the way on. Fires nothing. */
@customElement('empty-state')
export class EmptyState extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: block; padding: var(--s-6) var(--s-4); color: var(--ink-2); font-size: var(--t-3); }
      p { max-width: 38em; }
      .way { margin-top: var(--s-3); display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
    `,
  ];

  @property() text = '';

  override render() {
    return html`<p role="status">${this.text}</p><div class="way"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'empty-state': EmptyState;
  }
}

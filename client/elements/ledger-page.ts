import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';

/**
 * The skeleton every list shares: title (`heading`) with light counters (slot `counters`) and the primary action (slot `actions`), then
 * filters (slot `filters`), a notice line (slot `note`), and the grid in the default slot, which gets all the height left. Fires nothing.
 */
@customElement('ledger-page')
export class LedgerPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: flex; flex-direction: column; height: 100%; min-height: 0; gap: var(--s-1); }
      header { display: flex; align-items: center; gap: var(--s-2) var(--s-5); min-height: 2.5rem; flex-wrap: wrap; flex: none; }
      h1 { font-size: var(--t-6); }
      .space { flex: 1; }
      .actions { display: flex; gap: var(--s-2); }
      .filters { flex: none; }
      .grid { flex: 1; min-height: 16rem; display: flex; flex-direction: column; margin-top: var(--s-1); }
      ::slotted(data-grid) { flex: 1; }
      @media (max-width: 640px) {
        :host { height: auto; }
        header { padding: var(--s-2) var(--s-3) 0; }
        .space { display: none; }
        .filters { padding: 0 var(--s-3); }
        .grid { min-height: 0; }
      }
      @media print {
        :host, .grid { display: block; height: auto; }
        :host { page: wide; }
        .actions { display: none; }
      }
    `,
  ];

  @property() heading = '';

  override render() {
    return html`<header><h1>${this.heading}</h1><slot name="counters"></slot><span class="space"></span><div class="actions"><slot name="actions"></slot></div></header>
      <div class="filters"><slot name="filters"></slot></div>
      <slot name="note"></slot>
      <div class="grid"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-page': LedgerPage;
  }
}

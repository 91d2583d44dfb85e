import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/dossiers/ledger-list.ts';
import { transferLedger } from './transfer-ledger.ts';

/** S19: what was sent to this office and waits: it counts as received only when a person has signed for it. */
@customElement('police-page')
export class PolicePage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = transferLedger(true);

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'police-page': PolicePage;
  }
}

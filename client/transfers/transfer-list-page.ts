import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/dossiers/ledger-list.ts';
import { transferLedger } from './transfer-ledger.ts';

/** The ledger of transfers, to departments and to the police. */
@customElement('transfer-list-page')
export class TransferListPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;
  readonly #ledger = transferLedger(false);

  override render() {
    return html`<ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-list-page': TransferListPage;
  }
}

import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/dossiers/ledger-list.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { transferLedger } from './transfer-ledger.ts';

/** S19: what was sent to this office and waits: it counts as received only when a person has signed for it. */
@customElement('police-page')
export class PolicePage extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); height: 100%; }
      p { font-size: var(--t-2); color: var(--ink-2); padding-bottom: var(--s-1); }
      @media (max-width: 640px) { :host { display: block; height: auto; } p { padding: var(--s-2) var(--s-3) 0; } }
    `,
  ];
  readonly #ledger = transferLedger(true);

  override render() {
    return html`<p>${t('transfers.signing_counts')}</p><ledger-list .ledger=${this.#ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'police-page': PolicePage;
  }
}

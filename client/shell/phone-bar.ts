import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { askEntry } from '#client/complaints/ask-entry.ts';
import { Address } from '#client/kernel/address.ts';
import { openPalette } from '#client/kernel/commands.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type AppRoute, isHere } from '#client/routes.ts';

/** The bar at the foot of a phone: the desk, the ledger, registering, searching, one's own things. Fires nothing. */
@customElement('phone-bar')
export class PhoneBar extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: none; }
      nav { position: fixed; left: 0; right: 0; bottom: 0; z-index: 30; display: flex; background: var(--sheet); border-top: 1px solid var(--edge); }
      a, button { flex: 1; display: grid; place-items: center; min-width: 0; min-height: 3.25rem; font: inherit; font-size: 0.75rem; color: var(--ink-2); text-decoration: none; white-space: nowrap; background: none; border: 0; border-top: 3px solid transparent; padding: 0 1px; }
      [aria-current] { color: var(--azurite); border-top-color: var(--azurite); font-weight: 600; }
      .new { color: var(--azurite); font-weight: 600; }
      @media (max-width: 640px) { :host { display: block; } }
      @media print { nav { display: none; } }
    `,
  ];

  @property({ attribute: false }) routes: readonly AppRoute[] = [];

  constructor() {
    super();
    new Address(this);
    window.addEventListener('popstate', () => this.requestUpdate());
  }

  override render() {
    const shown = this.routes.filter(({ nav }) => nav?.phone);
    const link = ({ path, nav }: AppRoute) =>
      html`<a href=${path} aria-current=${isHere(path) ? 'page' : nothing}>${nav ? t(nav.word) : ''}</a>`;
    return html`<nav aria-label=${t('app.navigation')}>
      ${shown.slice(0, 2).map(link)}
      ${may('complaint.register') ? html`<button class="new" @click=${() => askEntry()}>＋ ${t('entry.short')}</button>` : nothing}
      ${may('dossier.read') ? html`<button @click=${() => openPalette('search')}>${t('action.search')}</button>` : nothing}
      ${shown.slice(2).map(link)}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-bar': PhoneBar;
  }
}

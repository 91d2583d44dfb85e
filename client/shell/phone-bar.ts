import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { askEntry } from '#client/complaints/ask-entry.ts';
import { Address } from '#client/kernel/address.ts';
import { openPalette } from '#client/kernel/commands.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type AppRoute, isHere } from '#client/routes.ts';

/** The bar at the foot of a phone: the desk, the ledger, registering, searching, and a sheet with every other page. Fires nothing. */
@customElement('phone-bar')
export class PhoneBar extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: none; }
      nav { position: fixed; left: 0; right: 0; bottom: 0; z-index: 30; background: var(--sheet); border-top: 1px solid var(--edge); }
      .row { display: flex; }
      .row > * { flex: 1; display: grid; place-items: center; min-width: 0; min-height: 3.25rem; font: inherit; font-size: 0.75rem; color: var(--ink-2); text-decoration: none; white-space: nowrap; background: none; border: 0; border-top: 3px solid transparent; padding: 0 1px; }
      .row [aria-current] { color: var(--azurite); border-top-color: var(--azurite); font-weight: 600; }
      .row .new { color: var(--azurite); font-weight: 600; }
      .more { display: grid; grid-template-columns: 1fr 1fr; max-height: 60vh; overflow: auto; border-bottom: 1px solid var(--rule); }
      .more a { display: flex; align-items: center; min-height: 2.75rem; padding: 0 var(--s-4); color: var(--ink); text-decoration: none; font-size: var(--t-3); border-bottom: 1px solid var(--rule); }
      .more [aria-current] { color: var(--azurite); background: var(--azurite-t); font-weight: 600; }
      @media (max-width: 640px) { :host { display: block; } }
      @media print { nav { display: none; } }
    `,
  ];

  @property({ attribute: false }) routes: readonly AppRoute[] = [];
  @state() private open = false;

  readonly #close = () => {
    this.open = false;
  };

  constructor() {
    super();
    new Address(this);
    window.addEventListener('popstate', () => this.requestUpdate());
  }

  override render() {
    const shown = this.routes.filter(({ nav }) => nav?.phone);
    const others = this.routes.filter((route) => !shown.includes(route));
    const beyond = others.some(({ path }) => isHere(path));
    return html`<nav aria-label=${t('app.navigation')} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#close()}>
      ${this.open ? html`<div class="more" id="more">${others.map((route) => this.#link(route))}</div>` : nothing}
      <div class="row">
        ${shown.map((route) => this.#link(route))}
        ${may('complaint.register') ? html`<button class="new" @click=${() => askEntry()}>＋ ${t('entry.short')}</button>` : nothing}
        ${may('dossier.read') ? html`<button @click=${() => openPalette('search')}>${t('action.search')}</button>` : nothing}
        <button aria-expanded=${this.open ? 'true' : 'false'} aria-controls="more" aria-current=${beyond ? 'page' : nothing} @click=${() => {
          this.open = !this.open;
        }}>${t('nav.more')}</button>
      </div>
    </nav>`;
  }

  #link({ path, nav }: AppRoute) {
    return html`<a href=${path} aria-current=${isHere(path) ? 'page' : nothing} @click=${this.#close}>${nav ? t(nav.word) : ''}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-bar': PhoneBar;
  }
}

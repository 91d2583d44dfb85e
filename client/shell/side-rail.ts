import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Address } from '#client/kernel/address.ts';
import { keyName } from '#client/kernel/keys.ts';
import { base } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type AppRoute, isHere } from '#client/routes.ts';

/** The navigation at the left: what one works on above the line, one's own things below. Fires nothing. */
@customElement('side-rail')
export class SideRail extends LitElement {
  static override styles = [
    base,
    css`
      :host { background: var(--sheet); border-right: 1px solid var(--rule); overflow: auto; padding: var(--s-2) 0; }
      a { display: flex; align-items: center; min-height: 2.25rem; padding: 0 var(--s-4); color: var(--ink); text-decoration: none; font-size: var(--t-3); border-left: 3px solid transparent; }
      a:hover { background: var(--azurite-t); }
      a[aria-current] { border-left-color: var(--azurite); background: var(--azurite-t); color: var(--azurite); font-weight: 600; }
      hr { border: 0; border-top: 1px solid var(--rule); margin: var(--s-2) var(--s-4); }
    `,
  ];

  @property({ attribute: false }) routes: readonly AppRoute[] = [];

  constructor() {
    super();
    new Address(this);
    window.addEventListener('popstate', () => this.requestUpdate());
  }

  override render() {
    const part = (name: 'work' | 'own') =>
      this.routes.filter(({ nav }) => nav?.part === name).map((route) => this.#link(route));
    return html`<nav aria-label=${t('app.navigation')}>${part('work')}<hr />${part('own')}</nav>`;
  }

  #link({ path, nav }: AppRoute) {
    if (!nav) return nothing;
    const title = nav.key ? `g ${keyName(nav.key)}` : '';
    return html`<a href=${path} title=${title} aria-current=${isHere(path) ? 'page' : nothing}>${t(nav.word)}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'side-rail': SideRail;
  }
}

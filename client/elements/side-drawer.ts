import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isComposing } from '#client/kernel/ime.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { Overlay } from './overlay.ts';

/**
 * A drawer over the right of any page, which stays workable beside it. `heading`, slot `status` (草稿已存 10:02), content, slot `foot` for
 * the buttons. Esc collapses it; nothing typed is thrown away, because the content stays in the page. Fires `drawer-closed`.
 */
@customElement('side-drawer')
export class SideDrawer extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .drawer {
        position: fixed; z-index: 40; top: 44px; right: 0; bottom: 0; width: min(760px, 100vw); background: var(--sheet); border-left: 1px solid var(--edge);
        box-shadow: var(--float); display: flex; flex-direction: column;
      }
      :host([wide]) .drawer { width: min(1120px, 100vw); }
      header { display: flex; align-items: center; gap: var(--s-3); padding: var(--s-2) var(--s-4); border-bottom: 1px solid var(--rule); min-height: 3rem; flex-wrap: wrap; }
      h2 { flex: none; }
      .status { flex: 1; font-size: var(--t-2); color: var(--ink-3); min-width: 8rem; }
      .inside { flex: 1; overflow: auto; padding: var(--s-4); }
      footer { border-top: 1px solid var(--rule); padding: var(--s-3) var(--s-4); }
      @media (max-width: 640px) { .drawer { top: 0; z-index: 55; } .inside { padding: var(--s-3); } header { padding: 0 var(--s-3); flex-wrap: nowrap; } .status { min-width: 0; } footer { padding: var(--s-2) var(--s-3); } }
      @media print { .drawer { display: none; } }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;

  /** For what holds a table. */
  @property({ type: Boolean, reflect: true }) wide = false;

  readonly #overlay = new Overlay(this, false);

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('open')) return;
    if (this.open) this.#overlay.opened();
    else if (changed.get('open')) this.#overlay.closed();
  }

  #close(): void {
    this.dispatchEvent(new Event('drawer-closed'));
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    event.stopPropagation();
    this.#close();
  };

  override render() {
    return html`<section class="drawer" role="dialog" aria-labelledby="heading" ?hidden=${!this.open} @keydown=${this.#key}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <span class="status" role="status"><slot name="status"></slot></span>
        <button class="quiet" @click=${this.#close}>${t('action.collapse')} <kbd>Esc</kbd></button>
      </header>
      <div class="inside">${this.open ? html`<slot></slot>` : nothing}</div>
      <footer><slot name="foot"></slot></footer>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'side-drawer': SideDrawer;
  }
}

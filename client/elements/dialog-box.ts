import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isComposing } from '#client/kernel/ime.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { Overlay } from './overlay.ts';

/**
 * A modal sheet over the page: `heading`, its content, and the slot `buttons`. `open` shows it. Fires `dialog-closed` on Esc or the close
 * button; whoever opened it sets `open` to false and gets the focus back. `wide` for tables.
 */
@customElement('dialog-box')
export class DialogBox extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .veil { position: fixed; inset: 0; z-index: 60; background: var(--veil); display: flex; align-items: flex-start; justify-content: center; padding: 8vh var(--s-4) var(--s-4); overflow: auto; }
      .box { background: var(--sheet); border-radius: 4px; box-shadow: var(--float); width: 34rem; max-width: 100%; display: flex; flex-direction: column; max-height: 84vh; }
      .wide { width: 56rem; }
      header { display: flex; align-items: center; gap: var(--s-3); padding: var(--s-3) var(--s-4); border-bottom: 1px solid var(--rule); }
      h2 { flex: 1; }
      .inside { padding: var(--s-4); overflow: auto; display: grid; gap: var(--s-3); }
      footer { padding: var(--s-3) var(--s-4); border-top: 1px solid var(--rule); display: flex; justify-content: flex-end; gap: var(--s-2); flex-wrap: wrap; }
      @media (max-width: 640px) {
        .veil { padding: 0; align-items: stretch; }
        .box { width: 100%; max-height: none; border-radius: 0; }
        .inside { flex: 1; align-content: start; }
        footer ::slotted(button) { flex: 1; }
      }
      @media print { .veil { display: none; } }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ type: Boolean }) wide = false;

  readonly #overlay = new Overlay(this);

  /** On the element itself, so that whoever draws the dialog hears its keys too; further up nobody does. */
  constructor() {
    super();
    this.addEventListener('keydown', this.#key);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('open')) return;
    if (this.open) this.#overlay.opened();
    else if (changed.get('open')) this.#overlay.closed();
  }

  #close(): void {
    this.dispatchEvent(new Event('dialog-closed'));
  }

  readonly #key = (event: KeyboardEvent) => {
    if (!this.open) return;
    event.stopPropagation(); // the page behind is not to be worked meanwhile
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    this.#close();
  };

  override render() {
    if (!this.open) return nothing;
    return html`<div class="veil">
      <section class="box ${this.wide ? 'wide' : ''}" role="dialog" aria-modal="true" aria-labelledby="heading">
        <header><h2 id="heading">${this.heading}</h2><button class="quiet" @click=${this.#close}>${t('action.close')} <kbd>Esc</kbd></button></header>
        <div class="inside"><slot></slot></div>
        <footer><slot name="buttons"></slot></footer>
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dialog-box': DialogBox;
  }
}

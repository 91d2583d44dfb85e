import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';

/** One quiet message, with a way to take the act back where there is one. */
export interface Toast {
  readonly text: string;
  readonly undo?: () => unknown;
  /** What the button says where it is not to take back. */
  readonly verb?: string;
  /** Waits until the line is free, instead of taking the place of what stands there. */
  readonly meek?: boolean;
}

const SHOWN_MS = 10_000;

/** Tells something once, at the foot of the page; the next message replaces it. Nothing important stands only here. */
export function toast(text: string, undo?: () => unknown, more: Pick<Toast, 'verb' | 'meek'> = {}): void {
  const detail = { text, ...(undo ? { undo } : {}), ...more };
  window.dispatchEvent(new CustomEvent<Toast>('toasted', { detail }));
}

/** The one line in which `toast()` speaks; stands once in the shell. Ten seconds, longer while it has the focus or the mouse. */
@customElement('toast-line')
export class ToastLine extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .line {
        position: fixed; z-index: 70; left: 50%; bottom: var(--s-5); transform: translateX(-50%); background: var(--ink); color: var(--sheet);
        border-radius: 2px; box-shadow: var(--float); padding: var(--s-2) var(--s-4); display: flex; gap: var(--s-4); align-items: center; font-size: var(--t-3); max-width: calc(100vw - 32px);
      }
      button { background: none; border-color: currentColor; color: inherit; min-height: 1.75rem; }
      button:hover { background: none; text-decoration: underline; }
      @media (max-width: 640px) { .line { bottom: 4.5rem; width: calc(100vw - 32px); } button { min-height: 2.75rem; } }
      @media print { .line { display: none; } }
    `,
  ];

  @state() private shown: Toast | undefined;
  #waiting: Toast | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  readonly #told = (event: Event) => {
    const { detail } = event as CustomEvent<Toast>;
    if (detail.meek && this.shown) this.#waiting = detail;
    else this.#show(detail);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('toasted', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('toasted', this.#told);
    clearTimeout(this.#hiding);
  }

  readonly #hideLater = () => {
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(() => this.#hide(), SHOWN_MS);
  };

  #show(next: Toast | undefined): void {
    clearTimeout(this.#hiding);
    this.shown = next;
    if (next) this.#hideLater();
  }

  #hide(): void {
    this.#show(this.#waiting);
    this.#waiting = undefined;
  }

  #undo(): void {
    const undo = this.shown?.undo;
    this.#hide();
    undo?.();
  }

  override render() {
    return html`<div role="status" aria-live="polite">${
      this.shown
        ? html`<div class="line" @mouseenter=${() => clearTimeout(this.#hiding)} @mouseleave=${this.#hideLater} @focusin=${() => clearTimeout(this.#hiding)} @focusout=${this.#hideLater}>
            <span>${this.shown.text}</span>${this.shown.undo ? html`<button @click=${this.#undo}>${this.shown.verb ?? t('action.undo')}</button>` : nothing}
          </div>`
        : nothing
    }</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'toast-line': ToastLine;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIELDS = 'input, select, textarea, day-field, combo-box';
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"], day-field, combo-box';

/** The element that really has the focus, inside whatever shadow roots. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}

/**
 * What every layer over the page needs: the focus goes in when it opens, stays in while it is modal, and returns to whoever opened it
 * when it closes. The host's own `render` draws it and its own keys close it.
 */
export class Overlay implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #modal: boolean;
  #opener: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, modal = true) {
    this.#host = host;
    this.#modal = modal;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#trap);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#trap);
  }

  /** Remembers the opener and moves the focus to whatever is marked `autofocus`, or to the first field, or to the first button. */
  opened(): void {
    this.#opener ??= focused();
    void this.#host.updateComplete.then(() => {
      const all = this.#all();
      const first =
        all.find((one) => one.hasAttribute('autofocus')) ?? all.find((one) => one.matches(FIELDS)) ?? all[0];
      first?.focus();
    });
  }

  /** Gives the focus back. */
  closed(): void {
    const opener = this.#opener;
    this.#opener = undefined;
    if (opener?.isConnected) opener.focus();
  }

  /** Slotted fields first in the order they are seen, then the layer's own. */
  #all(): HTMLElement[] {
    const found: HTMLElement[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>(`${FOCUSABLE}, slot`)) {
        if (element instanceof HTMLSlotElement) {
          for (const slotted of element.assignedElements({ flatten: true })) {
            if (slotted.matches(FOCUSABLE)) found.push(slotted as HTMLElement);
            walk(slotted);
            if (slotted.shadowRoot) walk(slotted.shadowRoot);
          }
        } else found.push(element);
      }
    };
    if (this.#host.shadowRoot) walk(this.#host.shadowRoot);
    return found.filter((one) => one.offsetParent !== null || one.getClientRects().length > 0);
  }

  readonly #trap = (event: KeyboardEvent) => {
    if (!this.#modal || event.key !== 'Tab' || !this.#opener) return;
    const all = this.#all();
    const now = focused();
    const at = all.findIndex((one) => one === now || one.shadowRoot?.contains(now ?? null));
    const leaving = event.shiftKey ? at <= 0 : at === all.length - 1;
    if (!leaving || all.length === 0) return;
    event.preventDefault();
    all[event.shiftKey ? all.length - 1 : 0]?.focus();
  };
}

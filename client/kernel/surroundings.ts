import type { ReactiveController, ReactiveControllerHost } from 'lit';

const phone = matchMedia('(max-width: 640px)');

/** Whether the screen is a phone's, and whether the page is being printed; redraws its host when either or a preference changes. */
export class Surroundings implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #drawNow: () => void;
  #printing = false;

  constructor(host: ReactiveControllerHost, drawNow: () => void) {
    this.#host = host;
    this.#drawNow = drawNow;
    host.addController(this);
  }

  get narrow(): boolean {
    return phone.matches;
  }

  get printing(): boolean {
    return this.#printing;
  }

  readonly #redraw = () => this.#host.requestUpdate();

  /** Paper does not wait: the host is redrawn before the browser takes its picture. */
  readonly #print = (event: Event) => {
    this.#printing = event.type === 'beforeprint';
    this.#host.requestUpdate();
    this.#drawNow();
  };

  hostConnected(): void {
    phone.addEventListener('change', this.#redraw);
    window.addEventListener('preferences-changed', this.#redraw);
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
  }

  hostDisconnected(): void {
    phone.removeEventListener('change', this.#redraw);
    window.removeEventListener('preferences-changed', this.#redraw);
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
  }
}

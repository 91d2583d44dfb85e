import { Task } from '@lit/task';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import '#client/elements/reason-dialog.ts';
import { t } from '#client/kernel/words.ts';

/** What the dialog before an opening says: its heading, what opening does, and the reasons offered. */
export interface RevealAsk {
  readonly heading: string;
  readonly does: string;
  readonly reasons: readonly string[];
}

/**
 * Who somebody is, opened with a reason and shown for as many seconds as the answer says, not a moment longer than its host stands in the
 * page. The host fires `identity-opened`.
 */
export class Reveal<Opened extends { readonly seconds: number }> implements ReactiveController {
  opened: Opened | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #open: Task<readonly [string], void>;
  #asking = false;
  #left = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, read: (reason: string) => Promise<Opened>) {
    this.#host = host;
    host.addController(this);
    this.#open = new Task(host, {
      autoRun: false,
      task: async ([reason]: readonly [string]) => this.#show(await read(reason)),
    });
  }

  hostDisconnected(): void {
    this.#hide();
  }

  readonly ask = (): void => this.#turn(true);

  /** How long it is still shown. */
  timer() {
    return html`<small role="timer">${t('record.reveal_left', { n: this.#left })}</small>`;
  }

  dialog({ heading, does, reasons }: RevealAsk) {
    if (!this.#asking) return nothing;
    return html`<reason-dialog open needs-reason heading=${heading} verb=${t('action.reveal')} .act=${{ changes: [does] }}
      .reasons=${reasons} .error=${this.#open.error} ?busy=${this.#open.status === 1} .most=${200}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#open.run([event.detail.reason])}
      @act-cancelled=${() => this.#turn(false)}></reason-dialog>`;
  }

  #turn(asking: boolean): void {
    this.#asking = asking;
    this.#host.requestUpdate();
  }

  #show(opened: Opened): void {
    clearInterval(this.#ticking);
    this.opened = opened;
    this.#left = opened.seconds;
    this.#ticking = setInterval(() => this.#tick(), 1000);
    this.#turn(false);
    this.#host.dispatchEvent(new Event('identity-opened'));
  }

  #tick(): void {
    this.#left -= 1;
    if (this.#left <= 0) this.#hide();
    else this.#host.requestUpdate();
  }

  #hide(): void {
    clearInterval(this.#ticking);
    this.opened = undefined;
    this.#host.requestUpdate();
  }
}

/** One unfinished form: what was typed and when it was last kept. */
export interface Draft<T> {
  readonly answers: T;
  readonly at: string;
}

/** Where drafts also go so that another device finds them; the browser alone keeps them while the server is away. */
export type KeepDraft<T> = (draft: Draft<T>) => Promise<unknown>;

const PREFIX = 'yipanqi.draft.';
const REST_MS = 1000;

/**
 * Keeps what is being typed: first in this browser, then on the server. A second after the last change, and at once when the
 * page is hidden or the field left, so that closing the lid loses nothing.
 */
export class DraftKeeper<T extends object> {
  readonly #key: string;
  readonly #onKept: (at: string, where: 'here' | 'server') => void;
  readonly #send: KeepDraft<T> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #answers: T | undefined;

  constructor(key: string, onKept: (at: string, where: 'here' | 'server') => void, send?: KeepDraft<T>) {
    this.#key = PREFIX + key;
    this.#onKept = onKept;
    this.#send = send;
  }

  /** Notes a change; it is written a second after the last one. */
  note(answers: T): void {
    this.#answers = answers;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.keep(), REST_MS);
  }

  /** Writes what was noted now: on blur, when the page is hidden, before leaving. */
  async keep(): Promise<void> {
    clearTimeout(this.#waiting);
    const answers = this.#answers;
    if (!answers) return;
    this.#answers = undefined;
    const draft: Draft<T> = { answers, at: new Date().toISOString() };
    localStorage.setItem(this.#key, JSON.stringify(draft));
    this.#onKept(draft.at, 'here');
    if (!this.#send) return;
    await this.#send(draft).then(
      () => this.#onKept(draft.at, 'server'),
      () => undefined, // the copy in this browser stands until the next change reaches the server
    );
  }

  /** The copy in this browser, if there is one. */
  found(): Draft<T> | undefined {
    try {
      return (JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Draft<T> | null) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Forgets the draft once it has become a record. */
  drop(): void {
    clearTimeout(this.#waiting);
    this.#answers = undefined;
    localStorage.removeItem(this.#key);
  }

  /** Watches for the page being hidden; returns how to stop watching. */
  watch(): () => void {
    const hide = () => void this.keep();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', hide);
      hide();
    };
  }
}

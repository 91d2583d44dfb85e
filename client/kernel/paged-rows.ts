import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One page as any list endpoint answers it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Asks for the page after a cursor; undefined asks for the first. */
export type AskPage<Row> = (cursor: string | undefined, limit: number, signal: AbortSignal) => Promise<Page<Row>>;

const PAGE = 50;
const MOST_AT_ONCE = 200;

/** The rows of a list, page by page. A failed refresh keeps the rows there are, with the time they are of; nothing goes blank. */
export class PagedRows<Row extends { readonly id: number }> implements ReactiveController {
  rows: readonly Row[] = [];
  busy = false;
  error: unknown;
  staleSince: string | undefined;
  #next: string | null = null;
  #freshAt: string | undefined;
  #asking: AbortController | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskPage<Row>;

  constructor(host: ReactiveControllerHost, ask: AskPage<Row>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }

  get more(): boolean {
    return this.#next !== null;
  }

  /** Reads the list anew from its beginning, as many rows as stand there now. `fresh` forgets the old ones at once. */
  async reload(fresh = false): Promise<void> {
    if (fresh) this.rows = [];
    await this.#run(async (signal) => {
      const limit = Math.min(MOST_AT_ONCE, Math.max(PAGE, this.rows.length));
      const page = await this.#ask(undefined, limit, signal);
      this.rows = page.rows;
      this.#next = page.next;
    });
  }

  /** Adds the next page. */
  async readOn(): Promise<void> {
    const cursor = this.#next;
    if (cursor === null || this.busy) return;
    await this.#run(async (signal) => {
      const page = await this.#ask(cursor, PAGE, signal);
      const known = new Set(this.rows.map((row) => row.id));
      this.rows = [...this.rows, ...page.rows.filter((row) => !known.has(row.id))];
      this.#next = page.next;
    });
  }

  /** Puts a changed row where it stood; it stays there until the list is read anew. */
  replace(changed: Row): void {
    this.rows = this.rows.map((row) => (row.id === changed.id ? { ...row, ...changed } : row));
    this.#host.requestUpdate();
  }

  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      await work(asking.signal);
      if (asking.signal.aborted) return;
      this.error = undefined;
      this.staleSince = undefined;
      this.#freshAt = new Date().toISOString();
    } catch (error) {
      if (asking.signal.aborted) return;
      this.error = error;
      this.staleSince = this.rows.length > 0 ? this.#freshAt : undefined;
    }
    this.busy = false;
    this.#host.requestUpdate();
  }
}

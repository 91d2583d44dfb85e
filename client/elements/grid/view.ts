import { recall, remember } from '#client/kernel/router.ts';
import type { Place } from './move.ts';

const SPARE = 8;

/** What the view needs to know of its grid. */
export interface ViewHost {
  readonly renderRoot: ParentNode;
  readonly rows: readonly unknown[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly memory: string;
  requestUpdate: () => void;
  dispatchEvent: (event: Event) => boolean;
}

/** Which rows are on screen: the slice to draw, scrolling a cell into sight, and finding the place again when coming back. */
export class GridView {
  readonly #host: ViewHost;
  #asked = -1;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  first = 0;
  last = 40;
  rowHeight = 40;

  constructor(host: ViewHost) {
    this.#host = host;
  }

  get scroller(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.scroll');
  }

  /** How many rows one screen shows. */
  get page(): number {
    return Math.max(1, Math.floor(((this.scroller?.clientHeight ?? 0) - this.#head) / this.rowHeight));
  }

  get #head(): number {
    return this.#host.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
  }

  /** Looks again at what is visible; asks for more rows when the end is near. */
  look(): void {
    const scroller = this.scroller;
    if (!scroller) return;
    this.rowHeight =
      this.#host.renderRoot.querySelector('.body .row')?.getBoundingClientRect().height || this.rowHeight;
    const top = Math.floor(scroller.scrollTop / this.rowHeight);
    const fit = Math.ceil(scroller.clientHeight / this.rowHeight);
    const first = Math.max(0, Math.floor((top - SPARE) / 4) * 4);
    const last = Math.min(this.#host.rows.length, Math.ceil((top + fit + SPARE) / 4) * 4);
    const moved = first !== this.first || last !== this.last;
    [this.first, this.last] = [first, last];
    if (moved) this.#host.requestUpdate();
    if (this.#host.more && !this.#host.busy && top + fit + SPARE >= this.#host.rows.length) this.askMore();
  }

  /** Asks once for the rows after those loaded. */
  askMore(): void {
    if (this.#asked === this.#host.rows.length) return;
    this.#asked = this.#host.rows.length;
    this.#host.dispatchEvent(new Event('end-reached'));
  }

  /** New rows came: another list may end where the last one did. */
  renewed(): void {
    if (this.#host.rows.length < this.#asked) this.#asked = -1;
  }

  /** Where the list was left, when this history entry is come back to. */
  get kept(): { top: number; row: number } | undefined {
    return recall(this.#host.memory);
  }

  keep(row: number): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => {
      const top = this.scroller?.scrollTop;
      if (top !== undefined) remember(this.#host.memory, { top, row });
    }, 200);
  }

  /** Leaving the page: nothing more may be written into what is by then another page's history entry. */
  stop(): void {
    clearTimeout(this.#keeping);
  }

  /** Coming back, the list stands where it was left as soon as enough rows are loaded. */
  returnToKept(): void {
    const top = this.kept?.top ?? 0;
    const scroller = this.scroller;
    if (!scroller || top === 0 || scroller.scrollTop > 0 || this.#host.rows.length * this.rowHeight < top) return;
    scroller.scrollTop = top;
  }

  /** Scrolls just enough for a cell to be seen whole, clear of the head and the frozen columns. */
  reveal(place: Place, frozen: number): void {
    const scroller = this.scroller;
    if (!scroller) return;
    const top = place.row * this.rowHeight;
    const room = scroller.clientHeight - this.#head;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + this.rowHeight - room;
    this.look();
    if (place.column >= frozen) this.#revealColumn(scroller, place.column, frozen);
  }

  #revealColumn(scroller: HTMLElement, column: number, frozen: number): void {
    const { left, width } = this.columnBox(column);
    const fixed = frozen > 0 ? this.columnBox(frozen - 1) : undefined;
    const hidden = fixed ? fixed.left + fixed.width : 0;
    if (left - hidden < scroller.scrollLeft) scroller.scrollLeft = left - hidden;
    else if (left + width > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = left + width - scroller.clientWidth;
  }

  /** Where an editor lies: over a cell, which may be frozen while the rest is scrolled. */
  placeOf(place: Place, frozen: boolean): Record<string, string> {
    const { left, width } = this.columnBox(place.column);
    const scrolled = frozen ? (this.scroller?.scrollLeft ?? 0) : 0;
    const top = (this.#head || 36) + place.row * this.rowHeight;
    return { left: `${left + scrolled}px`, top: `${top}px`, width: `${width}px` };
  }

  /** Where a column stands inside the scrolled sheet, as if nothing were frozen or scrolled. */
  columnBox(column: number): { left: number; width: number } {
    const cells = this.#host.renderRoot.querySelectorAll<HTMLElement>('.head .cell');
    let left = 0;
    for (let at = 0; at < column; at += 1) left += cells[at]?.offsetWidth ?? 0;
    return { left, width: cells[column]?.offsetWidth ?? 0 };
  }
}

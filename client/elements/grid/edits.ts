import { sentenceOf } from '#client/kernel/words.ts';

/** A cell changed on screen before the server has agreed. */
export interface Edit {
  readonly text: string;
  readonly state: 'saving' | 'refused';
  readonly reason?: string;
}

/** What `cell-edited` carries: the change, and where to hand in the promise of its saving. */
export interface CellEdited<Row> {
  readonly row: Row;
  readonly key: string;
  readonly value: string;
  /** The cell shows the new value at once, a dot until this settles, a red corner with the sentence if it fails. */
  readonly until: (saving: Promise<unknown>) => void;
}

/** Cells whose change is on its way or was refused; a refused value is kept on screen until it is tried again. */
export class Edits {
  readonly #held = new Map<string, Edit>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  of(row: number | string, key: string): Edit | undefined {
    return this.#held.get(`${row} ${key}`);
  }

  /** Shows the value at once; it stays marked until the saving settles. */
  begin(row: number | string, key: string, text: string): (saving: Promise<unknown>) => void {
    const cell = `${row} ${key}`;
    const mine: Edit = { text, state: 'saving' };
    this.#set(cell, mine);
    return (saving) => {
      saving.then(
        () => this.#settle(cell, mine, undefined),
        (error: unknown) => this.#settle(cell, mine, { text, state: 'refused', reason: sentenceOf(error) }),
      );
    };
  }

  /** Takes a mark back: nobody saved, or the person restored the old value. */
  drop(row: number | string, key: string): void {
    this.#set(`${row} ${key}`, undefined);
  }

  /** A later edit of the same cell is not undone by the answer to an earlier one. */
  #settle(cell: string, mine: Edit, next: Edit | undefined): void {
    if (this.#held.get(cell) === mine) this.#set(cell, next);
  }

  #set(cell: string, edit: Edit | undefined): void {
    if (edit) this.#held.set(cell, edit);
    else this.#held.delete(cell);
    this.#changed();
  }
}

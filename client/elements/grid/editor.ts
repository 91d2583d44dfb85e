import { html, nothing } from 'lit';
import { isComposing, isComposingIn } from '#client/kernel/ime.ts';
import { placed } from '#client/kernel/placed.ts';
import type { CellEdit } from './column.ts';

/** The cell under the editor: its edit, what it holds now, and where it stands inside the scroller. */
export interface EditedCell {
  readonly edit: CellEdit<never>;
  readonly value: string;
}

/** What the editor asks of its grid. */
export interface EditorHost {
  requestUpdate: () => void;
  /** The editable cell that is active now; undefined where the active cell is not open to change. */
  cell: () => EditedCell | undefined;
  /** Saves a value and moves on: down after Enter, right after Tab, nowhere when the focus left. */
  commit: (value: string, then: 'down' | 'right' | 'stay') => void;
  /** A key that does not belong to editing. */
  key: (event: KeyboardEvent) => void;
}

/**
 * The one transparent textarea that lies over the active cell and always has the grid's focus, so that the first key of an input
 * method reaches it whole. It turns visible once something is typed; its value is never set while text is being composed.
 */
export class CellEditor {
  readonly #host: EditorHost;
  editing = false;
  #choice = 0;

  constructor(host: EditorHost) {
    this.#host = host;
  }

  /** The options that fit what is typed, by label, code or initials. */
  options(field: HTMLTextAreaElement | null) {
    const all = this.editing ? this.#host.cell()?.edit.options : undefined;
    const typed = field?.value.trim().toLowerCase() ?? '';
    if (!all || typed === '') return all ?? [];
    const found = all.filter((one) =>
      [one.label, one.value, one.initials ?? ''].some((text) => text.toLowerCase().includes(typed)),
    );
    return found.length > 0 ? found : all;
  }

  /** Opens the cell with what it holds, for F2 and a double click. */
  open(field: HTMLTextAreaElement): void {
    const cell = this.#host.cell();
    if (!cell) return;
    field.value = cell.edit.options ? '' : cell.value;
    this.#begin(field);
    field.select();
  }

  /** Leaves the cell as it was. */
  restore(field: HTMLTextAreaElement): void {
    this.#end(field);
  }

  #begin(field: HTMLTextAreaElement): void {
    this.editing = true;
    const at = this.options(field).findIndex((one) => one.value === this.#host.cell()?.value);
    this.#choice = Math.max(0, at);
    this.#host.requestUpdate();
  }

  #end(field: HTMLTextAreaElement): void {
    this.editing = false;
    field.value = '';
    this.#host.requestUpdate();
  }

  #save(field: HTMLTextAreaElement, then: 'down' | 'right' | 'stay'): void {
    const options = this.options(field);
    const value = options.length > 0 ? options[this.#choice]?.value : field.value.trim();
    this.#end(field);
    if (value !== undefined) this.#host.commit(value, then);
  }

  readonly #input = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    if (!this.#host.cell()) {
      if (!isComposingIn(field)) field.value = '';
      return;
    }
    this.#choice = 0;
    if (this.editing) this.#host.requestUpdate();
    else this.#begin(field);
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const field = event.target as HTMLTextAreaElement;
    if (!this.editing) return this.#host.key(event);
    const then =
      event.key === 'Enter' && !event.altKey ? 'down' : event.key === 'Tab' && !event.shiftKey ? 'right' : undefined;
    if (then) this.#save(field, then);
    else if (event.key === 'Escape') this.#end(field);
    else if (!this.#chosen(event, field)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #chosen(event: KeyboardEvent, field: HTMLTextAreaElement): boolean {
    const count = this.options(field).length;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (count === 0 || step === 0) return false;
    this.#choice = (this.#choice + step + count) % count;
    this.#host.requestUpdate();
    return true;
  }

  /** The textarea and, for a choice, its list, at a place inside the scroller. */
  template(
    label: string,
    place: Record<string, string>,
    field: HTMLTextAreaElement | null,
    active: string | undefined,
  ) {
    const cell = this.#host.cell();
    const options = this.options(field);
    return html`<textarea class="editor ${this.editing ? 'editing' : ''}" rows="1" spellcheck="false" autocomplete="off" aria-label=${label}
        aria-controls=${options.length > 0 ? 'options' : 'grid'}
        aria-activedescendant=${options.length > 0 ? `option-${this.#choice}` : (active ?? nothing)}
        maxlength=${cell?.edit.maxLength ?? nothing} ?readonly=${!cell} ?data-resting=${!this.editing} ${placed(place)}
        @input=${this.#input} @keydown=${this.#keydown}
        @blur=${(event: FocusEvent) => this.editing && this.#save(event.target as HTMLTextAreaElement, 'stay')}></textarea>
      ${
        options.length > 0
          ? html`<ul class="options" id="options" role="listbox" aria-label=${label} ${placed({ left: place.left ?? '0', top: `calc(${place.top ?? '0px'} + var(--row))` })}>
              ${options.map(
                (
                  option,
                  at,
                ) => html`<li role="option" id="option-${at}" aria-selected=${at === this.#choice ? 'true' : 'false'}
                  @mousedown=${(event: Event) => {
                    event.preventDefault();
                    this.#choice = at;
                    this.#save(field!, 'stay');
                  }}>${option.label}</li>`,
              )}
            </ul>`
          : nothing
      }`;
  }
}

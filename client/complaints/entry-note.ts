import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { today } from '#client/clocks/law.ts';
import { yuan } from '#client/kernel/format.ts';
import { isComposingIn, steadyValue } from '#client/kernel/ime.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { extractTitle } from '#shared/complaints/extraction.matter.ts';
import { extract, type Found } from '#shared/complaints/extraction.ts';

/**
 * The note of a call, pasted or typed: what it tells is found by rules in this browser and shown as buttons. Fires `note-read`
 * `{ found, note, chosen }`: all finds when text was pasted, one with `chosen` when its button is pressed.
 */
@customElement('entry-note')
export class EntryNote extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      textarea { min-height: 14rem; }
      .found { display: flex; flex-wrap: wrap; gap: var(--s-1); align-items: center; font-size: var(--t-2); }
      .found button { min-height: 1.625rem; font-size: var(--t-2); background: var(--azurite-t); border-color: transparent; gap: 4px; padding: 0 6px; max-width: 100%; overflow: hidden; }
      .found button span { color: var(--ink-2); }
      @media (max-width: 640px) { textarea { min-height: 5rem; } .found button { min-height: 2.5rem; } }
    `,
  ];

  @property() note = '';
  @state() private found: readonly Found[] = [];
  @query('textarea') private field!: HTMLTextAreaElement;

  readonly #typed = (event: Event) => {
    if (isComposingIn(this.field)) return;
    this.note = this.field.value;
    this.found = read(this.note);
    const pasted = event instanceof InputEvent && event.inputType === 'insertFromPaste';
    this.#tell(pasted || event.type === 'change' ? this.found : [], false);
  };

  /** A note that was kept is read anew: what it tells was not kept with it. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('note')) this.found = read(this.note);
  }

  /** Puts the focus into the note. */
  override focus(): void {
    this.field.focus();
  }

  #tell(found: readonly Found[], chosen: boolean): void {
    this.dispatchEvent(new CustomEvent('note-read', { detail: { found, note: this.note, chosen } }));
  }

  override render() {
    return html`<div class="field">
        <label for="note">${t('entry.paste')}</label>
        <textarea id="note" name="note" autofocus aria-describedby="note-helper" @input=${this.#typed} @change=${this.#typed} @compositionend=${this.#typed} ${steadyValue(this.note)}></textarea>
        <small id="note-helper">${t('entry.paste_helper')}</small>
      </div>
      ${
        this.note.trim() === ''
          ? nothing
          : html`<div class="found" role="status"><strong>${t('entry.found')}</strong>${
              this.found.length === 0 ? t('entry.found_none') : nothing
            }${this.found.map(
              (one) =>
                html`<button @click=${() => this.#tell([one], true)}><span>${t(`entry.found.${one.kind}`)}</span>${shown(one)}</button>`,
            )}</div>`
      }`;
  }
}

const read = (note: string) => [...extract(note, today()), ...extractTitle(note)];

function shown({ kind, value }: Found): string {
  if (kind === 'amount') return yuan(Number(value));
  if (kind === 'demand') return say(`complaint.demand.${value}`) ?? String(value);
  return kind === 'county' ? regionName(String(value)) : String(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-note': EntryNote;
  }
}

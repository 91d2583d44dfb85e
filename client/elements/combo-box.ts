import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isComposing, isComposingIn, steadyValue } from '#client/kernel/ime.ts';
import { base, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { type Choice, type ChoiceSource, fitting } from './combo/choice.ts';

export type { Choice, ChoiceSource } from './combo/choice.ts';

const REST_MS = 150;

/**
 * One of many, found by typing. `choices` are known here, `source` asks elsewhere; `value` is the chosen one's, `text` how it reads.
 * Opens on typing, Enter chooses, Tab accepts what is highlighted, Esc closes; pinyin still being composed is not a query. With
 * `free` what is typed stands even if nothing was chosen. Fires `choice-made` `{ choice }` (undefined when cleared), `text-typed`
 * `{ text }` with `free`, and `change`.
 */
@customElement('combo-box')
export class ComboBox extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    base,
    inputs,
    css`
      :host { display: block; position: relative; }
      ul {
        position: absolute; z-index: 30; top: 100%; left: 0; min-width: 100%; max-width: min(34rem, 90vw); max-height: 18rem; overflow: auto; background: var(--sheet);
        border: 1px solid var(--edge); box-shadow: var(--float); margin-top: 2px;
      }
      li { padding: var(--s-1) var(--s-2); font-size: var(--t-3); line-height: 1.45; cursor: pointer; min-height: 1.75rem; }
      li:hover { background: var(--azurite-t); }
      li[aria-selected="true"] { background: var(--sel); box-shadow: inset 3px 0 0 var(--azurite); }
      li small { display: block; }
      .none { padding: var(--s-2); font-size: var(--t-2); color: var(--ink-3); }
      @media (max-width: 640px) { li { min-height: 2.75rem; padding: var(--s-2); } }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property({ attribute: false }) source: ChoiceSource | undefined;
  @property() value = '';
  @property() text = '';
  @property() name = '';
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) invalid = false;
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) free = false;
  @state() private open = false;
  @state() private found: readonly Choice[] = [];
  @state() private at = 0;
  @state() private busy = false;
  @query('input') private field!: HTMLInputElement;

  #asking: AbortController | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopAsking();
  }

  /** How the chosen value reads, where the page did not say. */
  get #reads(): string {
    return this.text || (this.choices.find((choice) => choice.value === this.value)?.label ?? '');
  }

  readonly #typed = () => {
    if (isComposingIn(this.field)) return;
    this.at = 0;
    this.open = true;
    if (this.free) this.dispatchEvent(new CustomEvent('text-typed', { detail: { text: this.field.value } }));
    this.#look(this.field.value);
  };

  #look(typed: string): void {
    if (!this.source) {
      this.found = fitting(this.choices, typed);
      return;
    }
    this.#stopAsking();
    if (typed.trim() === '') {
      this.found = this.choices;
      return;
    }
    this.busy = true;
    this.#waiting = setTimeout(() => void this.#ask(typed), REST_MS);
  }

  async #ask(typed: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const found = await this.source!(typed, asking.signal);
      if (asking.signal.aborted) return;
      this.found = found;
      this.at = 0;
    } catch {
      this.found = []; // a suggestion that cannot be had is none: typing goes on
    }
    if (!asking.signal.aborted) this.busy = false;
  }

  #stopAsking(): void {
    clearTimeout(this.#waiting);
    this.#asking?.abort();
    this.busy = false;
  }

  #choose(choice: Choice | undefined): void {
    this.open = false;
    this.#stopAsking();
    const changed = (choice?.value ?? '') !== this.value;
    this.value = choice?.value ?? '';
    this.text = choice?.label ?? '';
    this.field.value = this.text;
    if (!changed) return;
    this.dispatchEvent(new CustomEvent('choice-made', { detail: { choice } }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  readonly #key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event.key === 'ArrowDown' ? 1 : -1);
    else if (!this.open) return;
    else if (event.key === 'Enter' && this.found[this.at] && !event.ctrlKey) this.#choose(this.found[this.at]);
    else if (event.key === 'Escape') this.#settle();
    else {
      const choice = this.found[this.at];
      if (event.key === 'Tab' && choice && !choice.byHand && this.#abbreviates) this.#choose(choice);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** With `free` a written-out word means itself: only initials, pinyin and numbers stand for what is highlighted. */
  get #abbreviates(): boolean {
    const typed = this.field.value.trim();
    return typed !== '' && (!this.free || /^[\x20-\x7e]+$/.test(typed));
  }

  #move(by: number): void {
    if (this.open && this.found.length > 0) this.at = (this.at + by + this.found.length) % this.found.length;
    else {
      this.open = true;
      this.#look('');
      this.at = Math.max(
        0,
        this.found.findIndex((choice) => choice.value === this.value),
      );
    }
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** Left without choosing: an emptied field is cleared, free text stands, anything else reads as before. */
  readonly #settle = () => {
    this.open = false;
    this.#stopAsking();
    if (this.field.value.trim() === '') {
      if (this.value !== '') this.#choose(undefined);
    } else if (!this.free) this.field.value = this.#reads;
    else if (this.field.value !== this.#reads) this.#keepTyped(this.field.value);
  };

  /** Free text is no choice: the value is emptied, the words stay. */
  #keepTyped(text: string): void {
    this.value = '';
    this.text = text;
    this.dispatchEvent(new CustomEvent('choice-made', { detail: { choice: undefined } }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  override render() {
    const active = this.open && this.found[this.at] ? `choice-${this.at}` : nothing;
    return html`<input role="combobox" aria-autocomplete="list" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="choices"
        aria-activedescendant=${active} aria-label=${this.label || nothing} aria-invalid=${this.invalid ? 'true' : 'false'}
        aria-required=${this.required ? 'true' : 'false'} placeholder=${this.placeholder} ?disabled=${this.disabled} autocomplete="off" spellcheck="false"
        @input=${this.#typed} @compositionend=${this.#typed} @keydown=${this.#key} @blur=${this.#settle} ${steadyValue(this.#reads)} />
      <ul id="choices" role="listbox" aria-label=${this.label || t('combo.typing')} ?hidden=${!this.open || this.found.length === 0}>
        ${
          this.open
            ? this.found.map(
                (
                  choice,
                  at,
                ) => html`<li id="choice-${at}" role="option" aria-selected=${at === this.at ? 'true' : 'false'}
                  @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(choice)}
                  >${choice.label}${choice.hint ? html`<small>${choice.hint}</small>` : nothing}</li>`,
              )
            : nothing
        }
      </ul>
      <span class="for-reader" role="status">${this.open ? this.#told() : ''}</span>
      ${this.open && this.found.length === 0 && this.field?.value.trim() ? html`<ul aria-hidden="true"><li class="none">${this.#told()}</li></ul>` : nothing}`;
  }

  #told(): string {
    if (this.busy) return t('combo.loading');
    return this.found.length > 0 ? t('combo.count', { count: this.found.length }) : t('combo.none');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'combo-box': ComboBox;
  }
}

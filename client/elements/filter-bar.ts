import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Filter } from '#client/kernel/address.ts';
import { isComposing, isComposingIn, steadyValue } from '#client/kernel/ime.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { Surroundings } from '#client/kernel/surroundings.ts';
import { t } from '#client/kernel/words.ts';
import { filterControl } from './filter/control.ts';
import { chipText, type FilterField, withFilter, without } from './filter/field.ts';
import { filterStyles } from './filter/styles.ts';

export type { FilterField } from './filter/field.ts';

/** A pause this long in typing is a question. */
const TYPED_MS = 300;

/**
 * The filters of a list as data: `fields` says what can be asked, `filters` what is. Each set filter is a chip with its own way out; on
 * a phone they fill a sheet. `search` adds a box for words. Fires `filters-changed` `{ filters }` at once on every change, and
 * `search-changed` `{ text }`. Slot: `views` for saved views.
 */
@customElement('filter-bar')
export class FilterBar extends LitElement {
  static override styles = [base, buttons, inputs, filterStyles];

  @property({ attribute: false }) fields: readonly FilterField[] = [];
  @property({ attribute: false }) filters: readonly Filter[] = [];
  /** How many rows match now, in words, for the phone's button. */
  @property({ attribute: false }) countText = '';
  @property({ type: Boolean }) search = false;
  @property() searchText = '';
  @state() private openKey: string | undefined;
  @state() private sheet = false;
  @query('.search') private box!: HTMLInputElement | null;

  readonly #surroundings = new Surroundings(this, () => this.performUpdate());
  #unbind: (() => void) | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyF', run: () => this.focus() });
    document.addEventListener('click', this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
    clearTimeout(this.#typing);
    document.removeEventListener('click', this.#outside);
  }

  readonly #outside = (event: Event) => {
    if (this.openKey && !event.composedPath().includes(this)) this.openKey = undefined;
  };

  override focus(): void {
    (this.box ?? this.renderRoot.querySelector<HTMLElement>('button'))?.focus();
  }

  #set(field: FilterField, values: readonly string[], op: Filter['op']): void {
    this.#announce(withFilter(this.filters, { key: field.key, op, values }));
  }

  #announce(filters: readonly Filter[]): void {
    this.filters = filters;
    this.dispatchEvent(new CustomEvent('filters-changed', { detail: { filters } }));
  }

  readonly #toggle = (key: string) => {
    this.openKey = this.openKey === key ? undefined : key;
    if (this.openKey)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.pop input, .pop day-field, .pop select')?.focus(),
      );
  };

  /** Escape closes the open filter first and leaves what lies behind alone. */
  readonly #key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (!this.openKey && !this.sheet) return;
    const key = this.openKey;
    this.openKey = undefined;
    this.sheet = false;
    event.stopPropagation();
    if (key) this.renderRoot.querySelector<HTMLElement>(`[data-open="${key}"]`)?.focus();
  };

  override render() {
    if (this.#surroundings.printing) return this.#inWords();
    return html`<div class="bar no-print" role="search" aria-label=${t('filter.bar')} @keydown=${this.#key}>
      <slot name="views"></slot>
      ${this.search ? this.#searchBox() : nothing}
      ${this.#surroundings.narrow ? this.#narrow() : html`${this.fields.map((field) => this.#opener(field))}${this.#chips()}`}
    </div>`;
  }

  /** Words are looked for while they are typed, but not while a Chinese word is still being composed. */
  readonly #typed = (event: Event) => {
    const field = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    if (!isComposingIn(field)) this.#typing = setTimeout(() => this.#seek(field.value), TYPED_MS);
  };

  readonly #entered = (event: Event) => this.#seek((event.target as HTMLInputElement).value);

  #seek(written: string): void {
    clearTimeout(this.#typing);
    if (written.trim() === this.searchText) return;
    this.searchText = written.trim();
    this.dispatchEvent(new CustomEvent('search-changed', { detail: { text: this.searchText } }));
  }

  #searchBox() {
    return html`<input class="search" type="search" enterkeyhint="search" aria-label=${t('filter.search')} placeholder=${t('filter.search')}
      ${steadyValue(this.searchText)} @input=${this.#typed} @compositionend=${this.#typed} @change=${this.#entered} @search=${this.#entered} />`;
  }

  #opener(field: FilterField) {
    const set = this.filters.some((one) => one.key === field.key);
    if (field.kind === 'flag') {
      return html`<button class="small ${set ? 'set' : ''}" aria-pressed=${set ? 'true' : 'false'}
        @click=${() => this.#set(field, set ? [] : ['yes'], 'eq')}>${field.label}</button>`;
    }
    const open = this.openKey === field.key;
    return html`<span class="holder"><button class="small ${set ? 'set' : ''}" data-open=${field.key} aria-expanded=${open ? 'true' : 'false'}
        @click=${() => this.#toggle(field.key)}>${field.label}<span aria-hidden="true">▾</span></button>
      ${open ? html`<div class="pop">${this.#control(field)}</div>` : nothing}</span>`;
  }

  #control(field: FilterField) {
    return filterControl(field, this.filters, (values, op) => this.#set(field, values, op));
  }

  #chips() {
    const set = this.filters.filter((filter) =>
      this.fields.some((field) => field.key === filter.key && field.kind !== 'flag'),
    );
    if (this.filters.length === 0) return nothing;
    return html`<span class="chips">
      ${set.map((filter) => {
        const text = chipText(this.fields, filter);
        return html`<button class="chip" title=${t('filter.remove', { name: text })} aria-label=${t('filter.remove', { name: text })}
          @click=${() => this.#announce(without(this.filters, filter))}>${text}<span aria-hidden="true">×</span></button>`;
      })}
      <button class="quiet small" @click=${() => this.#announce([])}>${t('filter.clear')}</button>
    </span>`;
  }

  #narrow() {
    const label = this.filters.length > 0 ? t('filter.count', { count: this.filters.length }) : t('filter.bar');
    return html`<button class="small" aria-expanded=${this.sheet ? 'true' : 'false'} @click=${() => {
      this.sheet = true;
    }}>${label}</button>
      ${
        this.sheet
          ? html`<div class="sheet-over" role="dialog" aria-modal="true" aria-label=${t('filter.bar')}>
              <div class="sheet-body">
                ${this.fields.map(
                  (field) =>
                    html`<fieldset><legend>${field.label}</legend>${
                      field.kind === 'flag' ? this.#opener(field) : this.#control(field)
                    }</fieldset>`,
                )}
              </div>
              <div class="sheet-foot">
                <button @click=${() => this.#announce([])}>${t('filter.clear')}</button>
                <button class="primary" @click=${() => {
                  this.sheet = false;
                }}>${this.countText ? t('filter.show', { count: this.countText }) : t('filter.show_any')}</button>
              </div>
            </div>`
          : nothing
      }`;
  }

  /** On paper the filter stands in words under the title. */
  #inWords() {
    return html`<p class="paper">${this.filters.map((filter) => chipText(this.fields, filter)).join('；')}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'filter-bar': FilterBar;
  }
}

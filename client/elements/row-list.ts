import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { answersOf, fieldsOf, type Values } from '#client/kernel/fields.ts';
import { isComposing } from '#client/kernel/ime.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';

/**
 * A field that is a list of small forms: officers, parties, penalties, instalments. Give it the `schema` of one row, the `words` its fields
 * are named by, and `.rows` to begin with; `value` is what stands in it now, rows left wholly empty not counted. Enter goes to the next
 * row, adding one at the end. Fires `change` when a row comes or goes.
 */
@customElement('row-list')
export class RowList extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      :host { display: grid; gap: var(--s-2); }
      .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s-2); align-items: start; border-left: 3px solid var(--rule); padding-left: var(--s-2); }
      .fields { grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: var(--s-2); }
      .row > button { margin-top: 1.5rem; }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property() name = '';
  @property() words = '';
  @property({ attribute: false }) schema!: FormSchema;
  /** Only these fields of a row, in this order. */
  @property({ attribute: false }) only: readonly string[] | undefined;
  @property({ attribute: false }) rows: readonly Values[] = [];
  @property({ type: Number }) least = 1;
  @property({ type: Number }) most = 50;
  /** Faults of the whole form; those of this list are `name.row.field`, rows counted as `value` counts them. */
  @property({ attribute: false }) faults: Faults = {};
  @state() private keys: readonly number[] = [];
  #next = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.keys.length > 0) return;
    const count = Math.max(this.rows.length, this.least);
    this.keys = Array.from({ length: count }, () => this.#next++);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('faults') && Object.keys(this.faults).some((place) => place.startsWith(`${this.name}.`)))
      this.#close();
  }

  /** Faults count the rows that were answered: those left empty go to the end, so that a row's number is what is said of it. */
  #close(): void {
    const filled = this.#filled().map(({ key }) => key);
    const empty = this.keys.filter((key) => !filled.includes(key));
    this.keys = [...filled, ...empty];
  }

  get #drawn(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }

  /** Rows in which something stands, each with its key. */
  #filled(): { key: number; answers: Record<string, unknown> }[] {
    return this.#drawn
      .map((row, at) => ({ key: this.keys[at]!, answers: answersOf(this.schema, row) }))
      .filter(({ answers }) => Object.values(answers).some((answer) => answer !== undefined && answer !== false));
  }

  /** The rows as they stand now, typed as the schema wants them. */
  get value(): Record<string, unknown>[] {
    return this.#filled().map(({ answers }) => answers);
  }

  /** The first field with a fault, or the first of all, as soon as what was told is drawn. */
  override focus(): void {
    void this.updateComplete.then(() =>
      (this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], [invalid]') ?? this.#firstOf(0))?.focus(),
    );
  }

  #firstOf(row: number): HTMLElement | null | undefined {
    return this.#drawn[row]?.querySelector<HTMLElement>('input, select, textarea, day-field');
  }

  readonly #add = () => {
    if (this.keys.length >= this.most) return;
    this.keys = [...this.keys, this.#next++];
    this.#settled(this.keys.length - 1);
  };

  #remove(key: number): void {
    const at = this.keys.indexOf(key);
    this.keys = this.keys.filter((one) => one !== key);
    this.#settled(Math.min(at, this.keys.length - 1));
  }

  /** Once a row has come or gone: the focus goes where work goes on, and the form hears of it. */
  #settled(row: number): void {
    void this.updateComplete.then(() => {
      (this.#firstOf(row) ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    });
  }

  /** As in a sheet; Ctrl+Enter stays the form's own. */
  readonly #key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event)) return;
    if (!(event.composedPath()[0] instanceof HTMLInputElement)) return;
    event.preventDefault();
    const at = this.#drawn.indexOf(event.currentTarget as HTMLElement);
    if (at + 1 < this.keys.length) this.#firstOf(at + 1)?.focus();
    else this.#add();
  };

  #faultsOf(at: number): Faults {
    const start = `${this.name}.${at}.`;
    return Object.fromEntries(
      Object.entries(this.faults).flatMap(([field, rule]) =>
        field.startsWith(start) ? [[field.slice(start.length), rule]] : [],
      ),
    );
  }

  override render() {
    return html`${repeat(
      this.keys,
      (key) => key,
      (key, at) => this.#row(key, at),
    )}${
      this.keys.length < this.most
        ? html`<div><button type="button" class="small add" @click=${this.#add}>＋ ${t('rows.add')}</button></div>`
        : nothing
    }`;
  }

  #row(key: number, at: number) {
    const look = { name: this.words, row: `${key}-`, ...(this.only ? { only: this.only } : {}) };
    return html`<div class="row" role="group" aria-label=${t('rows.nth', { n: at + 1 })} @keydown=${this.#key}>
      ${fieldsOf(this.schema, this.#faultsOf(at), this.rows[key] ?? {}, look)}
      ${
        this.keys.length > this.least
          ? html`<button type="button" class="small" aria-label=${t('rows.remove', { n: at + 1 })} @click=${() => this.#remove(key)}>×</button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'row-list': RowList;
  }
}

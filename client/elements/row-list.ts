import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answersOf, fieldsOf, type Values } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';

/**
 * A field that is a list of small forms: officers, parties, penalties, instalments. Give it the `schema` of one row, the `words` its fields
 * are named by, and `.rows` to begin with; `value` is what stands in it now, rows left wholly empty not counted. Fires nothing.
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
  /** Faults of the whole form; those of this list are `name.row.field`. */
  @property({ attribute: false }) faults: Faults = {};
  @state() private keys: readonly number[] = [];
  #next = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.keys.length > 0) return;
    const count = Math.max(this.rows.length, this.least);
    this.keys = Array.from({ length: count }, () => this.#next++);
  }

  /** The rows as they stand now, typed as the schema wants them. */
  get value(): Record<string, unknown>[] {
    return [...this.renderRoot.querySelectorAll('.row')]
      .map((row) => answersOf(this.schema, row))
      .filter((answers) => Object.values(answers).some((answer) => answer !== undefined && answer !== false));
  }

  readonly #add = () => {
    this.keys = [...this.keys, this.#next++];
    void this.updateComplete.then(() => {
      const rows = this.renderRoot.querySelectorAll('.row');
      rows[rows.length - 1]?.querySelector<HTMLElement>('input, select')?.focus();
    });
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
    return html`${this.keys.map(
      (key, at) => html`<div class="row">
        ${fieldsOf(this.schema, this.#faultsOf(at), this.rows[key] ?? {}, { name: this.words, ...(this.only ? { only: this.only } : {}) })}
        ${
          this.keys.length > this.least
            ? html`<button type="button" class="small" aria-label=${t('rows.remove', { n: at + 1 })} @click=${() => {
                this.keys = this.keys.filter((one) => one !== key);
              }}>×</button>`
            : nothing
        }
      </div>`,
    )}<div><button type="button" class="small" @click=${this.#add}>＋ ${t('rows.add')}</button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'row-list': RowList;
  }
}

import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { NUMBER_FORMATS, type NumberFormat } from '#shared/entities/identity.ts';

/**
 * Stands right behind the field of a number with check digits and says, while it is typed, whether they agree; a misread sign is put right
 * by a press. It warns and forbids nothing.
 */
@customElement('number-advice')
export class NumberAdvice extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      p { color: var(--orpiment); font-size: var(--t-2); display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; margin: 0; }
      button { font-variant-numeric: tabular-nums; }
    `,
  ];

  @property() format: NumberFormat = 'code';
  /** What the field began with. */
  @property({ attribute: false }) stored = '';
  @state() private written = '';
  #field: HTMLInputElement | undefined;

  readonly #typed = () => {
    this.written = this.#field?.value ?? '';
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#field = this.previousElementSibling as HTMLInputElement;
    this.#field.addEventListener('input', this.#typed);
    this.#field.addEventListener('change', this.#typed);
    this.#typed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#field?.removeEventListener('input', this.#typed);
    this.#field?.removeEventListener('change', this.#typed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('stored')) this.#typed();
  }

  #mend(mended: string): void {
    if (!this.#field) return;
    this.#field.value = mended;
    this.#field.focus();
    for (const event of ['input', 'change'])
      this.#field.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
  }

  override render() {
    const advice = NUMBER_FORMATS[this.format](this.written);
    return html`<div role="status">${advice ? this.#told(advice) : nothing}</div>`;
  }

  #told({ problem, mended }: NonNullable<ReturnType<(typeof NUMBER_FORMATS)[NumberFormat]>>) {
    return html`<p>${t(`number_advice.${problem}`)}${
      mended
        ? html`<button type="button" class="small" @click=${() => this.#mend(mended)}>${t('number_advice.mend', { code: mended })}</button>`
        : nothing
    }</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-advice': NumberAdvice;
  }
}

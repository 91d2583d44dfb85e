import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldOf } from '#client/kernel/fields.ts';
import { say } from '#client/kernel/words.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import { LOOK_BACK_RESULTS, VISIT_RESULTS } from '#shared/rectifications/rectification.lists.ts';
import { goesBack } from '#shared/rectifications/rectification.steps.ts';

const schema = RectificationStep as unknown as FormSchema;
type Result = (typeof VISIT_RESULTS)[number] | (typeof LOOK_BACK_RESULTS)[number];

/**
 * What a visit found, and only what that needs: a new limit or a case where it is not put right, a reason where nothing can be shown. Drawn
 * into the form it stands in, so that its fields are read like the form's own.
 */
@customElement('visit-outcome')
export class VisitOutcome extends LitElement {
  /** `result` of a visit, or `looked` of a look-back. */
  @property() field: 'result' | 'looked' = 'result';
  @property({ attribute: false }) faults: Faults = {};
  /** Every place has its pictures before and after. */
  @property({ type: Boolean }) shown = false;
  @state() private found: Result | undefined;
  @state() private opensCase = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const { found } = this;
    const back = found !== undefined && goesBack(found);
    return html`<div class="choices" role="radiogroup">${this.#results().map(
      (one) =>
        html`<label><input type="radio" name=${this.field} value=${one} @change=${() => {
          this.found = one;
          if (one === 'partly') this.opensCase = false;
        }} />${say(`rectification.result.${one}`)}</label>`,
    )}</div>
    ${found === 'passed' && !this.shown ? this.#field('noPictures') : nothing}
    ${back && found !== 'partly' ? this.#case() : nothing}
    ${back && !this.opensCase ? this.#field('until') : nothing}
    ${back && this.opensCase ? this.#field('violation') : nothing}`;
  }

  #results(): readonly Result[] {
    return this.field === 'result' ? VISIT_RESULTS : LOOK_BACK_RESULTS;
  }

  #field(name: string) {
    return fieldOf(schema, name, { faults: this.faults, values: {}, look: { name: 'RectificationStep' } });
  }

  #case() {
    return html`<div class="choices"><label><input type="checkbox" name="opensCase" .checked=${this.opensCase} @change=${(
      event: Event,
    ) => {
      this.opensCase = (event.target as HTMLInputElement).checked;
    }} />${say('RectificationStep.opensCase')}</label></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-outcome': VisitOutcome;
  }
}

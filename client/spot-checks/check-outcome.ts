import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldOf } from '#client/kernel/fields.ts';
import { say } from '#client/kernel/words.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { CHECK_RESULTS, type CheckResult, followUpsOf } from '#shared/spot-checks/spot-check.lists.ts';

const schema = SpotCheckStep as unknown as FormSchema;

/**
 * What a check found, and of the follow-ups those that go with it. Drawn into the form it stands in, so that its fields are read like the
 * form's own.
 */
@customElement('check-outcome')
export class CheckOutcome extends LitElement {
  @property({ attribute: false }) faults: Faults = {};
  @property() result: CheckResult | '' = '';
  @property() followUp = '';
  @state() private found: CheckResult | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const found = this.found ?? (this.result || undefined);
    return html`<div class="choices" role="radiogroup">${CHECK_RESULTS.map(
      (one) =>
        html`<label><input type="radio" name="result" value=${one} ?checked=${found === one} @change=${() => {
          this.found = one;
        }} />${say(`spot_check.result.${one}`)}</label>`,
    )}</div>
    ${
      found
        ? fieldOf(schema, 'followUp', {
            faults: this.faults,
            values: {},
            look: {
              name: 'SpotCheckStep',
              needed: ['followUp'],
              custom: { followUp: (id) => this.#choices(id, found) },
            },
          })
        : nothing
    }`;
  }

  #choices(id: string, found: CheckResult) {
    const open = followUpsOf(found);
    return html`<select id=${id} name="followUp" aria-required="true">${open.map(
      (one) =>
        html`<option value=${one} ?selected=${this.followUp === one}>${say(`spot_check.follow_up.${one}`)}</option>`,
    )}</select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'check-outcome': CheckOutcome;
  }
}

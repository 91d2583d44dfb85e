import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldOf } from '#client/kernel/fields.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import './before-visit.ts';

const schema = SpotCheckStep as unknown as FormSchema;

/** Who was there this year, and the reason only where the cap is reached. Drawn into the form it stands in, so that it is read like the form's own. */
@customElement('visit-reason')
export class VisitReason extends LitElement {
  @property({ type: Number }) entity = 0;
  @property({ attribute: false }) faults: Faults = {};
  @state() private full = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const asked = this.full || this.faults['overCapReason'] !== undefined;
    return html`<before-visit .entity=${this.entity} @visits-told=${(event: CustomEvent<{ full: boolean }>) => {
      this.full = event.detail.full;
    }}></before-visit>
    ${asked ? fieldOf(schema, 'overCapReason', { faults: this.faults, values: {}, look: { name: 'SpotCheckStep' } }) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-reason': VisitReason;
  }
}

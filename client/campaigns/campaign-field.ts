import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '#client/kernel/api.ts';
import { base, inputs } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { campaignLinkApi } from '#shared/campaigns/campaign.link.ts';

/**
 * Under which campaign a record is begun: only those issued to one's office and running are offered, and where there are none nothing is
 * asked. `value` is the campaign's id or ''. Fires `change`.
 */
@customElement('campaign-field')
export class CampaignField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, inputs, css`:host { display: block; } :host([hidden]) { display: none; }`];

  @property({ reflect: true }) name = 'campaignId';
  @property() value = '';
  @property() fault = '';

  readonly #joined = new Task(this, {
    args: () => [],
    task: (_, { signal }) => call(campaignLinkApi.joined, { signal }),
  });

  protected override updated(): void {
    this.hidden = (this.#joined.value ?? []).length === 0;
  }

  #chosen(value: string): void {
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  override render() {
    const joined = this.#joined.value ?? [];
    if (joined.length === 0) return nothing;
    return html`<div class="field"><label for="campaign">${t('campaign.under')}</label>
      <select id="campaign" aria-invalid=${this.fault ? 'true' : 'false'} @change=${(event: Event) => this.#chosen((event.target as HTMLSelectElement).value)}>
        <option value="">${t('campaign.under_none')}</option>
        ${joined.map(({ id, number, title }) => html`<option value=${id} ?selected=${String(id) === this.value}>${title} ${number}</option>`)}
      </select>
      ${this.fault ? html`<span class="fault">${say(`fault.${this.fault}`)}</span>` : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-field': CampaignField;
  }
}

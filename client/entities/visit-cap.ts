import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may, session } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { regionName } from '#client/kernel/places.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { officeOf } from '#client/offices/directory.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { visitApi } from '#shared/visits/visit.api.ts';

/** How many visits a year a county's entities bear, set by whoever coordinates it. Fires `cap-set`. */
@customElement('visit-cap')
export class VisitCap extends LitElement {
  static override styles = [base, buttons, inputs, css`:host { display: contents; }`];

  @property() county = '';
  @property({ type: Number }) year = 0;
  @property({ type: Number }) cap = 0;
  @state() private setting = false;
  @state() private fault = false;

  readonly #set = new Task(this, {
    autoRun: false,
    task: async ([cap, reason]: readonly [number, string]) => {
      await call(visitApi.setCap, { body: { region: this.#region, year: this.year, cap, reason } });
      this.setting = false;
      this.dispatchEvent(new Event('cap-set'));
    },
  });

  /** A county's coordinators set their county's; the prefecture's set the county's the entity lies in. */
  get #region(): string {
    const own = officeOf(session()?.officeId)?.region ?? '';
    return own === PREFECTURE ? this.county || PREFECTURE : own;
  }

  #confirmed(reason: string): void {
    const typed = this.renderRoot.querySelector<HTMLInputElement>('#cap')?.value.trim() ?? '';
    this.fault = !/^\d{1,2}$/.test(typed);
    if (!this.fault) void this.#set.run([Number(typed), reason]);
  }

  override render() {
    const own = officeOf(session()?.officeId)?.region;
    if (!may('visit_cap.edit') || (own !== PREFECTURE && own !== this.county)) return nothing;
    return html`<button class="small no-print" @click=${() => {
      this.setting = true;
    }}>${t('visit.set_cap')}</button>
    ${
      this.setting
        ? html`<reason-dialog open needs-reason heading="${t('visit.set_cap')} ${regionName(this.#region)} ${this.year}" verb=${t('action.save')}
          .act=${{ changes: [t('visit.set_cap_does', { region: regionName(this.#region), year: this.year })] }} .error=${this.#set.error} ?busy=${this.#set.status === 1} .most=${500}
          @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#confirmed(event.detail.reason)}
          @act-cancelled=${() => {
            this.setting = false;
          }}><div class="field"><label for="cap">${t('visit.cap')}</label>
            <input id="cap" inputmode="numeric" .value=${String(this.cap)} aria-invalid=${this.fault ? 'true' : 'false'} />
            ${this.fault ? html`<span class="fault">${t('fault.type')}</span>` : nothing}</div></reason-dialog>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-cap': VisitCap;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { Reveal } from '#client/dossiers/reveal.ts';
import { call } from '#client/kernel/api.ts';
import { phone } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import type { Complainant, Complaint } from '#shared/complaints/complaint.schema.ts';

const REASONS = ['contact', 'tell', 'check'] as const;

/** Who complained: masked, until opened with a reason for a minute; how often that happened stands beside it. Fires `identity-opened`. */
@customElement('complaint-identity')
export class ComplaintIdentity extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      .line { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: center; font-size: var(--t-3); }
      .open { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-2) var(--s-3); margin-top: var(--s-1); }
      .open dt, .open dd { color: inherit; }
      @media print { .open, button { display: none; } }
    `,
  ];

  @property({ attribute: false }) complaint!: Complaint;
  readonly #reveal = new Reveal(this, (reason) =>
    call(complaintApi.openIdentity, { params: { id: this.complaint.id }, body: { reason } }),
  );

  override render() {
    const { anonymity, complainantMask, identityOpenings, access } = this.complaint;
    const near = access === 'edit' || access === 'own';
    const canOpen = may('identity.open') && near && anonymity !== 'anonymous';
    return html`<div class="line">
        <span>${anonymity === 'anonymous' ? t('record.anonymous') : (complainantMask ?? t('record.hidden'))}</span>
        ${anonymity === 'secret' ? html`<span>${say('complaint.anonymity.secret')}</span>` : nothing}
        ${
          canOpen && !this.#reveal.opened
            ? html`<button class="small no-print" @click=${this.#reveal.ask}>${t('record.reveal')}</button>`
            : nothing
        }
        ${identityOpenings > 0 && near ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}
      </div>
      ${this.#reveal.opened ? this.#facts(this.#reveal.opened.complainant) : nothing}
      ${this.#reveal.dialog({ heading: t('record.reveal'), does: t('record.reveal_does'), reasons: REASONS.map((one) => t(`record.reveal_reasons.${one}`)) })}`;
  }

  #facts(complainant: Complainant) {
    return html`<dl class="facts open">${Object.entries(complainant)
      .filter(([, value]) => value)
      .map(
        ([field, value]) =>
          html`<dt>${say(`Complainant.${field}`) ?? field}</dt><dd>${field === 'phone' ? phone(value) : value}</dd>`,
      )}
      <dt></dt><dd>${this.#reveal.timer()}</dd></dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-identity': ComplaintIdentity;
  }
}

import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { Reveal } from '#client/dossiers/reveal.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { isCreditCode } from '#shared/entities/identity.ts';

const REASONS = ['paper', 'contact', 'check'] as const;

/** Who is proceeded against; what is personal shows for a minute with a reason. Fires `identity-opened`. */
@customElement('case-parties')
export class CaseParties extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; gap: var(--s-2); }
      .party { border-left: 3px solid var(--rule); padding-left: var(--s-3); font-size: var(--t-3); line-height: 1.6; }
      .code { font-family: var(--mono, ui-monospace, monospace); font-size: var(--t-2); }
      .bad { color: var(--orpiment); font-size: var(--t-2); }
      .open { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-3); }
      .line { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
      @media print { .open, button { display: none; } }
    `,
  ];

  @property({ attribute: false }) case!: Case;
  readonly #reveal = new Reveal(this, (reason) =>
    call(caseApi.openParties, { params: { id: this.case.id }, body: { reason } }),
  );

  override render() {
    const { parties, access, identityOpenings } = this.case;
    const opened = this.#reveal.opened?.parties ?? [];
    const near = access === 'own' || access === 'edit';
    return html`${parties.length === 0 ? html`<p class="helper">${t('cases.parties_none')}</p>` : parties.map((party) => this.#party(party))}
      <div class="line no-print">${
        near && parties.length > 0 && may('identity.open') && opened.length === 0
          ? html`<button class="small" @click=${this.#reveal.ask}>${t('cases.open_parties')}</button>`
          : nothing
      }${identityOpenings > 0 && near ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}${
        opened.length > 0 ? this.#reveal.timer() : nothing
      }</div>
      ${this.#reveal.dialog({ heading: t('cases.open_parties'), does: t('cases.open_parties_does'), reasons: REASONS.map((one) => t(`cases.source_reasons.${one}`)) })}`;
  }

  #party(party: Case['parties'][number]) {
    const { kind, name, creditCode, noCode, legalRep, idNo } = party;
    const open = this.#reveal.opened?.parties.find(({ id }) => id === party.id);
    return html`<div class="party"><strong>${name}</strong> ${say(`case.party_kind.${kind}`)}
      ${creditCode ? html`<span class="code">${creditCode}</span>${isCreditCode(creditCode) ? nothing : html` <span class="bad">${t('cases.code_bad')}</span>`}` : noCode ? html`<small>${noCode}</small>` : nothing}
      ${legalRep ? html`<br />${t('Party.legalRep')} ${legalRep}` : nothing}${idNo ? html`<br />${t('Party.idNo')} ${idNo}` : nothing}
      ${open ? html`<div class="open">${[open.idNo, open.phone, open.address].filter(Boolean).join(' · ') || '—'}</div>` : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-parties': CaseParties;
  }
}

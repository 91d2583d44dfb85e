import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import { Reveal } from '#client/dossiers/reveal.ts';
import { call } from '#client/kernel/api.ts';
import { phone } from '#client/kernel/format.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { isCreditCode } from '#shared/entities/identity.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';

type Opened = Awaited<ReturnType<typeof open>>;
const open = (id: number, reason: string) => call(transferApi.openIdentities, { params: { id }, body: { reason } });
const REASONS = ['file', 'contact', 'check'] as const;

/** The parties of a transfer, natural persons masked; who they are shows for a minute with a reason. Fires `identity-opened`. */
@customElement('transfer-identities')
export class TransferIdentities extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host { display: grid; gap: var(--s-2); }
      .party { border-left: 3px solid var(--rule); padding-left: var(--s-3); font-size: var(--t-3); line-height: 1.6; }
      .code { font-size: var(--t-2); font-variant-numeric: tabular-nums; }
      .bad { color: var(--orpiment); font-size: var(--t-2); }
      .open { background: var(--orpiment-t); color: var(--orpiment); padding: var(--s-1) var(--s-3); }
      .line { display: flex; flex-wrap: wrap; gap: var(--s-2); align-items: center; }
      @media print { .open, button { display: none; } }
    `,
  ];

  @property({ attribute: false }) transfer!: Transfer;
  readonly #reveal = new Reveal(this, (reason) => open(this.transfer.id, reason));

  override render() {
    const { parties, access, identityOpenings, complainantGranted } = this.transfer;
    const near = access === 'own' || access === 'edit';
    const sealed = parties.some((party) => party.sealed) || complainantGranted !== null;
    const mayOpen = near && sealed && (may('identity.open') || may('transfer.receive'));
    return html`${parties.map((party, at) => this.#party(party, at))}
      <div class="line no-print">${
        mayOpen && !this.#reveal.opened
          ? html`<button class="small" @click=${this.#reveal.ask}>${t('transfers.open_parties')}</button>`
          : nothing
      }${identityOpenings > 0 && near ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}${
        this.#reveal.opened ? this.#reveal.timer() : nothing
      }</div>
      ${this.#reveal.opened?.complainant ? this.#complainant(this.#reveal.opened.complainant) : nothing}
      ${this.#reveal.dialog({ heading: t('transfers.open_parties'), does: t('cases.open_parties_does'), reasons: REASONS.map((one) => t(`transfers.open_reasons.${one}`)) })}`;
  }

  #party({ kind, name, creditCode, legalRep }: Transfer['parties'][number], at: number) {
    const known = this.#reveal.opened?.parties[at];
    const said = known
      ? [known.name, known.idNo, known.phone && phone(known.phone), known.address, known.legalRep].filter(Boolean)
      : [];
    return html`<div class="party"><strong>${name}</strong> ${say(`case.party_kind.${kind}`)}
      ${creditCode ? html`<span class="code">${creditCode}</span>${isCreditCode(creditCode) ? nothing : html` <span class="bad">${t('cases.code_bad')}</span>`}` : nothing}
      ${legalRep ? html`<br />${t('Party.legalRep')} ${legalRep}` : nothing}
      ${said.length > 0 ? html`<div class="open">${said.join(' · ')}</div>` : nothing}</div>`;
  }

  #complainant({ name, phone: number, idNo, address }: NonNullable<Opened['complainant']>) {
    return html`<div class="party"><strong>${t('transfers.complainant')}</strong><div class="open">${[name, number && phone(number), idNo, address].filter(Boolean).join(' · ')}</div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-identities': TransferIdentities;
  }
}

import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
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
  @state() private asking = false;
  @state() private opened: Opened | undefined;
  @state() private left = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  readonly #open = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      this.opened = await open(this.transfer.id, reason);
      this.asking = false;
      this.left = this.opened.seconds;
      this.#ticking = setInterval(() => this.#tick(), 1000);
      this.dispatchEvent(new Event('identity-opened'));
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  #tick(): void {
    this.left -= 1;
    if (this.left <= 0) this.#hide();
  }

  #hide(): void {
    clearInterval(this.#ticking);
    this.opened = undefined;
  }

  override render() {
    const { parties, access, identityOpenings, complainantGranted } = this.transfer;
    const near = access === 'own' || access === 'edit';
    const sealed = parties.some((party) => party.sealed) || complainantGranted !== null;
    const mayOpen = near && sealed && (may('identity.open') || may('transfer.receive'));
    return html`${parties.map((party, at) => this.#party(party, at))}
      <div class="line no-print">${
        mayOpen && !this.opened
          ? html`<button class="small" @click=${() => {
              this.asking = true;
            }}>${t('transfers.open_parties')}</button>`
          : nothing
      }${identityOpenings > 0 && near ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}${
        this.opened ? html`<small role="timer">${t('record.reveal_left', { n: this.left })}</small>` : nothing
      }</div>
      ${this.opened?.complainant ? this.#complainant(this.opened.complainant) : nothing}
      ${this.asking ? this.#dialog() : nothing}`;
  }

  #party({ kind, name, creditCode, legalRep }: Transfer['parties'][number], at: number) {
    const known = this.opened?.parties[at];
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

  #dialog() {
    return html`<reason-dialog open needs-reason heading=${t('transfers.open_parties')} verb=${t('action.reveal')} .act=${{ changes: [t('cases.open_parties_does')] }}
      .reasons=${REASONS.map((one) => t(`transfers.open_reasons.${one}`))} .error=${this.#open.error} ?busy=${this.#open.status === 1} .most=${200}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#open.run([event.detail.reason])}
      @act-cancelled=${() => {
        this.asking = false;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-identities': TransferIdentities;
  }
}

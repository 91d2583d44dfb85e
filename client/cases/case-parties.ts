import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { may } from '#client/auth/session.ts';
import '#client/elements/reason-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { base, buttons, panels } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { isCreditCode } from '#shared/entities/identity.ts';

interface Opened {
  readonly id: number;
  readonly idNo?: string;
  readonly phone?: string;
  readonly address?: string;
}
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
  @state() private asking = false;
  @state() private opened: readonly Opened[] = [];
  @state() private left = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  readonly #open = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const told = await call(caseApi.openParties, { params: { id: this.case.id }, body: { reason } });
      this.asking = false;
      this.opened = told.parties;
      this.left = told.seconds;
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
    this.opened = [];
  }

  override render() {
    const { parties, access, identityOpenings } = this.case;
    const near = access === 'own' || access === 'edit';
    return html`${parties.length === 0 ? html`<p class="helper">${t('cases.parties_none')}</p>` : parties.map((party) => this.#party(party))}
      <div class="line no-print">${
        near && parties.length > 0 && may('identity.open') && this.opened.length === 0
          ? html`<button class="small" @click=${() => {
              this.asking = true;
            }}>${t('cases.open_parties')}</button>`
          : nothing
      }${identityOpenings > 0 && near ? html`<small>${t('record.openings', { n: identityOpenings })}</small>` : nothing}${
        this.opened.length > 0 ? html`<small>${t('record.reveal_left', { n: this.left })}</small>` : nothing
      }</div>
      ${this.asking ? this.#dialog() : nothing}`;
  }

  #party(party: Case['parties'][number]) {
    const { kind, name, creditCode, noCode, legalRep, idNo } = party;
    const open = this.opened.find(({ id }) => id === party.id);
    return html`<div class="party"><strong>${name}</strong> ${say(`case.party_kind.${kind}`)}
      ${creditCode ? html`<span class="code">${creditCode}</span>${isCreditCode(creditCode) ? nothing : html` <span class="bad">${t('cases.code_bad')}</span>`}` : noCode ? html`<small>${noCode}</small>` : nothing}
      ${legalRep ? html`<br />${t('Party.legalRep')} ${legalRep}` : nothing}${idNo ? html`<br />${t('Party.idNo')} ${idNo}` : nothing}
      ${open ? html`<div class="open">${[open.idNo, open.phone, open.address].filter(Boolean).join(' · ') || '—'}</div>` : nothing}</div>`;
  }

  #dialog() {
    return html`<reason-dialog open needs-reason heading=${t('cases.open_parties')} verb=${t('action.reveal')} .act=${{ changes: [t('cases.open_parties_does')] }}
      .reasons=${REASONS.map((one) => t(`cases.source_reasons.${one}`))} .error=${this.#open.error} ?busy=${this.#open.status === 1} .most=${200}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#open.run([event.detail.reason])}
      @act-cancelled=${() => {
        this.asking = false;
      }}></reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-parties': CaseParties;
  }
}

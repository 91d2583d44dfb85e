import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toast } from '#client/elements/toast-line.ts';
import { bindKeys } from '#client/kernel/keys.ts';
import { base, buttons } from '#client/kernel/styles.ts';
import { say, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import type { Complaint } from '#shared/complaints/complaint.schema.ts';
import { blockersOf } from '#shared/complaints/complaint.steps.ts';
import type { ComplaintStepName } from '#shared/complaints/complaint.workflow.ts';
import './complaint-step-dialog.ts';
import { STEP_AWAY, STEP_ORDER } from './step-fields.ts';

/**
 * The steps this reader may take: what usually comes next as the one strong button (`a`), the others beside and below it. Fires
 * `complaint-stepped` `{ complaint, step }` once the server agreed.
 */
@customElement('complaint-steps')
export class ComplaintSteps extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      .main { display: grid; gap: var(--s-1); }
      .main button { width: 100%; }
      .helper { font-size: var(--t-2); color: var(--ink-2); }
      .away { display: flex; flex-wrap: wrap; gap: var(--s-1); }
      .blocker { color: var(--orpiment); font-size: var(--t-2); }
      @media print { :host { display: none; } }
    `,
  ];

  @property({ attribute: false }) complaint!: Complaint;
  @state() private step: ComplaintStepName | undefined;
  #unbind: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unbind = bindKeys({ on: 'KeyA', word: 'keys.next_step', run: () => this.#first() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unbind?.();
  }

  /** Opens a step by name, for buttons elsewhere on the page. */
  open(step: ComplaintStepName): void {
    this.step = step;
  }

  get #open(): ComplaintStepName[] {
    const blocked = this.#blockers.length > 0;
    return STEP_ORDER.filter((step) => this.complaint.openSteps.includes(step) && !(blocked && step === 'submit'));
  }

  get #blockers(): string[] {
    const { intake, openSteps } = this.complaint;
    if (!intake || !openSteps.includes('submit')) return [];
    return blockersOf({ ...this.complaint, intake });
  }

  #first(): boolean {
    const first = this.#open.find((step) => this.#leadsOn(step));
    if (!first) return false;
    this.step = first;
    return true;
  }

  /** Telling is the next step only while its limit runs; a closed record needs nothing more. */
  #leadsOn(step: ComplaintStepName): boolean {
    if (this.complaint.clockName === 'complaint.inform') return step === 'inform';
    return this.complaint.state !== 'closed' && step !== 'inform' && !STEP_AWAY.has(step);
  }

  override render() {
    const forward = this.#open.filter((step) => this.#leadsOn(step));
    const away = this.#open.filter((step) => !this.#leadsOn(step));
    const button = (step: ComplaintStepName, look: string) =>
      html`<button class=${look} title=${t(`complaint.does.${step}`)} @click=${() => this.open(step)}>${t(`complaint.step.${step}`)}${
        look === 'primary' ? html` <kbd>a</kbd>` : nothing
      }</button>`;
    return html`
      ${this.#open.length === 0 ? html`<p class="helper">${this.#nobody()}</p>` : nothing}
      <div class="main">${forward.map((step, at) => html`${button(step, at === 0 ? 'primary' : '')}${at === 0 ? html`<p class="helper">${t(`complaint.does.${step}`)}</p>` : nothing}`)}</div>
      ${this.#blockers.map((one) => html`<p class="blocker">${say(`complaint.blocker.${one}`)}</p>`)}
      ${away.length > 0 ? html`<div class="away">${away.map((step) => button(step, 'small'))}</div>` : nothing}
      ${
        this.step
          ? html`<complaint-step-dialog .complaint=${this.complaint} step=${this.step} @step-cancelled=${this.#close} @complaint-stepped=${this.#stepped}></complaint-step-dialog>`
          : nothing
      }`;
  }

  #nobody(): string {
    const { state: at, ownerOfficeId } = this.complaint;
    return at === 'closed' ? t('record.no_step') : t('record.waits_for', { office: officeShort(ownerOfficeId) });
  }

  readonly #close = () => {
    this.step = undefined;
  };

  readonly #stepped = (event: CustomEvent<{ complaint: Complaint; step: ComplaintStepName }>) => {
    this.#close();
    toast(t('record.done', { step: t(`complaint.step.${event.detail.step}`) }));
    this.dispatchEvent(new CustomEvent('complaint-stepped', { detail: event.detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-steps': ComplaintSteps;
  }
}

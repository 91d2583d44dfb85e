import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '#client/elements/reason-dialog.ts';
import { clockName } from '#client/clocks/face.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf, focusField } from '#client/kernel/fields.ts';
import { base, buttons, inputs } from '#client/kernel/styles.ts';
import { t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { type Complaint, ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { type ComplaintStepName, complaintStep } from '#shared/complaints/complaint.workflow.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, faultsOf } from '#shared/kernel/faults.ts';
import { clocksIn } from '#shared/kernel/workflow.ts';
import { stepControl, TellingForm } from './step-controls.ts';
import { STEP_ASKS, type StepField } from './step-fields.ts';

type Answers = Record<string, unknown>;

/**
 * S17: asks for what a step needs, saying first what it will do, and takes it. Fires `complaint-stepped` `{ complaint, step }`, and
 * `step-cancelled`; what was typed stays while the server refuses.
 */
@customElement('complaint-step-dialog')
export class ComplaintStepDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    inputs,
    css`
      .telling { border-left: 3px solid var(--rule); padding-left: var(--s-3); }
      .telling legend { font-weight: 600; color: var(--ink); margin-bottom: var(--s-1); }
      .fields { grid-template-columns: repeat(3, minmax(0, 1fr)); }
      @media (max-width: 640px) { .fields { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  @property({ attribute: false }) complaint!: Complaint;
  @property() step!: ComplaintStepName;
  @state() private faults: Faults = {};

  readonly #take = new Task(this, {
    autoRun: false,
    task: async ([reason]: readonly [string]) => {
      const body = {
        ...(await this.#facts()),
        step: this.step,
        version: this.complaint.version,
        ...(reason ? { reason } : {}),
      };
      const after = await call(complaintApi.step, { params: { id: this.complaint.id }, body: body as ComplaintStep });
      this.dispatchEvent(new CustomEvent('complaint-stepped', { detail: { complaint: after, step: this.step } }));
    },
    onError: (error) => {
      const fields = error instanceof Refusal ? (error.detail['fields'] as Faults | undefined) : undefined;
      this.faults = Object.fromEntries(
        Object.entries(fields ?? {}).map(([field, rule]) => [field.replace('telling.', ''), rule]),
      );
      const first = Object.keys(this.faults)[0];
      if (first) focusField(this.renderRoot, first);
    },
  });

  get #ask() {
    return STEP_ASKS[this.step];
  }

  /** What is answered, as the endpoint takes it; throws the faults beside their fields. */
  async #facts(): Promise<Answers> {
    const { asks, must = [] } = this.#ask;
    const plain = answersOf(ComplaintStep, this.renderRoot);
    const facts: Answers = Object.fromEntries(
      Object.entries(plain).filter(([field]) => asks.includes(field as StepField)),
    );
    const faults: Faults = {};
    const officers = this.#text('officers');
    if (asks.includes('officers')) facts['officers'] = officers.split(/[,，、;；\s]+/).filter(Boolean);
    const satisfied = this.renderRoot.querySelector<HTMLInputElement>('[name="satisfied"]:checked')?.value;
    if (satisfied) facts['satisfied'] = satisfied === 'yes';
    if (asks.includes('telling')) Object.assign(faults, this.#telling(facts));
    if (asks.includes('intoId') && this.#text('intoId')) facts['intoId'] = await this.#numberToId(this.#text('intoId'));
    for (const field of must) {
      const answer = facts[field];
      if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) faults[field] = 'required';
    }
    if (Object.keys(faults).length > 0) throw invalid(faults);
    return facts;
  }

  #text(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '';
  }

  /** A telling counts once its text is written; half a telling names what is missing. */
  #telling(facts: Answers): Faults {
    const told = answersOf(TellingForm, this.renderRoot);
    if (!told['text']) return {};
    facts['telling'] = told;
    return faultsOf(TellingForm, told);
  }

  async #numberToId(number: string): Promise<number> {
    try {
      return (await call(dossierApi.find, { params: { number } })).id;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') throw invalid({ intoId: 'unknown' });
      throw error;
    }
  }

  override render() {
    const { asks, noReason, must = [] } = this.#ask;
    const row = complaintStep(this.step);
    const verb = t(`complaint.step.${this.step}`);
    const clocks = [
      ...clocksIn(row.stops).map((name) => `${t('clock.event.stopped')} ${clockName(name)}`),
      ...clocksIn(row.starts).map((name) => `${t('clock.event.started')} ${clockName(name)}`),
    ];
    const asked = { complaint: this.complaint, step: this.step, faults: this.faults, must };
    return html`<reason-dialog open heading="${verb} ${this.complaint.number}" verb=${verb} ?no-reason=${noReason} ?needs-reason=${row.needsReason}
      .act=${{ changes: [t(`complaint.does.${this.step}`)], clocks }} reason-label=${this.step === 'submit' ? t('ComplaintStep.summary') : ''}
      .error=${Object.keys(this.faults).length > 0 ? undefined : this.#take.error} ?busy=${this.#take.status === 1} .most=${4000}
      @act-confirmed=${(event: CustomEvent<{ reason: string }>) => this.#take.run([event.detail.reason])}
      @act-cancelled=${() => this.dispatchEvent(new Event('step-cancelled'))}>
      ${asks.map((field) => stepControl(field, asked))}
    </reason-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-step-dialog': ComplaintStepDialog;
  }
}

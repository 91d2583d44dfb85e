import { html, nothing } from 'lit';
import '#client/elements/combo-box.ts';
import { isItsCase } from '#client/cases/ask-case.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/day-field.ts';
import { fieldOf, fieldsOf } from '#client/kernel/fields.ts';
import { aside, say, t } from '#client/kernel/words.ts';
import { handlingOffices, peopleOf } from '#client/offices/directory.ts';
import { ENDING_GROUNDS, NOT_FILED_GROUNDS, OUTCOMES, REFUSAL_GROUNDS } from '#shared/complaints/complaint.lists.ts';
import { type Complaint, ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import type { ComplaintStepName } from '#shared/complaints/complaint.workflow.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { type Ground, groundsOn } from '#shared/kernel/ground.ts';
import type { StepField } from './step-fields.ts';

/** The shape of what is told, asked as part of a step. */
export const TellingForm = ComplaintStep.properties.telling as unknown as FormSchema;

const GROUNDS: Partial<Record<ComplaintStepName, readonly Ground[]>> = {
  refuse: REFUSAL_GROUNDS,
  end_mediation: ENDING_GROUNDS,
  not_file: NOT_FILED_GROUNDS,
};

interface Asked {
  readonly complaint: Complaint;
  readonly step: ComplaintStepName;
  readonly faults: Faults;
  readonly must: readonly StepField[];
}

/** The control of one fact a step carries; `field-…` names and ids as every form has them. */
export function stepControl(field: StepField, asked: Asked) {
  if (field === 'telling') return telling(asked);
  const draw = CUSTOM[field]?.(asked);
  const values = { on: today(), caseNumber: asked.complaint.links.find(isItsCase)?.number };
  return fieldOf(ComplaintStep, field, {
    faults: asked.faults,
    values,
    look: { needed: asked.must, ...(draw ? { custom: { [field]: draw } } : {}) },
  });
}

type Draw = (id: string) => unknown;

const CUSTOM: Partial<Record<StepField, (asked: Asked) => Draw | undefined>> = {
  officeId: () => (id) =>
    html`<combo-box id=${id} name="officeId" label=${say('ComplaintStep.officeId') ?? ''} .choices=${handlingOffices()}></combo-box>`,
  handlerId:
    ({ complaint }) =>
    (id) =>
      html`<select id=${id} name="handlerId"><option value=""></option>${peopleOf(complaint.ownerOfficeId).map(
        ({ value, label }) => html`<option value=${value}>${label}</option>`,
      )}</select>`,
  ground:
    ({ complaint, step }) =>
    (id) => {
      const open = groundsOn(GROUNDS[step] ?? [], complaint.receivedOn ?? '');
      return html`<select id=${id} name="ground"><option value=""></option>${open.map(
        ({ code, article }) => html`<option value=${code}>${say(`ground.${code}`) ?? code}${aside(article)}</option>`,
      )}</select>`;
    },
  outcome:
    ({ complaint }) =>
    (id) => {
      const likely = likelyOutcome(complaint);
      return html`<select id=${id} name="outcome"><option value=""></option>${OUTCOMES.filter(
        (one) => one !== 'merged',
      ).map(
        (one) => html`<option value=${one} ?selected=${one === likely}>${say(`complaint.outcome.${one}`)}</option>`,
      )}</select>`;
    },
  officers: () => (id) => html`<input id=${id} name="officers" autocomplete="off" />`,
  intoId: () => (id) => html`<input id=${id} name="intoId" placeholder="TS-26-1107" autocomplete="off" />`,
  satisfied: () => (id) =>
    html`<div class="choices" id=${id} role="radiogroup">${(['yes', 'no'] as const).map(
      (one) =>
        html`<label><input type="radio" name="satisfied" value=${one} />${say(`ComplaintStep.satisfied.${one}`)}</label>`,
    )}</div>`,
};

function likelyOutcome({ complaintDecision, reportDecision }: Complaint): string {
  if (complaintDecision === 'settled') return 'settled';
  if (reportDecision === 'filed') return 'case_filed';
  if (reportDecision === 'not_filed') return 'case_not_filed';
  return complaintDecision === 'ended' ? 'mediation_ended' : '';
}

function telling({ complaint, step, faults, must }: Asked) {
  const anonymous = complaint.anonymity === 'anonymous';
  const values = {
    to: step === 'inform' || step === 'end_mediation' ? 'both' : 'complainant',
    way: anonymous ? 'public_notice' : 'phone',
    toldOn: today(),
  };
  const needed = must.includes('telling') || ((step === 'refuse' || step === 'guide') && !anonymous);
  return html`<fieldset class="telling">
    <legend>${needed ? html`<span class="must" aria-hidden="true">*</span>` : nothing}${say('ComplaintStep.telling')}</legend>
    ${fieldsOf(TellingForm, faults, values, { name: 'ComplaintStep.telling', optional: needed ? [] : Object.keys(TellingForm.properties) })}
    ${faults['telling'] ? html`<span class="fault">${t('fault.required')}</span>` : nothing}
  </fieldset>`;
}

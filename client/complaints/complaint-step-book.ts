import type { StepBook } from '#client/dossiers/step-book.ts';
import { call } from '#client/kernel/api.ts';
import { answersOf } from '#client/kernel/fields.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { type Complaint, ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { blockersOf } from '#shared/complaints/complaint.steps.ts';
import { type ComplaintStepName, complaintStep } from '#shared/complaints/complaint.workflow.ts';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import { stepControl, TellingForm } from './step-controls.ts';
import { STEP_ASKS, STEP_AWAY, STEP_ORDER, type StepField } from './step-fields.ts';

type Answers = Record<string, unknown>;

const text = (root: ParentNode, name: string): string =>
  root.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '';

async function numberToId(number: string): Promise<number> {
  try {
    return (await call(dossierApi.find, { params: { number } })).id;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') throw invalid({ intoId: 'unknown' });
    throw error;
  }
}

/** A telling counts once its text is written; half a telling names what is missing. */
function telling(answers: Answers, root: ParentNode): Faults {
  const told = answersOf(TellingForm, root);
  delete answers['telling'];
  if (!told['text']) return {};
  answers['telling'] = told;
  return faultsOf(TellingForm, told);
}

/** The steps of complaints and reports as people take them. */
export const COMPLAINT_BOOK: StepBook<Complaint> = {
  kind: 'complaint',
  order: STEP_ORDER,
  away: STEP_AWAY,
  asks: STEP_ASKS,
  schema: ComplaintStep as unknown as FormSchema,
  words: 'ComplaintStep',
  row: (step) => complaintStep(step as ComplaintStepName),
  done: ({ state }) => state === 'closed',
  /** Telling is the next step only while its limit runs; a closed record needs nothing more. */
  leadsOn({ clockName, state }, step) {
    if (clockName === 'complaint.inform') return step === 'inform';
    return state !== 'closed' && step !== 'inform' && !STEP_AWAY.has(step as ComplaintStepName);
  },
  blockers: (complaint, step) =>
    step === 'submit' && complaint.intake ? blockersOf({ ...complaint, intake: complaint.intake }) : [],
  control: (field, { record, step, faults, must }) =>
    stepControl(field as StepField, {
      complaint: record,
      step: step as ComplaintStepName,
      faults,
      must: must as readonly StepField[],
    }),
  async read(answers, root, { asks }) {
    if (asks.includes('officers'))
      answers['officers'] = text(root, 'officers')
        .split(/[,，、;；\s]+/)
        .filter(Boolean);
    const satisfied = root.querySelector<HTMLInputElement>('[name="satisfied"]:checked')?.value;
    if (satisfied) answers['satisfied'] = satisfied === 'yes';
    if (asks.includes('intoId') && text(root, 'intoId')) answers['intoId'] = await numberToId(text(root, 'intoId'));
    return asks.includes('telling') ? telling(answers, root) : {};
  },
  take: ({ id }, body) => call(complaintApi.step, { params: { id }, body: body as ComplaintStep }),
};

import type { StepAsk } from '#client/dossiers/step-book.ts';
import type { ComplaintStepName } from '#shared/complaints/complaint.workflow.ts';
import { STEP_KEYS } from './step-keys.ts';

/** Facts a step may carry beside its reason. */
export type StepField =
  | 'officeId'
  | 'handlerId'
  | 'ground'
  | 'outcome'
  | 'officers'
  | 'intoId'
  | 'newFact'
  | 'recoveredFen'
  | 'caseNumber'
  | 'satisfied'
  | 'telling'
  | 'on';

export const STEP_ASKS: Record<ComplaintStepName, StepAsk> = {
  dispatch: { asks: ['officeId'], must: ['officeId'] },
  acknowledge: { asks: ['handlerId'], noReason: true, key: STEP_KEYS.acknowledge },
  give_back: { asks: [] },
  dispute: { asks: [] },
  rule: { asks: ['officeId'], must: ['officeId'] },
  pass_on: { asks: ['officeId'], must: ['officeId'], key: STEP_KEYS.pass_on },
  ask_facts: { asks: ['telling'], must: ['telling'] },
  accept: { asks: ['on', 'telling'], key: STEP_KEYS.accept },
  refuse: { asks: ['ground', 'telling', 'on'], must: ['ground'], undoable: false },
  guide: { asks: ['telling'], undoable: false },
  verify: { asks: ['officers'], must: ['officers'], noReason: true },
  answer: { asks: ['telling'], must: ['telling'], noReason: true },
  settle: { asks: ['recoveredFen', 'on'], undoable: false },
  end_mediation: { asks: ['ground', 'on'], must: ['ground'], undoable: false },
  inform: { asks: ['telling'], must: ['telling'], noReason: true },
  file_case: { asks: ['caseNumber', 'on'], undoable: false },
  not_file: { asks: ['ground', 'on'], must: ['ground'], undoable: false },
  submit: { asks: ['outcome', 'recoveredFen'], must: ['outcome'], reasonWord: 'ComplaintStep.summary' },
  send_back: { asks: [] },
  approve: { asks: [], noReason: true, undoable: false },
  withdraw: { asks: [], undoable: false },
  merge: { asks: ['intoId', 'newFact'], must: ['intoId'], key: STEP_KEYS.merge, undoable: false },
  reopen: { asks: [] },
  visit: { asks: ['satisfied'], must: ['satisfied'], noReason: true },
};

/** The order in which the page offers open steps: what usually comes next first. */
export const STEP_ORDER: readonly ComplaintStepName[] = [
  'acknowledge',
  'dispatch',
  'rule',
  'accept',
  'verify',
  'answer',
  'settle',
  'file_case',
  'submit',
  'approve',
  'inform',
  'not_file',
  'end_mediation',
  'send_back',
  'refuse',
  'give_back',
  'ask_facts',
  'guide',
  'dispute',
  'pass_on',
  'visit',
  'merge',
  'withdraw',
  'reopen',
];

/** Steps that end something or send it away: drawn without emphasis, never the first button. */
export const STEP_AWAY: ReadonlySet<ComplaintStepName> = new Set([
  'refuse',
  'give_back',
  'dispute',
  'pass_on',
  'guide',
  'withdraw',
  'merge',
  'reopen',
  'end_mediation',
  'send_back',
  'not_file',
  'ask_facts',
]);

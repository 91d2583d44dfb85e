import { html } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepAsked, StepBook } from '#client/dossiers/step-book.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { say } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import { CaseStep, Officer, PenaltyShape } from '#shared/cases/case.asks.ts';
import {
  CLOSING_GROUNDS,
  DECIDABLE,
  FILING_CONDITIONS,
  REVIEW_GROUNDS,
  SUSPENSION_GROUNDS,
} from '#shared/cases/case.lists.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { type CaseStepName, caseStep } from '#shared/cases/case.workflow.ts';
import { NOT_FILED_GROUNDS } from '#shared/complaints/complaint.lists.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { type Ground, groundsOn } from '#shared/kernel/ground.ts';

const ASKS: Record<CaseStepName, StepAsk> = {
  propose: { asks: ['filing', 'conditions', 'ground'], must: ['filing'], reasonWord: 'CaseStep.reason' },
  file: { asks: ['officers', 'on'], must: ['officers'], reasonWord: 'CaseStep.reason' },
  not_file: { asks: ['ground', 'on'], reasonWord: 'CaseStep.reason' },
  return_proposal: { asks: [] },
  suspend: { asks: ['ground', 'on'], must: ['ground'] },
  resume: { asks: ['on'] },
  submit_review: { asks: ['reviewGrounds'], noReason: true },
  pass_review: { asks: [], reasonWord: 'Case.reviewOpinion' },
  return_review: { asks: [], reasonWord: 'Case.reviewOpinion' },
  approve_notice: { asks: [], noReason: true },
  tell: { asks: ['way', 'on'], must: ['way'], noReason: true, undoable: false },
  hear_statement: { asks: ['statement', 'text', 'answer', 'on'], must: ['statement'], noReason: true },
  ask_hearing: { asks: ['on'], noReason: true },
  hold_hearing: {
    asks: ['presider', 'noticedOn', 'on', 'text', 'answer'],
    must: ['presider', 'noticedOn', 'text'],
    noReason: true,
  },
  propose_decision: { asks: [], noReason: true },
  discuss: { asks: ['participants', 'on'], must: ['participants'], reasonWord: 'Case.discussion' },
  return_decision: { asks: [] },
  decide: { asks: ['outcome', 'penalties', 'on'], must: ['outcome'], reasonWord: 'CaseStep.reason', undoable: false },
  serve: { asks: ['way', 'on'], must: ['way'], noReason: true, undoable: false },
  pay: { asks: ['duty', 'amountFen', 'receipt', 'on'], must: ['duty', 'amountFen'], noReason: true },
  defer: { asks: ['until', 'instalments'] },
  urge: { asks: ['on'], noReason: true, undoable: false },
  apply_enforcement: { asks: ['on'] },
  perform: { asks: ['ground', 'on'], must: ['ground'] },
  terminate: { asks: ['on'] },
  withdraw: { asks: ['on'] },
  close: { asks: ['on'], reasonWord: 'CaseStep.reason' },
  archive: { asks: ['on'], noReason: true },
  hand_in: { asks: ['on', 'receipt'], noReason: true },
  reopen: { asks: [] },
};

const ORDER: readonly CaseStepName[] = [
  'propose',
  'file',
  'not_file',
  'submit_review',
  'pass_review',
  'approve_notice',
  'tell',
  'hear_statement',
  'hold_hearing',
  'propose_decision',
  'discuss',
  'decide',
  'serve',
  'pay',
  'perform',
  'close',
  'resume',
  'hand_in',
  'archive',
  'ask_hearing',
  'urge',
  'apply_enforcement',
  'defer',
  'return_proposal',
  'return_review',
  'return_decision',
  'suspend',
  'terminate',
  'withdraw',
  'reopen',
];

const AWAY: ReadonlySet<string> = new Set<CaseStepName>([
  'return_proposal',
  'return_review',
  'return_decision',
  'suspend',
  'terminate',
  'withdraw',
  'reopen',
  'ask_hearing',
  'defer',
  'urge',
  'apply_enforcement',
]);

const GROUNDS: Partial<Record<string, readonly Ground[]>> = {
  propose: NOT_FILED_GROUNDS,
  not_file: NOT_FILED_GROUNDS,
  suspend: SUSPENSION_GROUNDS,
  perform: CLOSING_GROUNDS,
};

type Asked = StepAsked<Case>;
type Draw = (id: string) => unknown;
const schema = CaseStep as unknown as FormSchema;

const ticks =
  (field: string, grounds: readonly Ground[]): Draw =>
  (id) =>
    html`<div class="choices column" id=${id}>${grounds.map(
      ({ code }) =>
        html`<label><input type="checkbox" name=${field} value=${code} />${say(`ground.${code}`) ?? code}</label>`,
    )}</div>`;

const CUSTOM: Record<string, (asked: Asked) => Draw> = {
  filing: () => (id) =>
    html`<div class="choices" id=${id} role="radiogroup">${(['yes', 'no'] as const).map(
      (one) => html`<label><input type="radio" name="filing" value=${one} />${say(`CaseStep.filing.${one}`)}</label>`,
    )}</div>`,
  conditions: () => ticks('conditions', FILING_CONDITIONS),
  reviewGrounds: () => ticks('reviewGrounds', REVIEW_GROUNDS),
  ground:
    ({ record, step }) =>
    (id) =>
      html`<select id=${id} name="ground"><option value=""></option>${groundsOn(
        GROUNDS[step] ?? [],
        record.receivedOn ?? '',
      ).map(
        ({ code, article }) =>
          html`<option value=${code} ?selected=${code === record.ground}>${say(`ground.${code}`) ?? code}（${article.split(' ').pop()}）</option>`,
      )}</select>`,
  officers:
    ({ record, faults }) =>
    () =>
      html`<row-list name="officers" words="Officer" .schema=${Officer} .only=${['name', 'certificate', 'validUntil']} .rows=${record.officers} .least=${2} .faults=${faults}></row-list>`,
  penalties:
    ({ record, faults }) =>
    () =>
      html`<row-list name="penalties" words="Penalty" .schema=${PenaltyShape} .rows=${record.proposed} .faults=${faults}></row-list>`,
  participants: () => (id) => html`<input id=${id} name="participants" autocomplete="off" />`,
  outcome: ({ record }) => {
    const likely = record.proposed.length > 0 ? 'penalty' : 'no_penalty';
    return (id) =>
      html`<select id=${id} name="outcome">${DECIDABLE.map((one) => html`<option value=${one} ?selected=${one === likely}>${say(`case.outcome.${one}`)}</option>`)}</select>`;
  },
};

/** Steps that begin with a fact the record knows. */
const startOf = (field: string, { record }: Asked): unknown => {
  if (field === 'on') return today();
  if (field === 'duty') return 'fine';
  return field === 'amountFen' ? record.leftFen || undefined : undefined;
};

/** The steps of violation cases as people take them. */
export const CASE_BOOK: StepBook<Case> = {
  kind: 'case',
  order: ORDER,
  away: AWAY,
  asks: ASKS,
  schema,
  words: 'CaseStep',
  row: (step) => caseStep(step as CaseStepName),
  done: ({ state }) => state === 'closed',
  blockers: ({ blockers }, step) => blockers[step] ?? [],
  control(field, asked) {
    const draw = CUSTOM[field]?.(asked);
    const look = { name: 'CaseStep', ...(draw ? { custom: { [field]: draw } } : {}) };
    return fieldOf(schema, field, { faults: asked.faults, values: { [field]: startOf(field, asked) }, look });
  },
  read(answers, root, { asks }) {
    const filing = root.querySelector<HTMLInputElement>('[name="filing"]:checked')?.value;
    if (asks.includes('filing')) delete answers['filing'];
    if (filing) answers['filing'] = filing === 'yes';
    if (filing === 'yes') delete answers['ground'];
    if (filing === 'no') delete answers['conditions'];
    if (asks.includes('participants')) {
      const typed = root.querySelector<HTMLInputElement>('[name="participants"]')?.value ?? '';
      answers['participants'] = typed.split(/[,，、;；\s]+/).filter(Boolean);
    }
    if (answers['outcome'] !== undefined && answers['outcome'] !== 'penalty') delete answers['penalties'];
    if (Array.isArray(answers['instalments']) && answers['instalments'].length === 0) delete answers['instalments'];
    return {};
  },
  take: ({ id }, body) => call(caseApi.step, { params: { id }, body: body as CaseStep }),
};

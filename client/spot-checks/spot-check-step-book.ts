import { html, nothing } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepAsked, StepBook } from '#client/dossiers/step-book.ts';
import '#client/elements/row-list.ts';
import '#client/entities/subject-box.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { t } from '#client/kernel/words.ts';
import { personName } from '#client/offices/directory.ts';
import { Officer } from '#shared/cases/case.asks.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { DisposalDone } from '#shared/spot-checks/sample.asks.ts';
import { DISPOSAL_BOXES } from '#shared/spot-checks/sample.lists.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { followUpsOf } from '#shared/spot-checks/spot-check.lists.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { type SpotCheckStepName, spotCheckStep } from '#shared/spot-checks/spot-check.workflow.ts';
import './visit-reason.ts';
import './check-outcome.ts';

/** The sheet 抽样单. */
const SHEET = [
  ...['sampleNumber', 'product', 'brand', 'spec', 'batch', 'producedOn', 'quantity', 'backup', 'maker', 'makerAddress'],
  ...['basis', 'fast'],
];

const ASKS: Record<SpotCheckStepName, StepAsk> = {
  target: { asks: ['subjectName', 'subjectId'], noReason: true },
  reschedule: { asks: ['plannedOn', 'until'], must: ['plannedOn'] },
  begin: { asks: ['overCapReason', 'officers', 'noticeNumber', 'entryCode', 'on'], must: ['officers'], noReason: true },
  sample: {
    asks: ['overCapReason', ...SHEET, 'officers', 'noticeNumber', 'on'],
    must: ['product', 'officers'],
    noReason: true,
  },
  send: { asks: ['laboratory', 'on'], must: ['laboratory'], noReason: true },
  report: {
    asks: ['reportNumber', 'conclusion', 'items', 'concludedOn', 'on'],
    must: ['reportNumber', 'conclusion', 'items'],
    noReason: true,
  },
  serve: { asks: ['on'], noReason: true },
  ask_retest: { asks: ['on'], noReason: true },
  decide_retest: { asks: ['accepted', 'refusal', 'on'], noReason: true },
  name_lab: { asks: ['laboratory', 'on'], must: ['laboratory'], noReason: true },
  retest: {
    asks: ['reportNumber', 'conclusion', 'items', 'on'],
    must: ['reportNumber', 'conclusion', 'items'],
    noReason: true,
  },
  object: { asks: ['ground', 'text', 'on'], must: ['ground'], noReason: true },
  decide_objection: { asks: ['accepted', 'on'], noReason: true },
  dispose: { asks: ['disposal', 'followUp', 'findings', 'on'], noReason: true },
  finish: {
    asks: ['result', 'followUp', 'instruments', 'findings', 'party', 'on'],
    must: ['result', 'followUp'],
    noReason: true,
  },
  send_back: { asks: ['fields'], must: ['fields'] },
  confirm: { asks: [], noReason: true },
  settle: { asks: ['text', 'on'], must: ['text'], noReason: true },
  publish: { asks: ['text', 'on'], must: ['text'], noReason: true },
  cancel: { asks: [] },
  reopen: { asks: ['plannedOn', 'until'] },
};

const ORDER: readonly SpotCheckStepName[] = [
  'target',
  'begin',
  'sample',
  'send',
  'finish',
  'report',
  'serve',
  'decide_retest',
  'name_lab',
  'retest',
  'decide_objection',
  'dispose',
  'confirm',
  'send_back',
  'settle',
  'publish',
  'ask_retest',
  'object',
  'reschedule',
  'cancel',
  'reopen',
];
const AWAY: ReadonlySet<string> = new Set<SpotCheckStepName>([
  'send_back',
  'ask_retest',
  'object',
  'reschedule',
  'cancel',
  'reopen',
]);

type Asked = StepAsked<SpotCheck>;
const schema = SpotCheckStep as unknown as FormSchema;
/** What a field is called, where one step means something of its own by it. */
const NAMES: Partial<Record<string, string>> = { publish: 'SpotCheckPublication', object: 'SampleObjection' };

const CUSTOM: Record<string, (asked: Asked) => (id: string) => unknown> = {
  subjectName:
    ({ record }) =>
    (id) =>
      html`<subject-box id=${id} name="subjectId" label=${t('SpotCheckStep.subjectName')} county=${record.county}></subject-box>`,
  officers:
    ({ record, faults }) =>
    () =>
      html`<row-list name="officers" words="Officer" .schema=${Officer} .only=${['name', 'certificate', 'validUntil']}
        .rows=${record.officers.length > 0 ? record.officers : (record.drawnIds ?? []).map((id) => ({ name: personName(id) }))} .least=${2} .faults=${faults}></row-list>`,
  disposal:
    ({ record, faults }) =>
    () =>
      html`<row-list name="disposal" words="DisposalDone" .schema=${DisposalDone} .rows=${record.sample?.disposal.length ? record.sample.disposal : DISPOSAL_BOXES.map((box) => ({ box, done: true }))}
        .least=${5} .most=${5} .faults=${faults}></row-list>`,
  followUp: () => (id) =>
    html`<select id=${id} name="followUp">${followUpsOf('pending').map((one) => html`<option value=${one}>${t(`spot_check.follow_up.${one}`)}</option>`)}</select>`,
  result:
    ({ record, faults }) =>
    () =>
      html`<check-outcome .faults=${faults} result=${record.result ?? ''} followUp=${record.followUp ?? ''}></check-outcome>`,
};

function startOf(field: string, { record, step }: Asked): unknown {
  if (field === 'on') return today();
  if (step === 'finish' && (field === 'findings' || field === 'party')) return record[field] ?? undefined;
  return undefined;
}

/** What is asked of this very record: a field may be drawn inside another, or be of another kind. */
function isAsked(field: string, { step, record }: Asked): boolean {
  const { checkKind, matter, state, sample } = record;
  if (field === 'subjectId') return false; // inside the name
  if (field === 'followUp') return step === 'dispose' && record.conclusion !== 'qualified'; // else inside the result
  if (field === 'instruments') return checkKind === 'metering';
  if (field === 'disposal') return record.conclusion !== 'qualified';
  if (field === 'fast') return matter?.startsWith('farm.') === true;
  if (field === 'refusal') return sample?.retest === 'asked';
  return !(step === 'reopen' && state === 'done'); // nothing is planned anew there
}

/** The steps of spot checks as people take them. */
export const SPOT_CHECK_BOOK: StepBook<SpotCheck> = {
  kind: 'spot_check',
  order: ORDER,
  away: AWAY,
  asks: ASKS,
  schema,
  words: 'SpotCheckStep',
  row: (step) => spotCheckStep(step as SpotCheckStepName),
  done: ({ state }) => ENDS.spot_check.includes(state),
  blockers: () => [],
  control(field, asked) {
    if (!isAsked(field, asked)) return nothing;
    if (field === 'overCapReason')
      return html`<visit-reason .entity=${asked.record.subjectId ?? 0} .faults=${asked.faults}></visit-reason>`;
    const draw = CUSTOM[field]?.(asked);
    const look = {
      name: NAMES[asked.step] ?? 'SpotCheckStep',
      needed: asked.must,
      ...(draw ? { custom: { [field]: draw } } : {}),
    };
    return fieldOf(schema, field, { faults: asked.faults, values: { [field]: startOf(field, asked) }, look });
  },
  read(answers, root) {
    const text = root.querySelector('subject-box')?.text.trim();
    if (text) answers['subjectName'] = text;
    for (const flag of ['fast', 'accepted']) if (answers[flag] !== true) delete answers[flag];
    return {};
  },
  take: ({ id }, body) => call(spotCheckApi.step, { params: { id }, body: body as SpotCheckStep }),
};

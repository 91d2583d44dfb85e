import { html, nothing } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepAsked, StepBook } from '#client/dossiers/step-book.ts';
import '#client/elements/row-list.ts';
import '#client/entities/subject-box.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { t } from '#client/kernel/words.ts';
import { Officer } from '#shared/cases/case.asks.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { type SpotCheckStepName, spotCheckStep } from '#shared/spot-checks/spot-check.workflow.ts';
import './before-visit.ts';
import './check-outcome.ts';

const ASKS: Record<SpotCheckStepName, StepAsk> = {
  target: { asks: ['subjectName', 'subjectId'], noReason: true },
  reschedule: { asks: ['plannedOn', 'until'], must: ['plannedOn'] },
  begin: { asks: ['officers', 'noticeNumber', 'entryCode', 'on', 'overCapReason'], must: ['officers'], noReason: true },
  finish: { asks: ['result', 'followUp', 'findings', 'party', 'on'], must: ['result', 'followUp'], noReason: true },
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
  'finish',
  'confirm',
  'send_back',
  'settle',
  'publish',
  'reschedule',
  'cancel',
  'reopen',
];
const AWAY: ReadonlySet<string> = new Set<SpotCheckStepName>(['send_back', 'reschedule', 'cancel', 'reopen']);

type Asked = StepAsked<SpotCheck>;
const schema = SpotCheckStep as unknown as FormSchema;
/** What a field is called, where one step means something of its own by it. */
const NAMES: Partial<Record<string, string>> = { publish: 'SpotCheckPublication' };

const CUSTOM: Record<string, (asked: Asked) => (id: string) => unknown> = {
  subjectName:
    ({ record }) =>
    (id) =>
      html`<subject-box id=${id} name="subjectId" label=${t('SpotCheckStep.subjectName')} county=${record.county}></subject-box>`,
  officers:
    ({ record, faults }) =>
    () =>
      html`<row-list name="officers" words="Officer" .schema=${Officer} .only=${['name', 'certificate', 'validUntil']}
        .rows=${record.officers} .least=${2} .faults=${faults}></row-list>`,
  overCapReason:
    ({ record }) =>
    (id) =>
      html`${record.subjectId ? html`<before-visit .entity=${record.subjectId}></before-visit>` : nothing}<input id=${id} name="overCapReason" maxlength="500" autocomplete="off" />`,
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

/** Drawn inside another field, which knows when they are asked for. */
const INSIDE = new Set(['followUp', 'subjectId']);

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
    if (INSIDE.has(field)) return nothing;
    if (asked.step === 'reopen' && asked.record.state === 'done') return nothing; // nothing was planned anew
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
    return {};
  },
  take: ({ id }, body) => call(spotCheckApi.step, { params: { id }, body: body as SpotCheckStep }),
};

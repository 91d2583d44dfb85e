import { html, nothing } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepAsked, StepBook } from '#client/dossiers/step-book.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { Officer } from '#shared/cases/case.asks.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { picturesShow } from '#shared/rectifications/rectification.steps.ts';
import { type RectificationStepName, rectificationStep } from '#shared/rectifications/rectification.workflow.ts';
import './visit-outcome.ts';

/** Drawn inside the outcome, which knows when they are asked for. */
const OF_OUTCOME = ['until', 'opensCase', 'violation', 'noPictures'];

/** The letters of the steps taken every day, on the record's page. */
export const RECTIFICATION_KEYS = { report: 'KeyB', visit: 'KeyV', ask_extension: 'KeyE', look_back: 'KeyH' } as const;

const ASKS: Record<RectificationStepName, StepAsk> = {
  report: { asks: ['text', 'on'], must: ['text'], noReason: true, key: RECTIFICATION_KEYS.report },
  visit: {
    asks: ['result', 'officers', 'text', 'on', ...OF_OUTCOME],
    must: ['result', 'officers', 'text'],
    noReason: true,
    key: RECTIFICATION_KEYS.visit,
  },
  announce: { asks: ['on'], must: ['on'], noReason: true },
  ask_extension: { asks: ['until'], must: ['until'], key: RECTIFICATION_KEYS.ask_extension },
  extend: { asks: ['until'], must: ['until'] },
  refuse_extension: { asks: [] },
  withdraw: { asks: [] },
  look_back: {
    asks: ['looked', 'officers', 'text', 'on', ...OF_OUTCOME],
    must: ['looked', 'officers', 'text'],
    noReason: true,
    key: RECTIFICATION_KEYS.look_back,
  },
  reopen: { asks: ['until'], must: ['until'] },
};

const ORDER: readonly RectificationStepName[] = [
  'extend',
  'refuse_extension',
  'visit',
  'report',
  'look_back',
  'announce',
  'ask_extension',
  'withdraw',
  'reopen',
];
const AWAY: ReadonlySet<string> = new Set<RectificationStepName>([
  'announce',
  'refuse_extension',
  'ask_extension',
  'withdraw',
  'reopen',
]);

type Asked = StepAsked<Rectification>;
const schema = RectificationStep as unknown as FormSchema;

/** What a field is called, where one step means something of its own by it. */
const NAMES: Partial<Record<string, string>> = {
  report: 'RectificationReport',
  ask_extension: 'RectificationExtension',
  extend: 'RectificationExtension',
};

const outcome =
  (field: 'result' | 'looked', { record, faults }: Asked) =>
  () =>
    html`<visit-outcome field=${field} .faults=${faults} ?shown=${picturesShow(
      record.pictures.map(({ beforeId, afterId }) => ({ before: beforeId !== null, after: afterId !== null })),
    )}></visit-outcome>`;

const CUSTOM: Record<string, (asked: Asked) => (id: string) => unknown> = {
  result: (asked) => outcome('result', asked),
  looked: (asked) => outcome('looked', asked),
  officers:
    ({ record, faults }) =>
    () =>
      html`<row-list name="officers" words="Officer" .schema=${Officer} .only=${['name', 'certificate', 'validUntil']}
        .rows=${record.visits[record.visits.length - 1]?.officers ?? []} .least=${2} .faults=${faults}></row-list>`,
};

const startOf = (field: string, { record, step }: Asked): unknown => {
  if (field === 'on') return today();
  return field === 'until' && step === 'extend' ? (record.askedUntil ?? undefined) : undefined;
};

/** The steps of rectifications as people take them. */
export const RECTIFICATION_BOOK: StepBook<Rectification> = {
  kind: 'rectification',
  order: ORDER,
  away: AWAY,
  asks: ASKS,
  schema,
  words: 'RectificationStep',
  row: (step) => rectificationStep(step as RectificationStepName),
  done: ({ state }) => ENDS.rectification.includes(state),
  blockers: () => [],
  /** Reporting comes first while the party works; granting more time, only where somebody asked. */
  leadsOn: ({ askedUntil }, step) => (step === 'extend' ? askedUntil !== null : !AWAY.has(step)),
  control(field, asked) {
    const visit = asked.step === 'visit' || asked.step === 'look_back';
    if (visit && OF_OUTCOME.includes(field)) return nothing;
    const draw = CUSTOM[field]?.(asked);
    const look = { name: NAMES[asked.step] ?? 'RectificationStep', ...(draw ? { custom: { [field]: draw } } : {}) };
    return fieldOf(schema, field, { faults: asked.faults, values: { [field]: startOf(field, asked) }, look });
  },
  read(answers) {
    if (answers['opensCase'] !== true) delete answers['opensCase'];
    return {};
  },
  take: ({ id }, body) => call(rectificationApi.step, { params: { id }, body: body as RectificationStep }),
};

import { type Static, Type } from 'typebox';
import { Day, oneOf } from '../kernel/shapes.ts';
import {
  CONCLUSIONS,
  DISPOSAL_BOXES,
  INSTRUMENT_CLASSES,
  OBJECTION_GROUNDS,
  RETEST_REFUSALS,
  VERDICTS,
} from './sample.lists.ts';

const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** One item a laboratory tested: what it measured against what the standard says. */
export const TestedItem = Type.Object(
  {
    item: Type.String({ minLength: 1, maxLength: 80 }),
    measured: short(80),
    standard: short(80),
    unit: short(40),
    method: short(120),
    verdict: oneOf(VERDICTS, 'sample.verdict'),
  },
  { $id: 'TestedItem', additionalProperties: false },
);
export type TestedItem = Static<typeof TestedItem>;

/** Instruments of one class: how many were due for verification, were verified, and passed. */
export const Instruments = Type.Object(
  {
    class: oneOf(INSTRUMENT_CLASSES, 'metering.class'),
    due: Type.Integer({ minimum: 0, maximum: 100_000 }),
    verified: Type.Integer({ minimum: 0, maximum: 100_000 }),
    passed: Type.Integer({ minimum: 0, maximum: 100_000 }),
    certificate: short(120),
  },
  { $id: 'Instruments', additionalProperties: false },
);
export type Instruments = Static<typeof Instruments>;

/** One box of the disposal: what was done, or why nothing had to be. */
export const DisposalDone = Type.Object(
  {
    box: oneOf(DISPOSAL_BOXES, 'sample.box'),
    done: Type.Boolean(),
    text: Type.String({ minLength: 2, maxLength: 2000 }),
  },
  { $id: 'DisposalDone', additionalProperties: false },
);
export type DisposalDone = Static<typeof DisposalDone>;

/** What the steps of a sample may carry. */
export const sampleAsked = {
  /** sample: the sheet 抽样单. */
  sampleNumber: short(80),
  product: short(120),
  brand: short(80),
  spec: short(80),
  batch: short(80),
  producedOn: short(40),
  quantity: short(80),
  backup: short(80),
  maker: short(200),
  makerAddress: short(200),
  basis: short(400),
  /** A fast test of farm produce, whose result may be contested within hours. */
  fast: Type.Optional(Type.Boolean()),
  /** send; name_lab: another one than the first. */
  laboratory: short(120),
  /** report and retest. */
  reportNumber: short(80),
  conclusion: Type.Optional(oneOf(CONCLUSIONS, 'sample.conclusion')),
  items: Type.Optional(Type.Array(TestedItem, { maxItems: 60 })),
  /** When the laboratory concluded, which may be days before its report came. */
  concludedOn: Type.Optional(Day),
  /** decide_retest and decide_objection. */
  accepted: Type.Optional(Type.Boolean()),
  refusal: Type.Optional(oneOf(RETEST_REFUSALS, 'sample.refusal')),
  ground: Type.Optional(oneOf(OBJECTION_GROUNDS, 'sample.ground')),
  /** dispose: the five boxes, each done or not needed. */
  disposal: Type.Optional(Type.Array(DisposalDone, { maxItems: 5 })),
};

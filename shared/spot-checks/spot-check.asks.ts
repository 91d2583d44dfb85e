import { type Static, Type } from 'typebox';
import { campaignAsked } from '../campaigns/campaign.link.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { VISIT_PURPOSES } from '../visits/visit.ts';
import { Instruments, sampleAsked } from './sample.asks.ts';
import { CHECK_KINDS, CHECK_RESULTS, FOLLOW_UPS, ITEM_ANSWERS } from './spot-check.lists.ts';
import { SPOT_CHECK_STEP_NAMES } from './spot-check.workflow.ts';

const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** A planned check: who is to be looked at for what, from when to when. Without a subject it waits to be drawn. */
export const SpotCheckPlan = Type.Object(
  {
    checkKind: oneOf(CHECK_KINDS, 'spot_check.kind'),
    title: Type.String({ minLength: 2, maxLength: 120 }),
    purpose: oneOf(VISIT_PURPOSES, 'visit.purpose'),
    /** The task or programme it belongs to, as its paper calls it 任务名称. */
    task: short(120),
    /** The approval without which no inspection is made. */
    approval: short(80),
    subjectKind: oneOf(PARTY_KINDS, 'case.party_kind'),
    subjectName: short(200),
    subjectId: Type.Optional(Id),
    creditCode: Type.Optional(Type.String({ maxLength: 40, format: 'code' })),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    county: Type.String({ pattern: '^62\\d{4}$', words: 'region' }),
    township: short(60),
    place: short(200),
    plannedOn: Day,
    until: Type.Optional(Day),
    /** Other departments that come along, so that the business is entered once. */
    jointOfficeIds: Type.Optional(Type.Array(Id, { maxItems: 8, uniqueItems: true })),
    /** The record it comes from; linked both ways. */
    sourceId: Type.Optional(Id),
    ...campaignAsked,
    restricted: Type.Boolean(),
  },
  { $id: 'SpotCheckPlan', additionalProperties: false },
);
export type SpotCheckPlan = Static<typeof SpotCheckPlan>;

/** Fields of a record that may be sent back to be put right, by name. */
export const RETURNABLE = [
  'result',
  'followUp',
  'findings',
  'answers',
  'officers',
  'party',
  'instruments',
  'items',
  'disposal',
] as const;

/** One step with the facts it may carry; which of them a step needs is checked by the service, field by field. */
export const SpotCheckStep = Type.Object(
  {
    step: oneOf(SPOT_CHECK_STEP_NAMES, 'spot_check.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(Type.String({ maxLength: 8000 })),
    /** target: whom it fell on. */
    subjectName: short(200),
    subjectId: Type.Optional(Id),
    /** reschedule, and reopening what was cancelled. */
    plannedOn: Type.Optional(Day),
    until: Type.Optional(Day),
    /** begin: who entered, with which papers. */
    officers: Type.Optional(Type.Array(Officer, { maxItems: 6 })),
    noticeNumber: short(80),
    /** The code scanned or written at the door 入企登记码. */
    entryCode: short(80),
    /** Why it is necessary although this year's visits had reached the cap. */
    overCapReason: short(500),
    /** finish: what was found, what is done about it, what the party says. */
    result: Type.Optional(oneOf(CHECK_RESULTS, 'spot_check.result')),
    followUp: Type.Optional(oneOf(FOLLOW_UPS, 'spot_check.follow_up')),
    findings: short(20_000),
    party: short(4000),
    /** metering: what was due, verified, passed, class by class. */
    instruments: Type.Optional(Type.Array(Instruments, { maxItems: 20 })),
    ...sampleAsked,
    /** send_back: the fields to be put right. */
    fields: Type.Optional(Type.Array(oneOf(RETURNABLE, 'SpotCheck'), { maxItems: 9, uniqueItems: true })),
    /** settle: what was done; publish: where it stands. */
    text: short(4000),
  },
  { $id: 'SpotCheckStep', additionalProperties: false },
);
export type SpotCheckStep = Static<typeof SpotCheckStep>;

/** One item of the checklist as it was answered. */
export const ItemAnswered = Type.Object(
  {
    item: Type.String({ maxLength: 40 }),
    answer: oneOf(ITEM_ANSWERS, 'spot_check.answer'),
    note: short(2000),
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 9, uniqueItems: true })),
  },
  { additionalProperties: false },
);

/** Answers to items of the checklist; others keep what was answered before. */
export const ChecklistAnswers = Type.Object(
  { version: Version, answers: Type.Array(ItemAnswered, { minItems: 1, maxItems: 60 }) },
  { $id: 'ChecklistAnswers', additionalProperties: false },
);
export type ChecklistAnswers = Static<typeof ChecklistAnswers>;

const text = (minLength: number, maxLength: number) => Type.Optional(Type.String({ minLength, maxLength }));
const nullable = (maxLength: number) => Type.Optional(orNull(Type.String({ maxLength })));

/** Fields that may be edited while work is owed; afterwards one is corrected at a time, with a reason. */
export const SpotCheckEdit = Type.Object(
  {
    version: Version,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    title: text(2, 120),
    task: nullable(120),
    approval: nullable(80),
    matter: Type.Optional(Type.String({ maxLength: 40 })),
    creditCode: Type.Optional(orNull(Type.String({ maxLength: 40, format: 'code' }))),
    subjectId: Type.Optional(orNull(Id)),
    noticeNumber: nullable(80),
    entryCode: nullable(80),
    findings: nullable(20_000),
    party: nullable(4000),
    township: nullable(60),
    place: nullable(200),
    handlerId: Type.Optional(orNull(Id)),
  },
  { $id: 'SpotCheckEdit', additionalProperties: false },
);
export type SpotCheckEdit = Static<typeof SpotCheckEdit>;

import { type Static, Type } from 'typebox';
import { campaignAsked } from '../campaigns/campaign.link.ts';
import { Officer } from '../cases/case.asks.ts';
import { PARTY_KINDS } from '../cases/case.lists.ts';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { LOOK_BACK_RESULTS, RECTIFICATION_SOURCES, VISIT_RESULTS } from './rectification.lists.ts';
import { RECTIFICATION_STEP_NAMES } from './rectification.workflow.ts';

const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** What an order to correct says (责令改正通知书): who, what is wrong and against which provision, until when, what happens else. */
export const RectificationOrder = Type.Object(
  {
    source: oneOf(RECTIFICATION_SOURCES, 'rectification.source'),
    sourceNote: short(400),
    /** The record it comes from; linked both ways. */
    sourceId: Type.Optional(Id),
    ...campaignAsked,
    title: Type.String({ minLength: 2, maxLength: 120 }),
    subjectKind: oneOf(PARTY_KINDS, 'case.party_kind'),
    subjectName: short(200),
    subjectId: Type.Optional(Id),
    creditCode: Type.Optional(Type.String({ maxLength: 40, format: 'code' })),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    problem: Type.String({ minLength: 2, maxLength: 20_000 }),
    violated: Type.String({ minLength: 2, maxLength: 2000 }),
    basis: Type.String({ minLength: 2, maxLength: 2000 }),
    requirement: Type.String({ minLength: 2, maxLength: 8000 }),
    /** What the law provides for where it is not corrected in time. */
    consequence: short(2000),
    county: Type.String({ pattern: '^62\\d{4}$', words: 'region' }),
    township: short(60),
    place: short(200),
    orderedOn: Day,
    until: Day,
    orderNumber: short(80),
    /** Draws the next number of the paper 责令改正通知书 in this office's register. */
    drawNumber: Type.Optional(Type.Boolean()),
    restricted: Type.Boolean(),
  },
  { $id: 'RectificationOrder', additionalProperties: false },
);
export type RectificationOrder = Static<typeof RectificationOrder>;

/** One step with the facts it may carry; which of them a step needs is checked by the service, field by field. */
export const RectificationStep = Type.Object(
  {
    step: oneOf(RECTIFICATION_STEP_NAMES, 'rectification.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(Type.String({ maxLength: 8000 })),
    /** report: what the party says it did; visit and look_back: what the officers found. */
    text: Type.Optional(Type.String({ maxLength: 20_000 })),
    result: Type.Optional(oneOf(VISIT_RESULTS, 'rectification.result')),
    looked: Type.Optional(oneOf(LOOK_BACK_RESULTS, 'rectification.looked')),
    officers: Type.Optional(Type.Array(Officer, { maxItems: 6 })),
    /** The new limit of what goes back, or the day an extension reaches to. */
    until: Type.Optional(Day),
    /** Instead of a new limit: a violation case is opened of it. */
    opensCase: Type.Optional(Type.Boolean()),
    violation: Type.Optional(Type.String({ maxLength: 200 })),
    /** Why nothing can be shown in pictures: papers, weights, conduct. */
    noPictures: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { $id: 'RectificationStep', additionalProperties: false },
);
export type RectificationStep = Static<typeof RectificationStep>;

const text = (minLength: number, maxLength: number) => Type.Optional(Type.String({ minLength, maxLength }));
const nullable = (maxLength: number) => Type.Optional(orNull(Type.String({ maxLength })));

/** Fields that may be edited while work is owed; afterwards one is corrected at a time, with a reason. */
export const RectificationEdit = Type.Object(
  {
    version: Version,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    title: text(2, 120),
    problem: text(2, 20_000),
    violated: text(2, 2000),
    basis: text(2, 2000),
    requirement: text(2, 8000),
    consequence: nullable(2000),
    matter: Type.Optional(Type.String({ maxLength: 40 })),
    /** A natural person's is sealed; lists go on showing it masked. */
    subjectName: text(1, 200),
    subjectId: Type.Optional(orNull(Id)),
    creditCode: Type.Optional(orNull(Type.String({ maxLength: 40, format: 'code' }))),
    orderNumber: nullable(80),
    township: nullable(60),
    place: nullable(200),
    handlerId: Type.Optional(orNull(Id)),
  },
  { $id: 'RectificationEdit', additionalProperties: false },
);
export type RectificationEdit = Static<typeof RectificationEdit>;

/** A place shown before and after: both are pictures among the record's files. */
export const PairAsk = Type.Object(
  {
    version: Version,
    spot: Type.String({ minLength: 1, maxLength: 80 }),
    beforeId: Type.Optional(orNull(Id)),
    afterId: Type.Optional(orNull(Id)),
  },
  { $id: 'PairAsk', additionalProperties: false },
);
export type PairAsk = Static<typeof PairAsk>;

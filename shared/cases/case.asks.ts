import { type Static, Type } from 'typebox';
import { campaignAsked } from '../campaigns/campaign.link.ts';
import { Day, Fen, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { CASE_SOURCES, DECIDABLE, DUTIES, PARTY_KINDS, PENALTY_KINDS, SERVICE_WAYS, STATEMENTS } from './case.lists.ts';
import { CASE_STEP_NAMES } from './case.workflow.ts';

const County = Type.String({ pattern: '^6230\\d\\d$', words: 'region' });
const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const long = Type.Optional(Type.String({ maxLength: 20_000 }));

/** A party 当事人. ID number, telephone and a natural person's address are personal data: sealed, masked, opened with a reason. */
export const Party = Type.Object(
  {
    kind: oneOf(PARTY_KINDS, 'case.party_kind'),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    creditCode: Type.Optional(Type.String({ maxLength: 40, format: 'code' })),
    /** Why there is no code: a stall, a natural person. */
    noCode: short(100),
    idNo: Type.Optional(Type.String({ maxLength: 30, format: 'id_no' })),
    legalRep: short(60),
    address: short(200),
    phone: short(40),
    entityId: Type.Optional(Id),
  },
  { $id: 'Party', additionalProperties: false },
);
export type Party = Static<typeof Party>;

/** An officer with the certificate without which nobody handles a case (行政处罚法 42, 程序规定 19). */
export const Officer = Type.Object(
  {
    personId: Type.Optional(Id),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    certificate: Type.String({ minLength: 1, maxLength: 60 }),
    validUntil: Type.Optional(Day),
  },
  { $id: 'Officer', additionalProperties: false },
);
export type Officer = Static<typeof Officer>;

export const PenaltyShape = Type.Object(
  {
    kind: oneOf(PENALTY_KINDS, 'case.penalty'),
    amountFen: Type.Optional(Fen),
    note: short(400),
  },
  { $id: 'Penalty', additionalProperties: false },
);

/** What is written down when a clue is found. The party may be unknown yet. */
export const CaseIntake = Type.Object(
  {
    source: oneOf(CASE_SOURCES, 'case.source'),
    sourceNote: short(400),
    /** The record it comes from; linked both ways. */
    sourceId: Type.Optional(Id),
    ...campaignAsked,
    foreignNumber: short(80),
    title: Type.String({ minLength: 2, maxLength: 120 }),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    violation: Type.String({ minLength: 2, maxLength: 200 }),
    content: Type.String({ minLength: 1, maxLength: 20_000 }),
    parties: Type.Array(Party, { maxItems: 20 }),
    county: County,
    township: short(60),
    place: short(200),
    foundOn: Day,
    actEndedOn: Type.Optional(Day),
    /** Life, health or financial safety was hurt: five years instead of two (行政处罚法 36). */
    graveHarm: Type.Boolean(),
    goodsValueFen: Type.Optional(Fen),
    illegalGainsFen: Type.Optional(Fen),
    restricted: Type.Boolean(),
  },
  { $id: 'CaseIntake', additionalProperties: false },
);
export type CaseIntake = Static<typeof CaseIntake>;

/** A penalty decided on the spot (程序规定 66-70). */
export const SummaryCase = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 120 }),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    violation: Type.String({ minLength: 2, maxLength: 200 }),
    facts: Type.String({ minLength: 1, maxLength: 20_000 }),
    violated: Type.String({ minLength: 2, maxLength: 1000 }),
    basis: Type.String({ minLength: 2, maxLength: 1000 }),
    party: Party,
    county: County,
    township: short(60),
    place: short(200),
    decidedOn: Day,
    officers: Type.Array(Officer, { minItems: 2, maxItems: 6 }),
    penalties: Type.Array(PenaltyShape, { minItems: 1, maxItems: 2 }),
    /** The party was told facts, reasons and rights and was heard before the decision. */
    heard: Type.Boolean(),
    collectedFen: Type.Optional(Fen),
    /** Why it may be taken on the spot (程序规定 72); asked where anything was. */
    collectGround: Type.Optional(oneOf(['collect.1', 'collect.2', 'collect.3'], 'ground')),
    sourceId: Type.Optional(Id),
    ...campaignAsked,
  },
  { $id: 'SummaryCase', additionalProperties: false },
);
export type SummaryCase = Static<typeof SummaryCase>;

/** One step with the facts it may carry; which of them a step needs is checked by the service, field by field. */
export const CaseStep = Type.Object(
  {
    step: oneOf(CASE_STEP_NAMES, 'case.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(Type.String({ maxLength: 8000 })),
    /** Why a paper the law asks for before the step is not in the record. */
    without: Type.Optional(Type.String({ maxLength: 2000 })),
    /** propose: whether filing or not filing is proposed. */
    filing: Type.Optional(Type.Boolean()),
    conditions: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 4, uniqueItems: true })),
    ground: Type.Optional(Type.String({ maxLength: 40 })),
    officers: Type.Optional(Type.Array(Officer, { maxItems: 6 })),
    reviewGrounds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 4, uniqueItems: true })),
    statement: Type.Optional(oneOf(STATEMENTS, 'case.statement')),
    text: Type.Optional(Type.String({ maxLength: 20_000 })),
    answer: Type.Optional(Type.String({ maxLength: 8000 })),
    presider: Type.Optional(Type.String({ maxLength: 60 })),
    noticedOn: Type.Optional(Day),
    participants: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })),
    outcome: Type.Optional(oneOf(DECIDABLE, 'case.outcome')),
    penalties: Type.Optional(Type.Array(PenaltyShape, { maxItems: 13 })),
    way: Type.Optional(oneOf(SERVICE_WAYS, 'case.way')),
    duty: Type.Optional(oneOf(DUTIES, 'case.duty')),
    amountFen: Type.Optional(Fen),
    receipt: Type.Optional(Type.String({ maxLength: 80 })),
    until: Type.Optional(Day),
    instalments: Type.Optional(
      Type.Array(Type.Object({ on: Day, amountFen: Fen }, { additionalProperties: false }), {
        maxItems: 60,
        words: 'Instalment',
      }),
    ),
  },
  { $id: 'CaseStep', additionalProperties: false },
);
export type CaseStep = Static<typeof CaseStep>;

const nullable = (maxLength: number) => Type.Optional(orNull(Type.String({ maxLength })));

/** Fields of the file that are written while the case is inquired into; a closed case is corrected one field at a time with a reason. */
export const CaseEdit = Type.Object(
  {
    version: Version,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    title: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
    matter: Type.Optional(Type.String({ maxLength: 40 })),
    violation: Type.Optional(Type.String({ minLength: 2, maxLength: 200 })),
    content: long,
    subjectId: Type.Optional(orNull(Id)),
    township: nullable(60),
    place: nullable(200),
    handlerId: Type.Optional(orNull(Id)),
    foreignNumber: nullable(80),
    actEndedOn: Type.Optional(orNull(Day)),
    graveHarm: Type.Optional(Type.Boolean()),
    goodsValueFen: Type.Optional(orNull(Fen)),
    illegalGainsFen: Type.Optional(orNull(Fen)),
    facts: nullable(20_000),
    nature: nullable(8000),
    violated: nullable(2000),
    basis: nullable(2000),
    discretion: nullable(8000),
    proposal: nullable(8000),
    proposed: Type.Optional(Type.Array(PenaltyShape, { maxItems: 13 })),
    parties: Type.Optional(Type.Array(Party, { maxItems: 20 })),
    officers: Type.Optional(Type.Array(Officer, { maxItems: 6 })),
  },
  { $id: 'CaseEdit', additionalProperties: false },
);
export type CaseEdit = Static<typeof CaseEdit>;

import { type Static, Type } from 'typebox';
import { Day, Fen, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { MEASURES, SIGNS } from './thresholds.ts';

/** How the question whether a record is the police's stands. */
export const STANDINGS = ['open', 'asked', 'answered', 'transferred'] as const;

const ById = Type.Object({ id: Id });
const tags = ['transfers'];

/** How a reason not to transfer stands: before the chief, approved, or refused. */
export const REASON_STATES = ['asked', 'approved', 'refused'] as const;

const Condition = Type.Object(
  {
    measure: Type.Optional(oneOf(MEASURES, 'crime.measure')),
    fromFen: Type.Optional(Fen),
    sign: Type.Optional(oneOf(SIGNS, 'crime.sign')),
  },
  { additionalProperties: false },
);

/** A threshold as it is read and added: each sum or sign reaches it by itself. */
export const Threshold = Type.Object(
  {
    offence: Type.String({ minLength: 2, maxLength: 60 }),
    article: Type.String({ minLength: 2, maxLength: 60 }),
    matters: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 80 }),
    any: Type.Array(Condition, { minItems: 1, maxItems: 40 }),
    source: Type.String({ minLength: 2, maxLength: 200 }),
    sourceArticle: Type.String({ maxLength: 60 }),
    compared: Type.Boolean(),
    validFrom: Day,
    validUntil: orNull(Day),
  },
  { $id: 'CrimeThreshold', additionalProperties: false },
);

const facts = {
  salesFen: Fen,
  lossFen: Fen,
  signs: Type.Array(oneOf(SIGNS, 'crime.sign'), { maxItems: SIGNS.length, uniqueItems: true }),
};

/** One question, and what has been said to it. */
export const Question = Type.Object({
  offence: Type.String(),
  article: Type.String(),
  source: Type.String(),
  sourceArticle: Type.String(),
  compared: Type.Boolean(),
  reached: Type.Array(Condition),
  standing: oneOf(['open', 'asked', 'answered', 'transferred'], 'crime.standing'),
  reason: orNull(Type.String()),
  reasonId: orNull(Id),
  askedBy: orNull(Id),
  decidedBy: orNull(Id),
  refusal: orNull(Type.String()),
  transferId: orNull(Id),
  transferNumber: orNull(Type.String()),
});
export type Question = Static<typeof Question>;

/** Everything asked of one record; the sums its own fields do not carry can be said here. */
export const Questions = Type.Object(
  {
    matter: Type.String(),
    on: Day,
    goodsValueFen: Type.Integer(),
    gainsFen: Type.Integer(),
    ...facts,
    open: Type.Boolean(),
    questions: Type.Array(Question),
  },
  { $id: 'CrimeQuestions' },
);
export type Questions = Static<typeof Questions>;

const said = Type.Object(facts, { $id: 'CrimeFactsSaid', additionalProperties: false });

/** 应移送未移送: whether a record should go to the police, asked by what its facts reach. */
export const questionApi = {
  read: {
    method: 'GET',
    url: '/api/dossiers/:id/police-questions',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Questions } },
  },
  sayFacts: {
    method: 'PUT',
    url: '/api/dossiers/:id/police-questions/facts',
    config: { can: 'transfer.draft' },
    schema: { tags, params: ById, body: said, response: { 200: Questions } },
  },
  giveReason: {
    method: 'POST',
    url: '/api/dossiers/:id/police-questions/reasons',
    config: { can: 'transfer.draft' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { offence: Type.String({ maxLength: 60 }), reason: Type.String({ minLength: 4, maxLength: 4000 }) },
        { $id: 'NoTransferReason', additionalProperties: false },
      ),
      response: { 200: Questions },
    },
  },
  decideReason: {
    method: 'POST',
    url: '/api/dossiers/:id/police-questions/decisions',
    config: { can: 'transfer.approve_police' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        {
          reasonId: Id,
          approved: Type.Boolean(),
          refusal: Type.Optional(Type.String({ maxLength: 4000 })),
        },
        { $id: 'NoTransferDecision', additionalProperties: false },
      ),
      response: { 200: Questions },
    },
  },
  thresholds: {
    method: 'GET',
    url: '/api/crime-thresholds',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Array(Threshold) } },
  },
  addThreshold: {
    method: 'POST',
    url: '/api/crime-thresholds',
    config: { can: 'clock.rule.edit' },
    schema: { tags, body: Threshold, response: { 201: Threshold } },
  },
} as const;

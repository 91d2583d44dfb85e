import { type Static, Type } from 'typebox';
import { Day, Fen, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { EVIDENCE_KINDS } from './case.lists.ts';

const ById = Type.Object({ id: Id });
const tags = ['cases'];
const reason = Type.String({ minLength: 2, maxLength: 2000 });
const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** Measures 行政强制措施 and registered preservation 先行登记保存 (程序规定 33-38). */
export const MEASURE_KINDS = ['register', 'seal', 'seize'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
/** How a measure stands: asked for, in force, or how it ended. */
export const MEASURE_STATES = [
  'asked',
  'standing',
  'refused',
  'lifted',
  'lapsed',
  'converted',
  'confiscated',
  'dealt_with',
] as const;
export const MEASURE_ENDS = ['lifted', 'converted', 'confiscated', 'dealt_with'] as const;

/** What can happen to goods in the ledger; the first puts them in, the last five take them out. */
export const GOODS_ACTS = [
  'taken_in',
  'moved',
  'sampled',
  'returned',
  'destroyed',
  'sold',
  'handed_in',
  'to_police',
] as const;
export type GoodsAct = (typeof GOODS_ACTS)[number];
/** Acts by which goods leave the keeping. */
export const GOODS_LEAVE = [
  'sampled',
  'returned',
  'destroyed',
  'sold',
  'handed_in',
  'to_police',
] as const satisfies GoodsAct[];

/** A quantity in thousandths of its unit, so that 12.5 kg is a whole number. */
export const Thousandths = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, format: 'thousandths' });

/** A piece of evidence with its source; a changed file is a new version, and nothing is deleted. */
export const Evidence = Type.Object({
  id: Id,
  kind: oneOf(EVIDENCE_KINDS, 'case.evidence_kind'),
  title: Type.String(),
  source: Type.String(),
  collectedOn: Day,
  collectedBy: Type.String(),
  place: orNull(Type.String()),
  fileId: orNull(Type.Integer()),
  sha256: orNull(Type.String()),
  version: Type.Integer(),
  replacesId: orNull(Type.Integer()),
  replaced: Type.Boolean(),
  withdrawnOn: orNull(Day),
  withdrawnBecause: orNull(Type.String()),
});

export const EvidenceAdding = Type.Object(
  {
    kind: oneOf(EVIDENCE_KINDS, 'case.evidence_kind'),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    source: Type.String({ minLength: 1, maxLength: 200 }),
    collectedOn: Day,
    collectedBy: Type.String({ minLength: 1, maxLength: 200 }),
    place: short(200),
    fileId: Type.Optional(Id),
    /** The piece this one is a new version of. */
    replacesId: Type.Optional(Id),
    version: Version,
  },
  { $id: 'EvidenceAdding', additionalProperties: false },
);
export type EvidenceAdding = Static<typeof EvidenceAdding>;

export const Measure = Type.Object({
  id: Id,
  kind: oneOf(MEASURE_KINDS, 'case.measure_kind'),
  state: oneOf(MEASURE_STATES, 'case.measure_state'),
  urgent: Type.Boolean(),
  basis: Type.String(),
  place: Type.String(),
  goods: Type.String(),
  takenOn: orNull(Day),
  takenAt: orNull(Type.String()),
  approvedBy: orNull(Type.Integer()),
  dueOn: orNull(Day),
  endedOn: orNull(Day),
  reason: orNull(Type.String()),
});

export const MeasureAsking = Type.Object(
  {
    kind: oneOf(MEASURE_KINDS, 'case.measure_kind'),
    /** Taken on the spot before approval: reported within 24 hours. */
    urgent: Type.Boolean(),
    basis: Type.String({ minLength: 2, maxLength: 400 }),
    place: Type.String({ minLength: 1, maxLength: 200 }),
    goods: Type.String({ minLength: 1, maxLength: 2000 }),
    takenOn: Type.Optional(Day),
    takenAt: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })),
    version: Version,
  },
  { $id: 'MeasureAsking', additionalProperties: false },
);
export type MeasureAsking = Static<typeof MeasureAsking>;

export const MeasureTurn = Type.Object(
  {
    turn: oneOf(['approve', 'refuse', ...MEASURE_ENDS], 'case.measure_turn'),
    on: Day,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    version: Version,
  },
  { $id: 'MeasureTurn', additionalProperties: false },
);
export type MeasureTurn = Static<typeof MeasureTurn>;

const Act = Type.Object({
  id: Id,
  act: oneOf(GOODS_ACTS, 'case.goods_act'),
  on: Day,
  thousandths: Type.Integer(),
  place: orNull(Type.String()),
  from: Type.String(),
  to: Type.String(),
  reason: orNull(Type.String()),
  personId: Id,
});

/** Goods in the case's keeping: what came in, what left by which act, and what is still there. */
export const Goods = Type.Object({
  id: Id,
  name: Type.String(),
  spec: orNull(Type.String()),
  unit: Type.String(),
  thousandths: Type.Integer(),
  kept: Type.Integer(),
  valueFen: orNull(Type.Integer()),
  place: Type.String(),
  perishable: Type.Boolean(),
  measureId: orNull(Type.Integer()),
  acts: Type.Array(Act),
});

export const GoodsTaking = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    spec: short(100),
    unit: Type.String({ minLength: 1, maxLength: 20 }),
    thousandths: Thousandths,
    valueFen: Type.Optional(Fen),
    place: Type.String({ minLength: 1, maxLength: 200 }),
    perishable: Type.Boolean(),
    measureId: Type.Optional(Id),
    takenOn: Day,
    from: Type.String({ minLength: 1, maxLength: 200 }),
    to: Type.String({ minLength: 1, maxLength: 200 }),
    version: Version,
  },
  { $id: 'GoodsTaking', additionalProperties: false },
);
export type GoodsTaking = Static<typeof GoodsTaking>;

export const GoodsMoving = Type.Object(
  {
    act: oneOf(GOODS_ACTS.slice(1) as [GoodsAct, ...GoodsAct[]], 'case.goods_act'),
    on: Day,
    thousandths: Type.Optional(Thousandths),
    place: short(200),
    from: Type.String({ minLength: 1, maxLength: 200 }),
    to: Type.String({ minLength: 1, maxLength: 200 }),
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    version: Version,
  },
  { $id: 'GoodsMoving', additionalProperties: false },
);
export type GoodsMoving = Static<typeof GoodsMoving>;

const changed = { 200: Type.Object({ version: Type.Integer(), id: Id }) };

/** Evidence, measures and goods of a case. */
export const exhibitApi = {
  list: {
    method: 'GET',
    url: '/api/cases/:id/exhibits',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      response: {
        200: Type.Object({ evidence: Type.Array(Evidence), measures: Type.Array(Measure), goods: Type.Array(Goods) }),
      },
    },
  },
  addEvidence: {
    method: 'POST',
    url: '/api/cases/:id/evidence',
    config: { can: 'case.handle' },
    schema: { tags, params: ById, body: EvidenceAdding, response: changed },
  },
  withdrawEvidence: {
    method: 'POST',
    url: '/api/cases/:id/evidence/:evidenceId/withdrawal',
    config: { can: 'case.handle' },
    schema: {
      tags,
      params: Type.Object({ id: Id, evidenceId: Id }),
      body: Type.Object({ reason, version: Version }, { $id: 'EvidenceWithdrawal', additionalProperties: false }),
      response: changed,
    },
  },
  askMeasure: {
    method: 'POST',
    url: '/api/cases/:id/measures',
    config: { can: 'case.handle' },
    schema: { tags, params: ById, body: MeasureAsking, response: changed },
  },
  turnMeasure: {
    method: 'POST',
    url: '/api/cases/:id/measures/:measureId/turns',
    config: { can: 'dossier.read' },
    schema: { tags, params: Type.Object({ id: Id, measureId: Id }), body: MeasureTurn, response: changed },
  },
  takeGoods: {
    method: 'POST',
    url: '/api/cases/:id/goods',
    config: { can: 'case.handle' },
    schema: { tags, params: ById, body: GoodsTaking, response: changed },
  },
  moveGoods: {
    method: 'POST',
    url: '/api/cases/:id/goods/:goodsId/acts',
    config: { can: 'case.handle' },
    schema: { tags, params: Type.Object({ id: Id, goodsId: Id }), body: GoodsMoving, response: changed },
  },
} as const;

import { type Static, Type } from 'typebox';
import { ENTITY_KINDS, INDUSTRIES } from '../entities/entity.lists.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { EXCLUSIONS, PAIR_MODES } from './draw.ts';

const tags = ['draws'];
const short = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const Weight = Type.Integer({ minimum: 0, maximum: 100 });

/** Most targets one draw is made from, and most it may draw. */
export const DRAW_POOL_MOST = 20_000;
export const DRAW_MOST = 100;

/** Somebody who stands back from a business 回避, with the reason. */
export const Recusal = Type.Object(
  { personId: Id, entityId: Id, reason: Type.String({ minLength: 2, maxLength: 200 }) },
  { $id: 'Recusal', additionalProperties: false },
);

/** How much each risk class counts in the draw; nought leaves it out. */
export const RiskWeights = Type.Object(
  { A: Weight, B: Weight, C: Weight, D: Weight, none: Weight },
  { $id: 'RiskWeights', additionalProperties: false },
);
export type RiskWeights = Static<typeof RiskWeights>;
export const USUAL_WEIGHTS: RiskWeights = { A: 1, B: 2, C: 3, D: 4, none: 2 };

/** A draw 双随机 as it is prepared: what is drawn from, by which weights, and whose inspectors go. */
export const DrawPlan = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 120 }),
    task: short(120),
    approval: short(80),
    matter: Type.String({ maxLength: 40, words: 'matter' }),
    county: Type.Optional(Type.String({ pattern: '^62\\d{4}$', words: 'region' })),
    industry: Type.Optional(oneOf(INDUSTRIES, 'entity.industry')),
    kind: Type.Optional(oneOf(ENTITY_KINDS, 'entity.kind')),
    /** Whoever was visited in so many days by any department is left out. */
    recentDays: Type.Integer({ minimum: 0, maximum: 730 }),
    weights: RiskWeights,
    size: Type.Integer({ minimum: 1, maximum: DRAW_MOST }),
    mode: oneOf(PAIR_MODES, 'draw.mode'),
    /** Offices whose inspectors take part; one's own where none is named. */
    officeIds: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    recusals: Type.Optional(Type.Array(Recusal, { maxItems: 200 })),
    plannedOn: Day,
    until: Day,
    /** The draw this one repeats, and why it had to be repeated: the first is kept. */
    againOf: Type.Optional(Id),
    reason: short(500),
  },
  { $id: 'DrawPlan', additionalProperties: false },
);
export type DrawPlan = Static<typeof DrawPlan>;

const face = {
  id: Id,
  title: Type.String(),
  matter: Type.String(),
  county: orNull(Type.String()),
  size: Type.Integer(),
  mode: oneOf(PAIR_MODES, 'draw.mode'),
  /** Who could be drawn. */
  pool: Type.Integer(),
  personId: Id,
  preparedAt: Type.String(),
  drawnAt: orNull(Type.String()),
  againOf: orNull(Id),
  reason: orNull(Type.String()),
};
export const DrawRow = Type.Object(face, { $id: 'DrawRow' });
export type DrawRow = Static<typeof DrawRow>;

/** A draw with its fixed hashes; seed and targets only once it was drawn. */
export const Draw = Type.Object(
  {
    ...face,
    algorithm: Type.String(),
    seedHash: Type.String(),
    poolHash: Type.String(),
    seed: orNull(Type.String()),
    inspectors: Type.Integer(),
    excluded: Type.Array(Type.Object({ why: oneOf(EXCLUSIONS, 'draw.excluded'), n: Type.Integer() })),
    /** Whoever stands at the cap of visits, named: they are not drawn, and not forgotten. */
    capped: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    drawn: Type.Array(
      Type.Object({
        targetId: Id,
        name: Type.String(),
        inspectorIds: Type.Array(Id),
        checkId: orNull(Id),
        number: orNull(Type.String()),
      }),
    ),
  },
  { $id: 'Draw' },
);
export type Draw = Static<typeof Draw>;

/** Everything needed to draw again elsewhere, without the product's data: `npm run cli -- replay-draw receipt.json`. */
export const DrawReceipt = Type.Object(
  {
    format: Type.String(),
    algorithm: Type.String(),
    title: Type.String(),
    officeId: Id,
    preparedAt: Type.String(),
    drawnAt: Type.String(),
    seedHash: Type.String(),
    seed: Type.String(),
    poolHash: Type.String(),
    pool: Type.Object({
      targets: Type.Array(Type.Object({ id: Id, weight: Type.Integer() })),
      inspectors: Type.Array(Type.Object({ id: Id, officeId: Id })),
      recusals: Type.Array(Type.Object({ inspectorId: Id, targetId: Id })),
    }),
    size: Type.Integer(),
    mode: oneOf(PAIR_MODES, 'draw.mode'),
    drawn: Type.Array(Type.Object({ targetId: Id, inspectorIds: Type.Array(Id) })),
  },
  { $id: 'DrawReceipt' },
);
export type DrawReceipt = Static<typeof DrawReceipt>;
export const RECEIPT_FORMAT = 'yipanqi-draw-receipt/1';

const ById = Type.Object({ id: Id });

/** Draws 双随机 of an office: prepared with everything fixed, then drawn once. */
export const drawApi = {
  list: {
    method: 'GET',
    url: '/api/draws',
    config: { can: 'spot_check.draw' },
    schema: { tags, response: { 200: Type.Array(DrawRow) } },
  },
  read: {
    method: 'GET',
    url: '/api/draws/:id',
    config: { can: 'spot_check.draw' },
    schema: { tags, params: ById, response: { 200: Draw } },
  },
  prepare: {
    method: 'POST',
    url: '/api/draws',
    config: { can: 'spot_check.draw' },
    schema: { tags, body: DrawPlan, response: { 201: Draw } },
  },
  draw: {
    method: 'POST',
    url: '/api/draws/:id/drawing',
    config: { can: 'spot_check.draw' },
    schema: { tags, params: ById, response: { 200: Draw } },
  },
  receipt: {
    method: 'GET',
    url: '/api/draws/:id/receipt',
    config: { can: 'spot_check.draw' },
    schema: { tags, params: ById, response: { 200: DrawReceipt } },
  },
} as const;

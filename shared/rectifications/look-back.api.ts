import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { LOOK_BACK_RESULTS } from './rectification.lists.ts';

const tags = ['rectifications'];
const County = Type.String({ pattern: '^62\\d{4}$', words: 'region' });

/** Most records one sample is drawn from, and most it may hold. */
export const POOL_MOST = 20_000;
export const SAMPLE_MOST = 500;

const scope = {
  from: Day,
  until: Day,
  county: Type.Optional(County),
  matter: Type.Optional(Type.String({ maxLength: 40 })),
};

/** A sample to be drawn from what was signed off between two days; without a seed one is thrown. */
export const LookBackDraw = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 80 }),
    ...scope,
    size: Type.Integer({ minimum: 1, maximum: SAMPLE_MOST }),
    seed: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  { $id: 'LookBackDraw', additionalProperties: false },
);
export type LookBackDraw = Static<typeof LookBackDraw>;

const face = {
  id: Id,
  title: Type.String(),
  officeId: Id,
  personId: Id,
  from: Day,
  until: Day,
  county: orNull(County),
  matter: orNull(Type.String()),
  size: Type.Integer(),
  pool: Type.Integer(),
  seed: Type.String(),
  drawnOn: Day,
};

/** One sample in the list of an office's own. */
export const LookBackRow = Type.Object(
  { ...face, visited: Type.Integer(), relapsed: Type.Integer() },
  { $id: 'LookBackRow' },
);
export type LookBackRow = Static<typeof LookBackRow>;

/** A drawn record and what became of its visit; what the office no longer sees is not there. */
export const LookBackItem = Type.Object({
  id: Id,
  number: Type.String(),
  stub: Type.Boolean(),
  title: Type.String(),
  subjectName: orNull(Type.String()),
  county: Type.String(),
  ownerOfficeId: Id,
  state: Type.String(),
  closedOn: orNull(Day),
  visitedOn: orNull(Day),
  result: orNull(oneOf(LOOK_BACK_RESULTS, 'rectification.looked')),
});
export type LookBackItem = Static<typeof LookBackItem>;

/** A sample with everything needed to draw it again: the numbers it was drawn from in their order, and the seed. */
export const LookBack = Type.Object(
  {
    ...face,
    poolIds: Type.Array(Type.Integer()),
    drawnIds: Type.Array(Type.Integer()),
    items: Type.Array(LookBackItem),
  },
  { $id: 'LookBack' },
);
export type LookBack = Static<typeof LookBack>;

const ById = Type.Object({ id: Id });

/** Look-backs 回头看: samples of what was signed off, drawn so that anybody can draw them again. */
export const lookBackApi = {
  list: {
    method: 'GET',
    url: '/api/look-backs',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(LookBackRow) } },
  },
  pool: {
    method: 'GET',
    url: '/api/look-backs/pool',
    config: { can: 'rectification.approve' },
    schema: { tags, querystring: Type.Object(scope), response: { 200: Type.Object({ pool: Type.Integer() }) } },
  },
  read: {
    method: 'GET',
    url: '/api/look-backs/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: LookBack } },
  },
  draw: {
    method: 'POST',
    url: '/api/look-backs',
    config: { can: 'rectification.approve' },
    schema: { tags, body: LookBackDraw, response: { 201: LookBack } },
  },
} as const;

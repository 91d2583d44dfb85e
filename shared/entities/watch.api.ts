import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { DEPARTMENTS } from '../offices/departments.ts';
import { WATCH_LEVELS, WATCH_STATES } from './entity.lists.ts';
import { EntityName } from './entity.schema.ts';

const tags = ['entities'];
const closed = { additionalProperties: false } as const;
const ById = Type.Object({ id: Id });
const reason = Type.String({ minLength: 2, maxLength: 1000 });

/** No mark is in force longer than this without being asked for anew (custom). */
export const WATCH_LONGEST_DAYS = 366;

/** A mark asked for: how urgent, why, how long, and for whose eyes. The office that asks is always among them. */
export const WatchAsk = Type.Object(
  {
    level: oneOf(WATCH_LEVELS, 'watch.level'),
    reason,
    validFrom: Day,
    validUntil: Day,
    offices: Type.Array(Id, { maxItems: 40, uniqueItems: true }),
    departments: Type.Array(oneOf(DEPARTMENTS, 'department'), { maxItems: DEPARTMENTS.length, uniqueItems: true }),
  },
  { $id: 'WatchAsk', ...closed },
);
export type WatchAsk = Static<typeof WatchAsk>;

/** A mark as its audience reads it. */
export const WatchMark = Type.Object(
  {
    id: Id,
    entityId: Id,
    level: oneOf(WATCH_LEVELS, 'watch.level'),
    reason: Type.String(),
    validFrom: Day,
    validUntil: Day,
    state: oneOf(WATCH_STATES, 'watch.state'),
    officeId: Id,
    askedBy: Id,
    askedAt: Type.String(),
    decidedBy: orNull(Id),
    decidedAt: orNull(Type.String()),
    answer: orNull(Type.String()),
    offices: Type.Array(Id),
    departments: Type.Array(Type.String()),
  },
  { $id: 'WatchMark' },
);
export type WatchMark = Static<typeof WatchMark>;

/** Marks that ask some offices to keep an eye on an entity 重点关注; to everybody else they do not exist. */
export const watchApi = {
  ofEntity: {
    method: 'GET',
    url: '/api/entities/:id/watch',
    config: { can: 'entity.read' },
    schema: { tags, params: ById, response: { 200: Type.Array(WatchMark) } },
  },
  ask: {
    method: 'POST',
    url: '/api/entities/:id/watch',
    config: { can: 'watch.ask' },
    schema: { tags, params: ById, body: WatchAsk, response: { 201: WatchMark } },
  },
  asked: {
    method: 'GET',
    url: '/api/watch/asked',
    config: { can: 'watch.approve' },
    schema: {
      tags,
      response: { 200: Type.Array(Type.Object({ ...WatchMark.properties, entity: EntityName })) },
    },
  },
  decide: {
    method: 'POST',
    url: '/api/watch/:id/decision',
    config: { can: 'watch.approve' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { approve: Type.Boolean(), reason: Type.Optional(Type.String({ maxLength: 1000 })) },
        { $id: 'WatchDecision', ...closed },
      ),
      response: { 200: WatchMark },
    },
  },
  end: {
    method: 'POST',
    url: '/api/watch/:id/end',
    config: { can: 'watch.ask' },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ reason }, { $id: 'WatchEnding', ...closed }),
      response: { 200: WatchMark },
    },
  },
} as const;

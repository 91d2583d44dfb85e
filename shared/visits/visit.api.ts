import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { VISIT_PURPOSES } from './visit.ts';

const tags = ['visits'];
const closed = { additionalProperties: false } as const;
const reason = Type.String({ minLength: 2, maxLength: 500 });
const County = Type.String({ pattern: '^6230\\d\\d$', words: 'region' });
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Purpose = oneOf(VISIT_PURPOSES, 'visit.purpose');

/** One visit of one department, as everybody who might go there next reads it. */
export const Visit = Type.Object(
  {
    id: Id,
    entityId: Id,
    officeId: Id,
    visitedOn: Day,
    purpose: Purpose,
    counts: Type.Boolean(),
    officers: Type.Array(Type.String()),
    noticeNumber: orNull(Type.String()),
    overCapReason: orNull(Type.String()),
    loggedBy: Id,
    loggedAt: Type.String(),
    cancelledAt: orNull(Type.String()),
    cancelReason: orNull(Type.String()),
  },
  { $id: 'Visit' },
);
export type Visit = Static<typeof Visit>;

/** A visit as the inspectors who made it log it: the inspecting body is their own office, and there are two of them at least. */
export const VisitLog = Type.Object(
  {
    visitedOn: Day,
    purpose: Purpose,
    officers: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 2,
      maxItems: 10,
      uniqueItems: true,
    }),
    noticeNumber: Type.Optional(Type.String({ maxLength: 80 })),
    /** Why it was necessary although this year's visits had reached the cap. */
    overCapReason: Type.Optional(reason),
  },
  { $id: 'VisitLog', ...closed },
);
export type VisitLog = Static<typeof VisitLog>;

/** Visits to an entity, and how many a county's entities bear in a year. */
export const visitApi = {
  ofEntity: {
    method: 'GET',
    url: '/api/entities/:id/visits',
    config: { can: 'entity.read' },
    schema: {
      tags,
      params: Type.Object({ id: Id }),
      querystring: Type.Object({ year: Type.Optional(Year) }),
      response: {
        200: Type.Object({
          year: Type.Integer(),
          cap: Type.Integer(),
          counted: Type.Integer(),
          visits: Type.Array(Visit),
        }),
      },
    },
  },
  log: {
    method: 'POST',
    url: '/api/entities/:id/visits',
    config: { can: 'visit.log' },
    schema: { tags, params: Type.Object({ id: Id }), body: VisitLog, response: { 201: Visit } },
  },
  cancel: {
    method: 'POST',
    url: '/api/visits/:id/cancel',
    config: { can: 'visit.log' },
    schema: {
      tags,
      params: Type.Object({ id: Id }),
      body: Type.Object({ reason }, { $id: 'VisitCancelling', ...closed }),
      response: { 200: Visit },
    },
  },
  caps: {
    method: 'GET',
    url: '/api/visit-caps',
    config: { can: 'entity.read' },
    schema: {
      tags,
      response: {
        200: Type.Array(
          Type.Object({ region: Type.String(), year: Type.Integer(), cap: Type.Integer(), reason: Type.String() }),
        ),
      },
    },
  },
  setCap: {
    method: 'PUT',
    url: '/api/visit-caps',
    config: { can: 'visit_cap.edit' },
    schema: {
      tags,
      body: Type.Object(
        { region: County, year: Year, cap: Type.Integer({ minimum: 0, maximum: 99 }), reason },
        { $id: 'VisitCap', ...closed },
      ),
      response: { 200: Type.Object({ cap: Type.Integer() }) },
    },
  },
} as const;

import { type Static, Type } from 'typebox';
import { ROLLS } from '../kernel/calendar.ts';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { UNITS } from './clock.rules.ts';
import { CLOCK_EVENTS } from './clock.ts';

const tags = ['clocks'];
const reason = Type.String({ minLength: 2, maxLength: 2000 });

/** A limit with its law; what an office adds has the same shape. */
export const ClockRuleShape = Type.Object(
  {
    name: Type.String({ maxLength: 60, pattern: '^[a-z_]+\\.[a-z_]+$' }),
    length: Type.Integer({ minimum: 1, maximum: 3650 }),
    unit: oneOf(UNITS, 'clock.unit'),
    roll: oneOf(ROLLS, 'clock.roll'),
    pauses: Type.Array(
      Type.Object({ category: Type.String({ maxLength: 40 }), article: Type.String({ maxLength: 80 }) }),
      { maxItems: 20 },
    ),
    extension: Type.Union([
      Type.Object({
        length: Type.Integer({ minimum: 1, maximum: 3650 }),
        times: Type.Integer({ minimum: 1, maximum: 9 }),
        by: Type.String({ maxLength: 40 }),
        article: Type.String({ maxLength: 80 }),
        further: Type.Optional(
          Type.Object({ by: oneOf(['collective'], 'clock.category'), article: Type.String({ maxLength: 80 }) }),
        ),
      }),
      Type.Null(),
    ]),
    /** From how many working days before its end it is near; three, or a third of a short one, where nothing is said. */
    near: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    startHour: Type.Optional(oneOf(['counted', 'skipped'], 'clock.start_hour')),
    law: Type.String({ minLength: 2, maxLength: 200 }),
    article: orNull(Type.String({ maxLength: 80 })),
    validFrom: Day,
    validUntil: orNull(Day),
    custom: Type.Boolean(),
  },
  { $id: 'ClockRule', additionalProperties: false },
);

const ReasonLine = Type.Object({
  what: Type.String(),
  day: Type.Optional(Day),
  at: Type.Optional(Type.String()),
  from: Type.Optional(Day),
  to: Type.Optional(orNull(Day)),
  days: Type.Optional(orNull(Type.Integer())),
  name: Type.Optional(Type.String()),
  length: Type.Optional(Type.Integer()),
  year: Type.Optional(Type.Integer()),
});

/** A clock as the record's page shows it: its rule, its dates, its events, and why it ends on its day. */
export const ClockFace = Type.Object(
  {
    id: Id,
    name: Type.String(),
    about: orNull(Type.Integer()),
    rule: ClockRuleShape,
    startedOn: Day,
    stoppedOn: orNull(Day),
    length: Type.Integer(),
    pausedDays: Type.Integer(),
    pausedOn: orNull(Day),
    dueOn: orNull(Day),
    dueAt: orNull(Type.String()),
    soonOn: orNull(Day),
    unsettledYear: orNull(Type.Integer()),
    running: Type.Boolean(),
    events: Type.Array(
      Type.Object({
        kind: oneOf(CLOCK_EVENTS, 'clock.event'),
        on: Day,
        moment: orNull(Type.String()),
        category: orNull(Type.String()),
        length: orNull(Type.Integer()),
        reason: orNull(Type.String()),
        personId: Type.Integer(),
        at: Type.String(),
      }),
    ),
    why: Type.Array(ReasonLine),
  },
  { $id: 'ClockFace' },
);
export type ClockFace = Static<typeof ClockFace>;

const Calendar = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    source: Type.String({ minLength: 2, maxLength: 300 }),
    off: Type.Record(Type.String({ format: 'date' }), Type.String({ maxLength: 40 })),
    work: Type.Array(Day, { maxItems: 60 }),
    festivals: Type.Array(Day, { maxItems: 40 }),
    local: Type.Optional(Type.Record(Type.String({ format: 'date' }), Type.String({ maxLength: 40 }))),
  },
  { $id: 'CalendarYear', additionalProperties: false },
);

/** Clocks of a record, and the law and calendar behind them. */
export const clockApi = {
  ofDossier: {
    method: 'GET',
    url: '/api/dossiers/:id/clocks',
    config: { can: 'dossier.read' },
    schema: { tags, params: Type.Object({ id: Id }), response: { 200: Type.Array(ClockFace) } },
  },
  turn: {
    method: 'POST',
    url: '/api/dossiers/:id/clocks/:clockId/events',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: Type.Object({ id: Id, clockId: Id }),
      body: Type.Object(
        {
          kind: oneOf(['paused', 'resumed', 'extended'], 'clock.event'),
          on: Day,
          version: Version,
          reason,
          category: Type.Optional(Type.String({ maxLength: 40 })),
          length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
          document: Type.Optional(Type.String({ maxLength: 200 })),
        },
        { $id: 'ClockTurn', additionalProperties: false },
      ),
      response: { 200: Type.Array(ClockFace) },
    },
  },
  rules: {
    method: 'GET',
    url: '/api/clocks/rules',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Array(ClockRuleShape) } },
  },
  addRule: {
    method: 'POST',
    url: '/api/clocks/rules',
    config: { can: 'clock.rule.edit' },
    schema: { tags, body: ClockRuleShape, response: { 201: ClockRuleShape } },
  },
  preview: {
    method: 'GET',
    url: '/api/clocks/preview',
    config: { can: 'signed_in' },
    schema: {
      tags,
      querystring: Type.Object({ name: Type.String({ maxLength: 60 }), on: Day }),
      response: {
        200: Type.Object({ dueOn: orNull(Day), unsettledYear: orNull(Type.Integer()), why: Type.Array(ReasonLine) }),
      },
    },
  },
  calendar: {
    method: 'GET',
    url: '/api/calendar',
    config: { can: 'signed_in' },
    schema: {
      tags,
      response: {
        200: Type.Object({
          years: Type.Array(Calendar),
          today: Day,
          missingYear: orNull(Type.Integer()),
          alarm: Type.Boolean(),
        }),
      },
    },
  },
  putYear: {
    method: 'PUT',
    url: '/api/calendar/:year',
    config: { can: 'calendar.edit' },
    schema: {
      tags,
      params: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }),
      body: Calendar,
      response: {
        200: Type.Object({
          year: Type.Integer(),
          moved: Type.Array(Type.Object({ dossierId: Id, before: orNull(Day), after: orNull(Day) })),
        }),
      },
    },
  },
} as const;

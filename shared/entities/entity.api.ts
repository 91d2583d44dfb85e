import { type Static, Type } from 'typebox';
import { SubjectRecord } from '../dossiers/dossier.api.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { Visit } from '../visits/visit.api.ts';
import {
  Entity,
  EntityEdit,
  EntityFiling,
  EntityHit,
  EntityMerging,
  EntityName,
  EntityPerson,
  EntityRow,
} from './entity.schema.ts';
import { LONGEST_REPEAT_MONTHS, REPEAT_TIES } from './repeats.ts';

const ById = Type.Object({ id: Id });
const tags = ['entities'];
const closed = { additionalProperties: false } as const;
const County = Type.String({ pattern: '^6230\\d\\d$', words: 'region' });

/** Filters as they stand in the URL: lists are comma-separated. Never names, phones or ID numbers. */
export const EntityFilter = Type.Object({
  kind: several(200),
  county: several(100),
  industry: several(300),
  risk: several(10),
  standing: several(100),
  code: Type.Optional(oneOf(['none', 'unsound'], 'entity.filter.code')),
  licence: Type.Optional(oneOf(['expired', 'soon'], 'entity.filter.licence')),
  watched: Type.Optional(Type.Boolean()),
  visited: Type.Optional(Type.Boolean()),
  sort: Type.Optional(oneOf(['-changed', 'name', 'licence'], 'sort')),
});

const Counts = Type.Object({ total: Type.Integer(), capped: Type.Boolean() });

/** What is being filed, as far as it is typed: enough to look for what is on file already. */
export const SimilarAsk = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 200 })),
    nameBo: Type.Optional(Type.String({ maxLength: 200 })),
    code: Type.Optional(Type.String({ maxLength: 60 })),
    numbers: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    idNo: Type.Optional(Type.String({ maxLength: 30 })),
    county: Type.Optional(County),
    address: Type.Optional(Type.String({ maxLength: 200 })),
    /** The entity being edited is not similar to itself. */
    notId: Type.Optional(Id),
  },
  { $id: 'EntitySimilarAsk', ...closed },
);
export type SimilarAsk = Static<typeof SimilarAsk>;

/** One thing that happened with an entity: a record begun or closed, a visit, a change of its own facts. */
export const EntityEvent = Type.Object(
  {
    what: oneOf(['record', 'closed', 'visit', 'change'], 'entity.event'),
    on: Day,
    at: orNull(Type.String()),
    officeId: Type.Integer(),
    record: Type.Union([SubjectRecord, Type.Null()]),
    visit: Type.Union([Visit, Type.Null()]),
    event: orNull(Type.String()),
    personId: orNull(Type.Integer()),
    detail: Type.Union([
      Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
      Type.Null(),
    ]),
  },
  { $id: 'EntityEvent' },
);
export type EntityEvent = Static<typeof EntityEvent>;

/** What taking a merge back left as it is, because somebody has gone on with it since: fields by name, records as far as they may be seen. */
export const Unmerged = Type.Object(
  { survivorId: Id, otherId: Id, fields: Type.Array(Type.String()), records: Type.Array(SubjectRecord) },
  { $id: 'Unmerged' },
);
export type Unmerged = Static<typeof Unmerged>;

/** A record that may count as a repeat: what it was about, whose it was, and by what that one is tied to the entity asked about. */
export const RepeatRecord = Type.Object({
  ...SubjectRecord.properties,
  on: Day,
  matter: Type.String(),
  entity: EntityName,
  tie: oneOf(REPEAT_TIES, 'entity.tie'),
});
export type RepeatRecord = Static<typeof RepeatRecord>;

/** Matters of one kind that came more than once within some months. */
export const Repeats = Type.Object(
  {
    since: Day,
    groups: Type.Array(Type.Object({ matter: Type.String(), offences: Type.Array(RepeatRecord) })),
  },
  { $id: 'Repeats' },
);
export type Repeats = Static<typeof Repeats>;

/** The HTTP face of entities: spread into Fastify on one side, passed to `call()` on the other. */
export const entityApi = {
  ...listDoors({
    url: '/api/entities',
    can: 'entity.read',
    filter: EntityFilter,
    row: EntityRow,
    counts: Counts,
    finding: 'EntityFinding',
  }),
  suggest: {
    method: 'POST',
    url: '/api/entities/suggest',
    config: { can: 'entity.read' },
    schema: {
      tags,
      body: Type.Object(
        {
          q: Type.String({ minLength: 1, maxLength: 60 }),
          county: Type.Optional(County),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
        },
        { $id: 'EntitySuggestAsk', ...closed },
      ),
      response: { 200: Type.Array(EntityHit) },
    },
  },
  similar: {
    method: 'POST',
    url: '/api/entities/similar',
    config: { can: 'entity.edit' },
    schema: { tags, body: SimilarAsk, response: { 200: Type.Array(EntityHit) } },
  },
  file: {
    method: 'POST',
    url: '/api/entities',
    config: { can: 'entity.edit' },
    schema: { tags, body: EntityFiling, response: { 201: Entity } },
  },
  read: {
    method: 'GET',
    url: '/api/entities/:id',
    config: { can: 'entity.read' },
    schema: { tags, params: ById, response: { 200: Entity } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/entities/:id',
    config: { can: 'entity.edit' },
    schema: { tags, params: ById, body: EntityEdit, response: { 200: edited(Entity, 'EditedEntity') } },
  },
  timeline: {
    method: 'GET',
    url: '/api/entities/:id/timeline',
    config: { can: 'entity.read' },
    schema: {
      tags,
      params: ById,
      response: { 200: Type.Object({ events: Type.Array(EntityEvent), stubs: Type.Array(SubjectRecord) }) },
    },
  },
  repeats: {
    method: 'GET',
    url: '/api/entities/:id/repeats',
    config: { can: 'entity.read' },
    schema: {
      tags,
      params: ById,
      querystring: Type.Object({
        months: Type.Optional(Type.Integer({ minimum: 1, maximum: LONGEST_REPEAT_MONTHS })),
        /** The same matter to the word, or any of its kind. */
        exact: Type.Optional(Type.Boolean()),
      }),
      response: { 200: Repeats },
    },
  },
  merge: {
    method: 'POST',
    url: '/api/entities/:id/merges',
    config: { can: 'entity.merge' },
    schema: { tags, params: ById, body: EntityMerging, response: { 200: Entity } },
  },
  unmerge: {
    method: 'POST',
    url: '/api/entity-merges/:id/undo',
    config: { can: 'entity.merge' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 1000 }) },
        { $id: 'EntityUnmerging', ...closed },
      ),
      response: { 200: Unmerged },
    },
  },
  openIdentity: {
    method: 'POST',
    url: '/api/entities/:id/identity',
    config: { can: 'identity.open', proof: true },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 200 }) },
        { $id: 'EntityIdentityOpening', ...closed },
      ),
      response: {
        200: Type.Object({
          person: EntityPerson,
          /** Of a natural person alone: everybody else's name is no secret. */
          name: orNull(Type.String()),
          nameBo: orNull(Type.String()),
          formerNames: Type.Array(Type.String()),
          seconds: Type.Integer(),
        }),
      },
    },
  },
} as const;

import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { KINDS } from './dossier.kinds.ts';

const ById = Type.Object({ id: Id });
const tags = ['dossiers'];
const reason = Type.String({ minLength: 2, maxLength: 2000 });

/** One entry of a record's timeline, read from its audit lines; a stub's reader is shown no detail. */
export const TimelineEntry = Type.Object(
  {
    id: Id,
    at: Type.String(),
    event: Type.String(),
    personId: Type.Integer(),
    officeId: Type.Integer(),
    detail: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  },
  { $id: 'TimelineEntry' },
);
export type TimelineEntry = Static<typeof TimelineEntry>;

/** A record as the dossier of its subject tells of it; of a restricted one only its stub's facts. */
export const SubjectRecord = Type.Object({
  id: Id,
  kind: oneOf(KINDS, 'kind'),
  number: Type.String(),
  title: Type.String(),
  state: Type.String(),
  county: Type.String(),
  ownerOfficeId: Id,
  receivedOn: orNull(Day),
  closedOn: orNull(Day),
  restricted: Type.Boolean(),
  stub: Type.Boolean(),
});
export type SubjectRecord = Static<typeof SubjectRecord>;

/** What every ledger's records share on screen: timeline, parts, restriction, links. */
export const dossierApi = {
  timeline: {
    method: 'GET',
    url: '/api/dossiers/:id/timeline',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Type.Array(TimelineEntry) } },
  },
  find: {
    method: 'GET',
    url: '/api/dossiers/by-number/:number',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: Type.Object({ number: Type.String({ maxLength: 40 }) }),
      response: { 200: Type.Object({ id: Id, kind: oneOf(KINDS, 'kind') }) },
    },
  },
  addPart: {
    method: 'POST',
    url: '/api/dossiers/:id/parts',
    config: { can: 'dossier.assign' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { officeId: Id, part: oneOf(['co_handler', 'reader'], 'part'), reason, version: Version },
        { $id: 'PartAdding', additionalProperties: false },
      ),
      response: { 200: Type.Object({ version: Type.Integer() }) },
    },
  },
  endPart: {
    method: 'DELETE',
    url: '/api/dossiers/:id/parts/:officeId',
    config: { can: 'dossier.assign' },
    schema: {
      tags,
      params: Type.Object({ id: Id, officeId: Id }),
      body: Type.Object({ reason, version: Version }, { $id: 'PartEnding', additionalProperties: false }),
      response: { 200: Type.Object({ version: Type.Integer() }) },
    },
  },
  restrict: {
    method: 'PUT',
    url: '/api/dossiers/:id/restriction',
    config: { can: 'dossier.restrict' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        {
          restricted: Type.Boolean(),
          personIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
          reason,
          version: Version,
        },
        { $id: 'Restriction', additionalProperties: false },
      ),
      response: { 200: Type.Object({ version: Type.Integer() }) },
    },
  },
  askAccess: {
    method: 'POST',
    url: '/api/dossiers/:id/access-requests',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      body: Type.Object({ reason }, { $id: 'AccessRequest', additionalProperties: false }),
      response: { 200: Type.Object({ asked: Type.Boolean() }) },
    },
  },
  link: {
    method: 'POST',
    url: '/api/dossiers/:id/links',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { toId: Id, link: oneOf(['related', 'same_matter'], 'link') },
        { $id: 'LinkMaking', additionalProperties: false },
      ),
      response: { 200: Type.Object({ linked: Type.Boolean(), operation: orNull(Id) }) },
    },
  },
} as const;

import { type Static, Type } from 'typebox';
import { Version } from '../kernel/shapes.ts';

const tags = ['drafts'];

/** What one draft may hold at most, as JSON. */
export const DRAFT_BYTES = 64 * 1024;
/** Drafts one person may have at once. */
export const DRAFTS_MOST = 100;
/** A draft nobody touched for this long is deleted. */
export const DRAFT_DAYS = 30;

/** Which form a draft belongs to, as its page names it: `complaint.new`, `complaint.17.submit`. */
const DraftKey = Type.String({ minLength: 1, maxLength: 80, pattern: '^[a-z][a-zA-Z0-9._-]*$' });
const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const ByKey = Type.Object({ key: DraftKey });

const face = {
  key: Type.String(),
  kind: Type.String(),
  /** When it was typed, as the browser told; never later than now. */
  at: Type.String(),
  version: Type.Integer(),
  /** The last day it is kept unless it changes again. */
  until: Type.String(),
};

/** An unfinished form without its answers: what the list of drafts shows. */
export const DraftFace = Type.Object(face, { $id: 'DraftFace' });
export type DraftFace = Static<typeof DraftFace>;

/** An unfinished form with everything typed into it. */
export const Draft = Type.Object(
  { ...face, answers: Type.Record(Type.String(), Type.Unknown()) },
  { $id: 'StoredDraft' },
);
export type Draft = Static<typeof Draft>;

/**
 * A draft being kept. With `version` it must be the one last seen; without, an older text never replaces a newer one. Either way
 * `changed_meanwhile` tells the other copy's version and time, so that both can be shown.
 */
export const DraftKeeping = Type.Object(
  {
    kind: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][a-z_.]*$' }),
    answers: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), { maxProperties: 200 }),
    at: Instant,
    version: Type.Optional(Version),
  },
  { $id: 'DraftKeeping', additionalProperties: false },
);
export type DraftKeeping = Static<typeof DraftKeeping>;

/** Drafts: their author's alone, whoever else asks and from wherever. */
export const draftApi = {
  list: {
    method: 'GET',
    url: '/api/drafts',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Array(DraftFace) } },
  },
  read: {
    method: 'GET',
    url: '/api/drafts/:key',
    config: { can: 'signed_in' },
    schema: { tags, params: ByKey, response: { 200: Draft } },
  },
  keep: {
    method: 'PUT',
    url: '/api/drafts/:key',
    config: { can: 'signed_in' },
    schema: { tags, params: ByKey, body: DraftKeeping, response: { 200: DraftFace } },
  },
  drop: {
    method: 'DELETE',
    url: '/api/drafts/:key',
    config: { can: 'signed_in' },
    schema: { tags, params: ByKey, response: { 200: Type.Object({ dropped: Type.Boolean() }) } },
  },
} as const;

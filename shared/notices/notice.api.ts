import { type Static, Type } from 'typebox';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Id, oneOf, orNull } from '../kernel/shapes.ts';
import { NOTICE_EVENT_NAMES, NOTICE_NEEDS } from './notice.events.ts';
import { TELLINGS } from './telling.ts';

const tags = ['notices'];

/** One thing a person is told. `doneAt`: somebody has acted since, nobody waits any more. */
export const Notice = Type.Object({
  id: Id,
  event: oneOf(NOTICE_EVENT_NAMES, 'notice.event'),
  need: oneOf(NOTICE_NEEDS, 'notice.need'),
  at: Type.String(),
  /** The day a reminder is about. */
  dueOn: orNull(Type.String()),
  readAt: orNull(Type.String()),
  doneAt: orNull(Type.String()),
  /** It waits for the day's digest or the end of quiet hours until then. */
  tellAt: orNull(Type.String()),
});
export type Notice = Static<typeof Notice>;

/** All that a person was told about one record, the newest first; never its content. */
export const NoticeGroup = Type.Object(
  {
    dossierId: Id,
    kind: oneOf(KINDS, 'kind'),
    number: Type.String(),
    at: Type.String(),
    unread: Type.Integer(),
    /** Something still waits for this person. */
    act: Type.Boolean(),
    notices: Type.Array(Notice),
  },
  { $id: 'NoticeGroup' },
);
export type NoticeGroup = Static<typeof NoticeGroup>;

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** How one person wants to be told; quiet hours may run over midnight. */
export const NoticeChoiceShape = Type.Object(
  {
    act: oneOf(TELLINGS, 'notice.telling'),
    know: oneOf(TELLINGS, 'notice.telling'),
    quietFrom: orNull(Time),
    quietUntil: orNull(Time),
  },
  { $id: 'NoticeChoice', additionalProperties: false },
);

/** What one person was told; nobody else learns whether they have read it. */
export const noticeApi = {
  list: {
    method: 'GET',
    url: '/api/notices',
    config: { can: 'signed_in' },
    schema: {
      tags,
      querystring: Type.Object({
        /** Only records with something unread. */
        unread: Type.Optional(Type.Boolean()),
        need: Type.Optional(oneOf(NOTICE_NEEDS, 'notice.need')),
        ...PageAsk.properties,
      }),
      response: { 200: pageOf(NoticeGroup) },
    },
  },
  count: {
    method: 'GET',
    url: '/api/notices/count',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Object({ unread: Type.Integer(), act: Type.Integer() }) } },
  },
  read: {
    method: 'POST',
    url: '/api/notices/read',
    config: { can: 'signed_in' },
    schema: {
      tags,
      body: Type.Object(
        { ids: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) },
        { $id: 'NoticeReading', additionalProperties: false },
      ),
      response: { 200: Type.Object({ read: Type.Integer() }) },
    },
  },
  choice: {
    method: 'GET',
    url: '/api/notices/choice',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: NoticeChoiceShape } },
  },
  choose: {
    method: 'PUT',
    url: '/api/notices/choice',
    config: { can: 'signed_in' },
    schema: { tags, body: NoticeChoiceShape, response: { 200: NoticeChoiceShape } },
  },
} as const;

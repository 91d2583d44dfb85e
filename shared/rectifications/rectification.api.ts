import { type Static, Type } from 'typebox';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Id, oneOf, Version } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { PairAsk, RectificationEdit, RectificationOrder, RectificationStep } from './rectification.asks.ts';
import { Rectification, RectificationRow } from './rectification.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['rectifications'];
const list = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** Filters as they stand in the URL: lists are comma-separated, dates are days. Never names or ID numbers. */
export const RectificationFilter = Type.Object({
  state: list(200),
  light: list(100),
  county: list(100),
  office: list(200),
  matter: list(200),
  source: list(200),
  result: list(60),
  from: list(10),
  until: list(10),
  verifiedFrom: list(10),
  verifiedUntil: list(10),
  /** Only those whose extension waits for a decision. */
  asked: Type.Optional(Type.Boolean()),
  /** Only those drawn for a look-back that nobody has made yet. */
  drawn: Type.Optional(Type.Boolean()),
  subject: Type.Optional(Type.Integer({ minimum: 1 })),
  mine: Type.Optional(oneOf(['office', 'me', 'part'], 'filter.mine')),
  sort: Type.Optional(oneOf(['due', '-received', 'received'], 'sort')),
});

const Finding = Type.Object(
  { ...RectificationFilter.properties, ...PageAsk.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
  { $id: 'RectificationFinding', additionalProperties: false },
);

const Counts = Type.Object({
  total: Type.Integer(),
  capped: Type.Boolean(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  running: Type.Integer(),
  paused: Type.Integer(),
});
export type RectificationCounts = Static<typeof Counts>;

const answer = { response: { 200: Rectification } };

/** The HTTP face of rectifications: spread into Fastify on one side, passed to `call()` on the other. */
export const rectificationApi = {
  list: {
    method: 'GET',
    url: '/api/rectifications',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ ...RectificationFilter.properties, ...PageAsk.properties }),
      response: { 200: pageOf(RectificationRow) },
    },
  },
  counts: {
    method: 'GET',
    url: '/api/rectifications/counts',
    config: { can: 'dossier.read' },
    schema: { tags, querystring: RectificationFilter, response: { 200: Counts } },
  },
  find: {
    method: 'POST',
    url: '/api/rectifications/find',
    config: { can: 'dossier.read' },
    schema: { tags, body: Finding, response: { 200: pageOf(RectificationRow) } },
  },
  findCounts: {
    method: 'POST',
    url: '/api/rectifications/find/counts',
    config: { can: 'dossier.read' },
    schema: { tags, body: Finding, response: { 200: Counts } },
  },
  read: {
    method: 'GET',
    url: '/api/rectifications/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, ...answer },
  },
  order: {
    method: 'POST',
    url: '/api/rectifications',
    config: { can: 'rectification.handle' },
    schema: { tags, body: RectificationOrder, response: { 201: Rectification } },
  },
  step: {
    method: 'POST',
    url: '/api/rectifications/:id/steps',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: RectificationStep, ...answer },
  },
  edit: {
    method: 'PATCH',
    url: '/api/rectifications/:id',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      body: RectificationEdit,
      response: { 200: edited(Rectification, 'EditedRectification') },
    },
  },
  addPair: {
    method: 'POST',
    url: '/api/rectifications/:id/pairs',
    config: { can: 'rectification.handle' },
    schema: { tags, params: ById, body: PairAsk, ...answer },
  },
  setPair: {
    method: 'PUT',
    url: '/api/rectifications/:id/pairs/:pairId',
    config: { can: 'rectification.handle' },
    schema: { tags, params: Type.Object({ id: Id, pairId: Id }), body: PairAsk, ...answer },
  },
  dropPair: {
    method: 'DELETE',
    url: '/api/rectifications/:id/pairs/:pairId',
    config: { can: 'rectification.handle' },
    schema: {
      tags,
      params: Type.Object({ id: Id, pairId: Id }),
      body: Type.Object({ version: Version }, { $id: 'PairDropping', additionalProperties: false }),
      ...answer,
    },
  },
} as const;

import { Type } from 'typebox';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Id, Version } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { PairAsk, RectificationEdit, RectificationOrder, RectificationStep } from './rectification.asks.ts';
import { Rectification, RectificationRow } from './rectification.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['rectifications'];

/** Filters as they stand in the URL: lists are comma-separated, dates are days. Never names or ID numbers. */
export const RectificationFilter = Type.Object({
  ...ledgerFilter,
  matter: several(200),
  source: several(200),
  result: several(60),
  verifiedFrom: several(10),
  verifiedUntil: several(10),
  /** Only those whose extension waits for a decision. */
  asked: Type.Optional(Type.Boolean()),
  /** Only those drawn for a look-back that nobody has made yet. */
  drawn: Type.Optional(Type.Boolean()),
});

const answer = { response: { 200: Rectification } };

/** The HTTP face of rectifications: spread into Fastify on one side, passed to `call()` on the other. */
export const rectificationApi = {
  ...listDoors({
    url: '/api/rectifications',
    can: 'dossier.read',
    filter: RectificationFilter,
    row: RectificationRow,
    counts: LedgerCounts,
    finding: 'RectificationFinding',
  }),
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

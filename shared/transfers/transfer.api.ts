import { type Static, Type } from 'typebox';
import { Party } from '../cases/case.asks.ts';
import { Complainant } from '../complaints/complaint.schema.ts';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Id, oneOf, Version } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { MaterialEdit, TransferDraft, TransferEdit, TransferStepAsk } from './transfer.asks.ts';
import { Transfer, TransferRow } from './transfer.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['transfers'];
const list = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const reason = Type.String({ minLength: 2, maxLength: 2000 });

/** Filters as they stand in the URL; `inbox` keeps what was sent to the reader's own office. */
export const TransferFilter = Type.Object({
  state: list(400),
  road: list(100),
  light: list(100),
  county: list(100),
  office: list(200),
  to: list(200),
  from: list(10),
  until: list(10),
  subject: Type.Optional(Type.Integer({ minimum: 1 })),
  inbox: Type.Optional(Type.Boolean()),
  mine: Type.Optional(oneOf(['office', 'me', 'part'], 'filter.mine')),
  sort: Type.Optional(oneOf(['due', '-received', 'received'], 'sort')),
});

const Finding = Type.Object(
  { ...TransferFilter.properties, ...PageAsk.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
  { $id: 'TransferFinding', additionalProperties: false },
);

const Counts = Type.Object({
  total: Type.Integer(),
  capped: Type.Boolean(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  running: Type.Integer(),
  paused: Type.Integer(),
});
export type TransferCounts = Static<typeof Counts>;

const reading = { can: 'dossier.read' } as const;
const asked = Type.Object({ reason, version: Version }, { $id: 'TransferReason', additionalProperties: false });

/** The HTTP face of transfers. The police inbox is the same list as its receiver sees it. */
export const transferApi = {
  list: {
    method: 'GET',
    url: '/api/transfers',
    config: reading,
    schema: {
      tags,
      querystring: Type.Object({ ...TransferFilter.properties, ...PageAsk.properties }),
      response: { 200: pageOf(TransferRow) },
    },
  },
  counts: {
    method: 'GET',
    url: '/api/transfers/counts',
    config: reading,
    schema: { tags, querystring: TransferFilter, response: { 200: Counts } },
  },
  find: {
    method: 'POST',
    url: '/api/transfers/find',
    config: reading,
    schema: { tags, body: Finding, response: { 200: pageOf(TransferRow) } },
  },
  findCounts: {
    method: 'POST',
    url: '/api/transfers/find/counts',
    config: reading,
    schema: { tags, body: Finding, response: { 200: Counts } },
  },
  read: {
    method: 'GET',
    url: '/api/transfers/:id',
    config: reading,
    schema: { tags, params: ById, response: { 200: Transfer } },
  },
  draft: {
    method: 'POST',
    url: '/api/transfers',
    config: { can: 'transfer.draft' },
    schema: { tags, body: TransferDraft, response: { 201: Transfer } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/transfers/:id',
    config: { can: 'transfer.draft' },
    schema: { tags, params: ById, body: TransferEdit, response: { 200: edited(Transfer, 'EditedTransfer') } },
  },
  material: {
    method: 'PUT',
    url: '/api/transfers/:id/materials',
    config: { can: 'transfer.draft' },
    schema: { tags, params: ById, body: MaterialEdit, response: { 200: Transfer } },
  },
  copyFiles: {
    method: 'POST',
    url: '/api/transfers/:id/files',
    config: { can: 'transfer.draft' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { fileIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }), version: Version },
        { $id: 'FileCopying', additionalProperties: false },
      ),
      response: { 200: Transfer },
    },
  },
  step: {
    method: 'POST',
    url: '/api/transfers/:id/steps',
    config: reading,
    schema: { tags, params: ById, body: TransferStepAsk, response: { 200: Transfer } },
  },
  askComplainant: {
    method: 'POST',
    url: '/api/transfers/:id/complainant',
    config: { can: 'transfer.draft' },
    schema: { tags, params: ById, body: asked, response: { 200: Transfer } },
  },
  grantComplainant: {
    method: 'POST',
    url: '/api/transfers/:id/complainant/grant',
    config: { can: 'transfer.approve' },
    schema: { tags, params: ById, body: asked, response: { 200: Transfer } },
  },
  openIdentities: {
    method: 'POST',
    url: '/api/transfers/:id/identities',
    config: reading,
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 200 }) },
        { $id: 'TransferIdentityOpening', additionalProperties: false },
      ),
      response: {
        200: Type.Object({
          parties: Type.Array(Party),
          complainant: Type.Union([Complainant, Type.Null()]),
          seconds: Type.Integer(),
        }),
      },
    },
  },
} as const;

import { Type } from 'typebox';
import { Party } from '../cases/case.asks.ts';
import { Complainant } from '../complaints/complaint.schema.ts';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Id, Version } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { MaterialEdit, TransferDraft, TransferEdit, TransferStepAsk } from './transfer.asks.ts';
import { Transfer, TransferRow } from './transfer.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['transfers'];
const reason = Type.String({ minLength: 2, maxLength: 2000 });

/** Filters as they stand in the URL; `inbox` keeps what was sent to the reader's own office. */
export const TransferFilter = Type.Object({
  ...ledgerFilter,
  road: several(100),
  to: several(200),
  inbox: Type.Optional(Type.Boolean()),
});

const reading = { can: 'dossier.read' } as const;
const asked = Type.Object({ reason, version: Version }, { $id: 'TransferReason', additionalProperties: false });

/** The HTTP face of transfers. The police inbox is the same list as its receiver sees it. */
export const transferApi = {
  ...listDoors({
    url: '/api/transfers',
    can: 'dossier.read',
    filter: TransferFilter,
    row: TransferRow,
    counts: LedgerCounts,
    finding: 'TransferFinding',
  }),
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
    config: { can: 'transfer.approve', proof: true },
    schema: { tags, params: ById, body: asked, response: { 200: Transfer } },
  },
  openIdentities: {
    method: 'POST',
    url: '/api/transfers/:id/identities',
    config: { ...reading, proof: true },
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

import { Type } from 'typebox';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Id, orNull } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { SearchHit } from '../search/search.api.ts';
import { bulkAnswer, ComplaintBulkEdit, ComplaintBulkStep } from './complaint.bulk.ts';
import {
  Complainant,
  Complaint,
  ComplaintEdit,
  ComplaintIntake,
  ComplaintRow,
  ComplaintStep,
} from './complaint.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['complaints'];

/** Filters as they stand in the URL: lists are comma-separated, dates are days. Never names, phones or ID numbers. */
export const ComplaintFilter = Type.Object({
  ...ledgerFilter,
  matter: several(200),
  channel: several(200),
  intake: several(100),
  outcome: several(200),
  batch: Type.Optional(Type.Integer({ minimum: 1 })),
  returned: Type.Optional(Type.Boolean()),
  merged: Type.Optional(Type.Boolean()),
});

/** The HTTP face of complaints: spread into Fastify on one side, passed to `call()` on the other. */
export const complaintApi = {
  ...listDoors({
    url: '/api/complaints',
    can: 'dossier.read',
    filter: ComplaintFilter,
    row: ComplaintRow,
    counts: LedgerCounts,
    finding: 'ComplaintFinding',
  }),
  similar: {
    method: 'POST',
    url: '/api/complaints/similar',
    config: { can: 'complaint.register' },
    schema: {
      tags,
      body: Type.Object(
        {
          subjectId: Type.Optional(Id),
          subjectName: Type.Optional(Type.String({ maxLength: 200 })),
          phone: Type.Optional(Type.String({ maxLength: 40 })),
        },
        { $id: 'SimilarAsk', additionalProperties: false },
      ),
      response: { 200: Type.Array(SearchHit) },
    },
  },
  tally: {
    method: 'GET',
    url: '/api/complaints/tally',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({
        from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
        until: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
      }),
      response: {
        200: Type.Array(
          Type.Object({ month: Type.String(), ownerOfficeId: Id, state: Type.String(), n: Type.Integer() }),
        ),
      },
    },
  },
  read: {
    method: 'GET',
    url: '/api/complaints/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Complaint } },
  },
  register: {
    method: 'POST',
    url: '/api/complaints',
    config: { can: 'complaint.register' },
    schema: { tags, body: ComplaintIntake, response: { 201: Complaint } },
  },
  step: {
    method: 'POST',
    url: '/api/complaints/:id/steps',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: ComplaintStep, response: { 200: Complaint } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/complaints/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: ComplaintEdit, response: { 200: edited(Complaint, 'EditedComplaint') } },
  },
  editMany: {
    method: 'PATCH',
    url: '/api/complaints',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      body: ComplaintBulkEdit,
      response: { 200: Type.Object({ operation: orNull(Id), ...bulkAnswer }) },
    },
  },
  stepMany: {
    method: 'POST',
    url: '/api/complaints/steps',
    config: { can: 'dossier.read' },
    schema: { tags, body: ComplaintBulkStep, response: { 200: Type.Object(bulkAnswer) } },
  },
  openIdentity: {
    method: 'POST',
    url: '/api/complaints/:id/identity',
    config: { can: 'identity.open', proof: true },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 200 }) },
        { $id: 'IdentityOpening', additionalProperties: false },
      ),
      response: { 200: Type.Object({ complainant: Complainant, seconds: Type.Integer() }) },
    },
  },
} as const;

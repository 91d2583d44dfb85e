import { Type } from 'typebox';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Id } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { CaseEdit, CaseIntake, CaseStep, SummaryCase } from './case.asks.ts';
import { Case, CaseRow } from './case.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['cases'];

/** Filters as they stand in the URL: lists are comma-separated, dates are days, amounts fen. Never names or ID numbers. */
export const CaseFilter = Type.Object({
  ...ledgerFilter,
  matter: several(200),
  source: several(200),
  procedure: several(40),
  outcome: several(200),
  police: several(100),
  decidedFrom: several(10),
  decidedUntil: several(10),
  fineFrom: Type.Optional(Type.Integer({ minimum: 0 })),
  fineUntil: Type.Optional(Type.Integer({ minimum: 0 })),
  batch: Type.Optional(Type.Integer({ minimum: 1 })),
});

/** The HTTP face of violation cases: spread into Fastify on one side, passed to `call()` on the other. */
export const caseApi = {
  ...listDoors({
    url: '/api/cases',
    can: 'dossier.read',
    filter: CaseFilter,
    row: CaseRow,
    counts: LedgerCounts,
    finding: 'CaseFinding',
  }),
  read: {
    method: 'GET',
    url: '/api/cases/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Case } },
  },
  register: {
    method: 'POST',
    url: '/api/cases',
    config: { can: 'case.register' },
    schema: { tags, body: CaseIntake, response: { 201: Case } },
  },
  decideOnTheSpot: {
    method: 'POST',
    url: '/api/cases/summary',
    config: { can: 'case.handle' },
    schema: { tags, body: SummaryCase, response: { 201: Case } },
  },
  step: {
    method: 'POST',
    url: '/api/cases/:id/steps',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: CaseStep, response: { 200: Case } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/cases/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: CaseEdit, response: { 200: edited(Case, 'EditedCase') } },
  },
  /** ID numbers, telephones and home addresses of the parties, for a minute and with a reason that is logged. */
  openParties: {
    method: 'POST',
    url: '/api/cases/:id/parties/opened',
    config: { can: 'identity.open', proof: true },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { reason: Type.String({ minLength: 2, maxLength: 200 }) },
        { $id: 'PartyOpening', additionalProperties: false },
      ),
      response: {
        200: Type.Object({
          seconds: Type.Integer(),
          parties: Type.Array(
            Type.Object({
              id: Id,
              idNo: Type.Optional(Type.String()),
              phone: Type.Optional(Type.String()),
              address: Type.Optional(Type.String()),
            }),
          ),
        }),
      },
    },
  },
} as const;

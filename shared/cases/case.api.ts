import { type Static, Type } from 'typebox';
import { PageAsk, pageOf } from '../kernel/paging.ts';
import { Id, oneOf } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { CaseEdit, CaseIntake, CaseStep, SummaryCase } from './case.asks.ts';
import { Case, CaseRow } from './case.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['cases'];
const list = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** Filters as they stand in the URL: lists are comma-separated, dates are days, amounts fen. Never names or ID numbers. */
export const CaseFilter = Type.Object({
  state: list(200),
  light: list(100),
  county: list(100),
  office: list(200),
  matter: list(200),
  source: list(200),
  procedure: list(40),
  outcome: list(200),
  police: list(100),
  from: list(10),
  until: list(10),
  decidedFrom: list(10),
  decidedUntil: list(10),
  fineFrom: Type.Optional(Type.Integer({ minimum: 0 })),
  fineUntil: Type.Optional(Type.Integer({ minimum: 0 })),
  subject: Type.Optional(Type.Integer({ minimum: 1 })),
  batch: Type.Optional(Type.Integer({ minimum: 1 })),
  mine: Type.Optional(oneOf(['office', 'me', 'part'], 'filter.mine')),
  sort: Type.Optional(oneOf(['due', '-received', 'received'], 'sort')),
});

const Finding = Type.Object(
  { ...CaseFilter.properties, ...PageAsk.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
  { $id: 'CaseFinding', additionalProperties: false },
);

const Counts = Type.Object({
  total: Type.Integer(),
  capped: Type.Boolean(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  running: Type.Integer(),
  paused: Type.Integer(),
});
export type CaseCounts = Static<typeof Counts>;

/** The HTTP face of violation cases: spread into Fastify on one side, passed to `call()` on the other. */
export const caseApi = {
  list: {
    method: 'GET',
    url: '/api/cases',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      querystring: Type.Object({ ...CaseFilter.properties, ...PageAsk.properties }),
      response: { 200: pageOf(CaseRow) },
    },
  },
  counts: {
    method: 'GET',
    url: '/api/cases/counts',
    config: { can: 'dossier.read' },
    schema: { tags, querystring: CaseFilter, response: { 200: Counts } },
  },
  find: {
    method: 'POST',
    url: '/api/cases/find',
    config: { can: 'dossier.read' },
    schema: { tags, body: Finding, response: { 200: pageOf(CaseRow) } },
  },
  findCounts: {
    method: 'POST',
    url: '/api/cases/find/counts',
    config: { can: 'dossier.read' },
    schema: { tags, body: Finding, response: { 200: Counts } },
  },
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
    config: { can: 'identity.open' },
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

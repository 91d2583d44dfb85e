import { type Static, Type } from 'typebox';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Day, Id, oneOf } from '../kernel/shapes.ts';
import { edited } from '../operations/operation.api.ts';
import { Visit } from '../visits/visit.api.ts';
import { VISIT_PURPOSES } from '../visits/visit.ts';
import { ChecklistAnswers, SpotCheckEdit, SpotCheckPlan, SpotCheckStep } from './spot-check.asks.ts';
import { SpotCheck, SpotCheckRow } from './spot-check.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['spot-checks'];

/** Filters as they stand in the URL: lists are comma-separated, dates are days. Never names or ID numbers. */
export const SpotCheckFilter = Type.Object({
  ...ledgerFilter,
  checkKind: several(60),
  purpose: several(120),
  matter: several(200),
  conclusion: several(60),
  result: several(120),
  followUp: several(120),
  plannedFrom: several(10),
  plannedUntil: several(10),
  begunFrom: several(10),
  begunUntil: several(10),
  /** Only those confirmed whose follow-up is not done. */
  unfinished: Type.Optional(Type.Boolean()),
});

/** What is known before anybody goes: this year's visits of all departments, the cap, and who else is about to. */
export const BeforeVisit = Type.Object(
  {
    year: Type.Integer(),
    cap: Type.Integer(),
    counted: Type.Integer(),
    visits: Type.Array(Visit),
    /** Planned and not made yet, of any department: office, day and purpose, and nothing of the record. */
    ahead: Type.Array(
      Type.Object({
        officeId: Id,
        plannedOn: Day,
        purpose: oneOf(VISIT_PURPOSES, 'visit.purpose'),
        own: Type.Boolean(),
      }),
    ),
  },
  { $id: 'BeforeVisit' },
);
export type BeforeVisit = Static<typeof BeforeVisit>;

const answer = { response: { 200: SpotCheck } };

/** The HTTP face of spot checks: spread into Fastify on one side, passed to `call()` on the other. */
export const spotCheckApi = {
  ...listDoors({
    url: '/api/spot-checks',
    can: 'dossier.read',
    filter: SpotCheckFilter,
    row: SpotCheckRow,
    counts: LedgerCounts,
    finding: 'SpotCheckFinding',
  }),
  read: {
    method: 'GET',
    url: '/api/spot-checks/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, ...answer },
  },
  before: {
    method: 'GET',
    url: '/api/entities/:id/before-visit',
    config: { can: 'spot_check.handle' },
    schema: { tags, params: ById, response: { 200: BeforeVisit } },
  },
  plan: {
    method: 'POST',
    url: '/api/spot-checks',
    config: { can: 'spot_check.handle' },
    schema: { tags, body: SpotCheckPlan, response: { 201: SpotCheck } },
  },
  step: {
    method: 'POST',
    url: '/api/spot-checks/:id/steps',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: SpotCheckStep, ...answer },
  },
  answer: {
    method: 'PUT',
    url: '/api/spot-checks/:id/answers',
    config: { can: 'spot_check.handle' },
    schema: { tags, params: ById, body: ChecklistAnswers, ...answer },
  },
  edit: {
    method: 'PATCH',
    url: '/api/spot-checks/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: SpotCheckEdit, response: { 200: edited(SpotCheck, 'EditedSpotCheck') } },
  },
} as const;

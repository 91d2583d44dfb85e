import { Type } from 'typebox';
import { LedgerCounts, ledgerFilter } from '../dossiers/ledger.doors.ts';
import { listDoors, several } from '../kernel/list-doors.ts';
import { Id } from '../kernel/shapes.ts';
import { AssignmentStep, CampaignDraft, CampaignEdit, CampaignStep, MemberSetting } from './campaign.asks.ts';
import { Assignment, Campaign, CampaignRow, MatrixCell } from './campaign.schema.ts';

const ById = Type.Object({ id: Id });
const tags = ['campaigns'];
const answer = { response: { 200: Campaign } };

/** Filters as they stand in the URL: lists are comma-separated, dates are days. */
export const CampaignFilter = Type.Object({
  ...ledgerFilter,
  /** The office that leads. */
  lead: several(200),
  /** Only those whose period touches these years. */
  year: several(60),
});

/** The HTTP face of campaigns: spread into Fastify on one side, passed to `call()` on the other. */
export const campaignApi = {
  ...listDoors({
    url: '/api/campaigns',
    can: 'dossier.read',
    filter: CampaignFilter,
    row: CampaignRow,
    counts: LedgerCounts,
    finding: 'CampaignFinding',
  }),
  read: {
    method: 'GET',
    url: '/api/campaigns/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, ...answer },
  },
  matrix: {
    method: 'GET',
    url: '/api/campaigns/:id/matrix',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      response: { 200: Type.Object({ at: Type.String(), cells: Type.Array(MatrixCell) }) },
    },
  },
  draft: {
    method: 'POST',
    url: '/api/campaigns',
    config: { can: 'campaign.run' },
    schema: { tags, body: CampaignDraft, response: { 201: Campaign } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/campaigns/:id',
    config: { can: 'campaign.run' },
    schema: { tags, params: ById, body: CampaignEdit, ...answer },
  },
  step: {
    method: 'POST',
    url: '/api/campaigns/:id/steps',
    config: { can: 'campaign.run' },
    schema: { tags, params: ById, body: CampaignStep, ...answer },
  },
  setMember: {
    method: 'PUT',
    url: '/api/campaigns/:id/offices/:officeId',
    config: { can: 'campaign.run' },
    schema: { tags, params: Type.Object({ id: Id, officeId: Id }), body: MemberSetting, ...answer },
  },
} as const;

/** What one office has to do in a campaign. */
export const assignmentApi = {
  read: {
    method: 'GET',
    url: '/api/assignments/:id',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Assignment } },
  },
  step: {
    method: 'POST',
    url: '/api/assignments/:id/steps',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, body: AssignmentStep, response: { 200: Assignment } },
  },
} as const;

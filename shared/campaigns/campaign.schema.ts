import { type Static, Type } from 'typebox';
import { ACCESS, SIGHTS } from '../auth/access.ts';
import { faceShape } from '../dossiers/dossier.face.ts';
import { KINDS } from '../dossiers/dossier.kinds.ts';
import { recordShape } from '../dossiers/dossier.record.ts';
import { Day, Id, oneOf, orNull } from '../kernel/shapes.ts';
import { ASSIGNMENT_STATES } from './assignment.workflow.ts';
import { PhaseSpan, Target } from './campaign.asks.ts';
import { CAMPAIGN_PARTS, REPORTINGS } from './campaign.lists.ts';
import { CAMPAIGN_STATES } from './campaign.workflow.ts';

const spine = {
  id: Id,
  number: Type.String(),
  county: Type.String(),
  ownerOfficeId: Id,
  restricted: Type.Boolean(),
  stub: Type.Boolean(),
  sight: oneOf(SIGHTS, 'sight'),
  title: Type.String(),
  handlerId: orNull(Id),
  receivedOn: orNull(Day),
  closedOn: orNull(Day),
  ...faceShape,
  version: Type.Integer(),
};

/** How far a campaign has come, as far as its reader sees the records: `due` is what is asked, `done` what of it is finished. */
export const CampaignFigures = Type.Object(
  {
    due: Type.Integer(),
    done: Type.Integer(),
    records: Type.Integer(),
    checks: Type.Integer(),
    rectifications: Type.Integer(),
    cases: Type.Integer(),
    transfers: Type.Integer(),
    overdue: Type.Integer(),
  },
  { $id: 'CampaignFigures' },
);
export type CampaignFigures = Static<typeof CampaignFigures>;

/** One row of the ledger of campaigns (S06). */
export const CampaignRow = Type.Object(
  {
    ...spine,
    state: oneOf(CAMPAIGN_STATES, 'campaign.state'),
    leadOfficeId: orNull(Id),
    offices: orNull(Type.Integer()),
    from: orNull(Day),
    until: orNull(Day),
    figures: CampaignFigures,
  },
  { $id: 'CampaignRow' },
);
export type CampaignRow = Static<typeof CampaignRow>;

/** An office of a campaign: what is asked of it, and how its assignment stands once it was issued. */
export const CampaignOffice = Type.Object(
  {
    officeId: Id,
    part: oneOf(CAMPAIGN_PARTS, 'campaign.part'),
    targets: Type.Array(Target),
    assignmentId: orNull(Id),
    state: orNull(oneOf(ASSIGNMENT_STATES, 'assignment.state')),
    dueOn: orNull(Day),
    reportedOn: orNull(Day),
    late: Type.Boolean(),
    reason: orNull(Type.String()),
  },
  { $id: 'CampaignOffice' },
);
export type CampaignOffice = Static<typeof CampaignOffice>;

/** One office of the matrix (S08): what is asked of it, what of that is finished, and what of its records is late or near. */
export const MatrixCell = Type.Object(
  {
    officeId: Id,
    /** Null for an office that has records under the campaign without being asked for any. */
    part: orNull(oneOf(CAMPAIGN_PARTS, 'campaign.part')),
    assignmentId: orNull(Id),
    state: orNull(oneOf(ASSIGNMENT_STATES, 'assignment.state')),
    late: Type.Boolean(),
    due: Type.Integer(),
    /** Whether its reader sees the office's records at all; where not, nothing is counted. */
    seen: Type.Boolean(),
    done: Type.Integer(),
    records: Type.Integer(),
    finished: Type.Integer(),
    overdue: Type.Integer(),
    dueSoon: Type.Integer(),
  },
  { $id: 'MatrixCell' },
);
export type MatrixCell = Static<typeof MatrixCell>;

/** A campaign as its own page shows it. */
export const Campaign = Type.Object(
  {
    ...CampaignRow.properties,
    access: oneOf(ACCESS, 'access'),
    basis: orNull(Type.String()),
    aims: orNull(Type.String()),
    matters: Type.Array(Type.String()),
    reportBy: orNull(Day),
    reporting: orNull(oneOf(REPORTINGS, 'campaign.reporting')),
    phases: Type.Array(PhaseSpan),
    members: Type.Array(CampaignOffice),
    /** Of a draft, the offices in which nobody could acknowledge it. */
    lacking: Type.Array(Id),
    conclusion: orNull(Type.String()),
    ...recordShape,
  },
  { $id: 'Campaign' },
);
export type Campaign = Static<typeof Campaign>;

/** How many records of a ledger an office had under the campaign when it reported, and how many of them were finished. */
export const Reported = Type.Object({ kind: oneOf(KINDS, 'kind'), n: Type.Integer(), done: Type.Integer() });
export type Reported = Static<typeof Reported>;

/** What one office has to do in a campaign, as its page shows it. */
export const Assignment = Type.Object(
  {
    ...spine,
    state: oneOf(ASSIGNMENT_STATES, 'assignment.state'),
    access: oneOf(ACCESS, 'access'),
    campaignId: Id,
    campaignState: oneOf(CAMPAIGN_STATES, 'campaign.state'),
    part: oneOf(CAMPAIGN_PARTS, 'campaign.part'),
    targets: Type.Array(Target),
    reportBy: orNull(Day),
    reportedOn: orNull(Day),
    report: orNull(Type.String()),
    late: Type.Boolean(),
    excuse: orNull(Type.String()),
    /** The figures as they were reported. */
    reported: Type.Array(Reported),
    /** The same figures as the records tell them now. */
    now: Type.Array(Reported),
    ...recordShape,
  },
  { $id: 'Assignment' },
);
export type Assignment = Static<typeof Assignment>;

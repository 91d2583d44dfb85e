import { type Static, Type } from 'typebox';
import { MATTER_CODES } from '../complaints/routing.ts';
import { Day, Id, oneOf, Version } from '../kernel/shapes.ts';
import { ASSIGNMENT_STEP_NAMES } from './assignment.workflow.ts';
import { CAMPAIGN_PARTS, PHASES, REPORTINGS, TARGET_KINDS } from './campaign.lists.ts';
import { CAMPAIGN_STEP_NAMES } from './campaign.workflow.ts';

const prose = (maxLength: number) => Type.String({ maxLength });

/** How many records of a ledger an office finishes until a day; `subjects` counts each business once, however often it was seen. */
export const Target = Type.Object(
  {
    kind: oneOf(TARGET_KINDS, 'kind'),
    n: Type.Integer({ minimum: 1, maximum: 100_000 }),
    subjects: Type.Optional(Type.Boolean()),
    dueOn: Type.Optional(Day),
  },
  { $id: 'Target', additionalProperties: false },
);
export type Target = Static<typeof Target>;

const targets = Type.Array(Target, { maxItems: 6 });

/** An office of a campaign and what is asked of it. */
export const Member = Type.Object(
  { officeId: Id, part: oneOf(CAMPAIGN_PARTS, 'campaign.part'), targets },
  { $id: 'CampaignMember', additionalProperties: false },
);
export type Member = Static<typeof Member>;

/** A stage of the plan. */
export const PhaseSpan = Type.Object(
  { phase: oneOf(PHASES, 'campaign.phase'), from: Day, until: Day },
  { $id: 'PhaseSpan', additionalProperties: false },
);
export type PhaseSpan = Static<typeof PhaseSpan>;

const plan = {
  title: Type.String({ minLength: 2, maxLength: 120 }),
  basis: prose(2000),
  aims: prose(8000),
  matters: Type.Array(oneOf(MATTER_CODES, 'matter'), { maxItems: 20, uniqueItems: true }),
  from: Day,
  until: Day,
  /** The last day on which each office reports. */
  reportBy: Day,
  reporting: oneOf(REPORTINGS, 'campaign.reporting'),
  phases: Type.Array(PhaseSpan, { maxItems: PHASES.length }),
  members: Type.Array(Member, { maxItems: 150 }),
};

/** The plan of a campaign, as it is drafted: whoever leads, whoever supports, what is asked of each. */
export const CampaignDraft = Type.Object(plan, { $id: 'CampaignDraft', additionalProperties: false });
export type CampaignDraft = Static<typeof CampaignDraft>;

/** A plan is rewritten as a whole while it is a draft; once issued only its prose is, and offices are taken in one by one. */
export const CampaignEdit = Type.Object(
  {
    version: Version,
    reason: Type.Optional(prose(2000)),
    title: Type.Optional(plan.title),
    basis: Type.Optional(plan.basis),
    aims: Type.Optional(plan.aims),
    matters: Type.Optional(plan.matters),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    reportBy: Type.Optional(Day),
    reporting: Type.Optional(plan.reporting),
    phases: Type.Optional(plan.phases),
    members: Type.Optional(plan.members),
  },
  { $id: 'CampaignEdit', additionalProperties: false },
);
export type CampaignEdit = Static<typeof CampaignEdit>;

/** Takes an office in after the campaign was issued, or changes what is asked of one. */
export const MemberSetting = Type.Object(
  {
    version: Version,
    part: oneOf(CAMPAIGN_PARTS, 'campaign.part'),
    targets,
    reason: Type.String({ minLength: 2, maxLength: 2000 }),
  },
  { $id: 'MemberSetting', additionalProperties: false },
);
export type MemberSetting = Static<typeof MemberSetting>;

/** One step of a campaign with the facts it may carry. */
export const CampaignStep = Type.Object(
  {
    step: oneOf(CAMPAIGN_STEP_NAMES, 'campaign.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(prose(8000)),
    /** extend: the new last day, and by when offices report. */
    until: Type.Optional(Day),
    reportBy: Type.Optional(Day),
    /** end: what came of it, in words. */
    text: Type.Optional(prose(20_000)),
  },
  { $id: 'CampaignStep', additionalProperties: false },
);
export type CampaignStep = Static<typeof CampaignStep>;

/** One step of what an office has to do. */
export const AssignmentStep = Type.Object(
  {
    step: oneOf(ASSIGNMENT_STEP_NAMES, 'assignment.step'),
    version: Version,
    on: Type.Optional(Day),
    reason: Type.Optional(prose(8000)),
    text: Type.Optional(prose(20_000)),
    /** send_back, resume: by when it reports anew. */
    until: Type.Optional(Day),
  },
  { $id: 'AssignmentStep', additionalProperties: false },
);
export type AssignmentStep = Static<typeof AssignmentStep>;

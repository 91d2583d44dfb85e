import { eq } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { linksOf, namesOf } from '#server/dossiers/parts.service.ts';
import { type Reached, reachDossier, standingDossier } from '#server/dossiers/reach.service.ts';
import { partsOf } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { type AssignmentState, assignmentStepsFor } from '#shared/campaigns/assignment.workflow.ts';
import type { Assignment, Campaign, CampaignOffice } from '#shared/campaigns/campaign.schema.ts';
import { type CampaignState, campaignStepsFor } from '#shared/campaigns/campaign.workflow.ts';
import { figuresOfOffice } from './assignment.figures.ts';
import { figuresOf } from './campaign.figures.ts';
import { withoutLiaison } from './campaign.issue.ts';
import { stubOfCampaign } from './campaign.list.ts';
import { assignmentOf, campaignOf } from './campaign.standing.ts';
import { assignments, campaignMembers } from './campaign.table.ts';

/** What every record's page tells beside its ledger's own. */
async function recordOf(work: Work, { row }: Reached) {
  return {
    createdBy: row.createdBy || 1,
    createdAt: row.createdAt,
    parts: await partsOf(work.tx).execute({ id: row.id }),
    names: await namesOf(work.tx, row.id),
    links: await linksOf(work, row.id),
  };
}

const NOTHING_TOLD = {
  ...{ basis: null, aims: null, reportBy: null, reporting: null, conclusion: null },
  ...{ matters: [], phases: [], members: [], lacking: [], parts: [], names: [], links: [], openSteps: [] },
};

/** A campaign as its reader may see it: its plan, its offices and how each stands; figures only of records the reader sees. */
export async function readCampaign(work: Work, id: number): Promise<Campaign> {
  const reached = await reachDossier(work, id, 'campaign', 'stub');
  const { row, sight, access } = reached;
  if (access === 'stub') {
    const stub = stubOfCampaign({ ...row, sight });
    return { ...NOTHING_TOLD, ...stub, access, createdBy: row.createdBy || 1, createdAt: row.createdAt };
  }
  const own = await campaignOf(work.tx, id);
  const state = row.state as CampaignState;
  const members = await officesOf(work.tx, id);
  const ids = members.map(({ officeId }) => officeId);
  return {
    ...row,
    ...own,
    matters: [...own.matters],
    phases: [...own.phases],
    ...{ state, sight, access, stub: false },
    figures: (await figuresOf(work, [id])).get(id)!,
    members,
    lacking: state === 'drafted' ? await withoutLiaison(work.tx, ids) : [],
    ...(await recordOf(work, reached)),
    openSteps: campaignStepsFor(state, access, permissionsOf(work.actor)),
  };
}

/** The offices of a campaign with how the assignment of each stands; that much every office of the campaign knows of the others. */
export async function officesOf(tx: Tx, campaignId: number): Promise<CampaignOffice[]> {
  const rows = await tx
    .select({ member: campaignMembers, own: assignments, state: dossiers.state })
    .from(campaignMembers)
    .leftJoin(assignments, eq(assignments.id, campaignMembers.assignmentId))
    .leftJoin(dossiers, eq(dossiers.id, campaignMembers.assignmentId))
    .where(eq(campaignMembers.campaignId, campaignId))
    .orderBy(campaignMembers.part, campaignMembers.officeId);
  return rows.map(({ member, own, state }) => ({
    officeId: member.officeId,
    part: member.part,
    targets: [...member.targets],
    assignmentId: member.assignmentId,
    state: state as AssignmentState | null,
    dueOn: own?.reportBy ?? null,
    reportedOn: own?.reportedOn ?? null,
    late: own?.late ?? false,
    reason: own?.excuse ?? null,
  }));
}

/** What one office has to do in a campaign, as its reader may see it; the report's words are for who takes part. */
export async function readAssignment(work: Work, id: number): Promise<Assignment> {
  const reached = await reachDossier(work, id, 'assignment', 'overview');
  const { row, sight, access } = reached;
  const own = await assignmentOf(work.tx, id);
  const campaign = await standingDossier(work.tx, row.campaignId!, 'campaign');
  const members = await officesOf(work.tx, campaign.id);
  const [state, campaignState] = [row.state as AssignmentState, campaign.state as CampaignState];
  const today = work.clock.today();
  return {
    ...row,
    ...own,
    ...{ state, sight, access, stub: false, campaignState },
    campaignId: campaign.id,
    targets: members.find(({ officeId }) => officeId === row.ownerOfficeId)?.targets ?? [],
    report: access === 'overview' ? null : own.report,
    reported: [...own.reported],
    now: await figuresOfOffice(work.tx, campaign.id, row.ownerOfficeId),
    ...(await recordOf(work, reached)),
    openSteps: assignmentStepsFor(
      { state, campaignState, reportBy: own.reportBy, today },
      access,
      permissionsOf(work.actor),
    ),
  };
}

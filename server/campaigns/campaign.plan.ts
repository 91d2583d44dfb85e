import { asc, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { CampaignDraft, Member } from '#shared/campaigns/campaign.asks.ts';
import { LONGEST_CAMPAIGN, PHASES } from '#shared/campaigns/campaign.lists.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { campaignMembers } from './campaign.table.ts';

type Faults = Record<string, string>;
export type Plan = Omit<CampaignDraft, 'title' | 'basis' | 'aims'>;

/** The region a coordinating office coordinates; throws for every other office. */
export async function coordinatedRegion({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<string> {
  const here = (await officePlaces(tx)).find(({ id }) => id === actor.officeId);
  if (here?.department !== 'coordination') throw new Refusal('forbidden', { need: 'coordinating_office' });
  return here.region;
}

/** Throws where a plan does not hold together; what only its issue needs is checked then. */
export async function checkPlan(work: Work, plan: Plan): Promise<void> {
  const faults: Faults = { ...spanFaults(plan), ...(await memberFaults(work, plan.members, plan)) };
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

function spanFaults({ from, until, reportBy, phases }: Plan): Faults {
  const faults: Faults = {};
  if (until < from) faults['until'] = 'before_from';
  else if (until > addDays(from, LONGEST_CAMPAIGN)) faults['until'] = 'too_long';
  if (reportBy < from) faults['reportBy'] = 'before_from';
  else if (reportBy > addDays(from, LONGEST_CAMPAIGN)) faults['reportBy'] = 'too_long';
  const order = phases.map(({ phase }) => PHASES.indexOf(phase));
  const inOrder = order.every((at, i) => i === 0 || at > order[i - 1]!);
  const within = phases.every((one) => from <= one.from && one.from <= one.until && one.until <= until);
  if (!inOrder || !within || phases.some((one, i) => i > 0 && one.from <= phases[i - 1]!.until))
    faults['phases'] = 'phase_order';
  return faults;
}

/** Members are offices that enforce the law, of the region coordinated, each once; one leads at most. */
export async function memberFaults(
  work: Work,
  members: readonly Member[],
  { from, until }: Pick<Plan, 'from' | 'until'>,
): Promise<Faults> {
  const region = await coordinatedRegion(work);
  const may = (await officePlaces(work.tx)).filter(
    (one) =>
      one.successorId === null && !NOT_ENFORCING.includes(one.department) && [one.region, PREFECTURE].includes(region),
  );
  if (members.some(({ officeId }) => !may.some(({ id }) => id === officeId))) return { members: 'not_a_member' };
  if (new Set(members.map(({ officeId }) => officeId)).size < members.length) return { members: 'repeated' };
  if (members.filter(({ part }) => part === 'lead').length > 1) return { members: 'two_leads' };
  const targets = members.flatMap((one) => one.targets);
  if (members.some((one) => new Set(one.targets.map(({ kind }) => kind)).size < one.targets.length))
    return { members: 'two_targets' };
  if (targets.some(({ dueOn }) => dueOn && (dueOn < from || dueOn > until))) return { members: 'beyond_period' };
  return {};
}

/** A campaign's offices, whoever leads first. */
export const membersOf = (tx: Work['tx'], campaignId: number) =>
  tx
    .select()
    .from(campaignMembers)
    .where(eq(campaignMembers.campaignId, campaignId))
    .orderBy(asc(campaignMembers.part), asc(campaignMembers.officeId));

/** Writes the offices of a draft anew. */
export async function saveMembers(tx: Work['tx'], campaignId: number, members: readonly Member[]): Promise<void> {
  await tx.delete(campaignMembers).where(eq(campaignMembers.campaignId, campaignId));
  for (const { officeId, part, targets } of members)
    await tx.insert(campaignMembers).values({ campaignId, officeId, part, targets });
}

/** What lists show of the offices. */
export const membership = (members: readonly Pick<Member, 'officeId' | 'part'>[]) => ({
  leadOfficeId: members.find(({ part }) => part === 'lead')?.officeId ?? null,
  offices: members.length,
});

import { and, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { startClock } from '#server/clocks/clock.service.ts';
import { announce, changeDossier, openDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { setPart } from '#server/dossiers/parts.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { notify } from '#server/notices/notice.service.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { indexDossier } from '#server/search/search.index.ts';
import type { Member, MemberSetting } from '#shared/campaigns/campaign.asks.ts';
import { OPEN_TO_RECORDS } from '#shared/campaigns/campaign.workflow.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { memberFaults, membership, membersOf } from './campaign.plan.ts';
import { campaignOf } from './campaign.standing.ts';
import { assignments, type CampaignColumns, campaignMembers, campaigns } from './campaign.table.ts';

/** Offices in which nobody could acknowledge: nothing is issued to an office without a liaison. */
export async function withoutLiaison(tx: Work['tx'], officeIds: readonly number[]): Promise<number[]> {
  const lacking: number[] = [];
  for (const officeId of officeIds)
    if ((await holdersOf(tx, officeId, 'assignment.report')).length === 0) lacking.push(officeId);
  return lacking;
}

/** Issues a campaign to every office of its plan: each gets an assignment of its own, with its own limits. */
export async function issueToAll(work: Work, campaign: DossierRow, own: CampaignColumns, on: string): Promise<number> {
  const members = await membersOf(work.tx, campaign.id);
  if (members.length === 0) throw invalid({ members: 'required' });
  if (!own.leadOfficeId) throw invalid({ members: 'no_lead' });
  const lacking = await withoutLiaison(
    work.tx,
    members.map(({ officeId }) => officeId),
  );
  if (lacking.length > 0) throw new Refusal('invalid_input', { fields: { members: 'no_liaison' }, officeIds: lacking });
  if (own.reportBy < on) throw invalid({ reportBy: 'past' });
  for (const member of members) await issueTo(work, campaign, own, member, on);
  return members.length;
}

type ToIssue = Pick<Member, 'officeId' | 'part'>;

async function issueTo(
  work: Work,
  campaign: DossierRow,
  own: CampaignColumns,
  { officeId, part }: ToIssue,
  on: string,
) {
  const place = (await officePlaces(work.tx)).find(({ id }) => id === officeId)!;
  const opened = await openDossier(work, {
    kind: 'assignment',
    title: campaign.title,
    county: place.region,
    ownerOfficeId: officeId,
    state: 'to_acknowledge',
    receivedOn: on,
    campaignId: campaign.id,
  });
  await work.tx.insert(assignments).values({ id: opened.id, part, reportBy: own.reportBy, reported: [] });
  await startClock(work, opened.id, 'assignment.acknowledge', on);
  await startClock(work, opened.id, 'assignment.report', on, { length: daysBetween(on, own.reportBy) });
  const issued = await saveFace(work, opened);
  await setPart(work, issued, campaign.ownerOfficeId, 'co_handler');
  if (own.leadOfficeId && own.leadOfficeId !== officeId) await setPart(work, issued, own.leadOfficeId, 'reader');
  await setPart(work, campaign, officeId, part === 'lead' ? 'co_handler' : 'reader');
  await indexDossier(work, opened.id, { names: [opened.title], numbers: [opened.number], body: '', fresh: true });
  await work.tx
    .update(campaignMembers)
    .set({ assignmentId: opened.id })
    .where(and(eq(campaignMembers.campaignId, campaign.id), eq(campaignMembers.officeId, officeId)));
  await record(work, 'assignment.issued', opened.id, {
    number: opened.number,
    to: opened.state,
    campaignId: campaign.id,
    until: own.reportBy,
  });
  await announce(work, issued, 'registered');
  await notify(work, opened.id, 'assigned', await holdersOf(work.tx, officeId, 'assignment.report'));
}

/** Takes an office in after the campaign was issued, or changes what is asked of one that is in it. */
export async function setMember(work: Work, id: number, officeId: number, ask: MemberSetting): Promise<void> {
  const { row } = await reachDossier(work, id, 'campaign', 'own');
  if (row.version !== ask.version) throw new Refusal('changed_meanwhile', { version: row.version });
  if (!(OPEN_TO_RECORDS as readonly string[]).includes(row.state))
    throw new Refusal('not_allowed_in_state', { state: row.state });
  const own = await campaignOf(work.tx, id);
  const before = await membersOf(work.tx, id);
  const known = before.find((one) => one.officeId === officeId);
  if (known && known.part !== ask.part) throw invalid({ part: 'issued_already' });
  const { part, targets } = ask;
  const others = before.filter((one) => one !== known).map((one) => ({ ...one, targets: [...one.targets] }));
  const faults = await memberFaults(work, [...others, { officeId, part, targets }], own);
  if (Object.keys(faults).length > 0) throw invalid(faults);
  if (known)
    await work.tx
      .update(campaignMembers)
      .set({ targets })
      .where(and(eq(campaignMembers.campaignId, id), eq(campaignMembers.officeId, officeId)));
  else await admit(work, row, own, { officeId, part, targets });
  await work.tx
    .update(campaigns)
    .set(membership([...others, { officeId, part }]))
    .where(eq(campaigns.id, id));
  await changeDossier(work, row, {});
  await record(work, 'campaign.office_set', id, {
    officeId,
    part,
    changes: { targets: [known?.targets ?? null, targets] },
    reason: ask.reason,
  });
}

async function admit(work: Work, row: DossierRow, own: CampaignColumns, member: Member): Promise<void> {
  if ((await withoutLiaison(work.tx, [member.officeId])).length > 0)
    throw new Refusal('invalid_input', { fields: { members: 'no_liaison' }, officeIds: [member.officeId] });
  const on = work.clock.today();
  if (own.reportBy < on) throw invalid({ reportBy: 'past' });
  await work.tx.insert(campaignMembers).values({ campaignId: row.id, ...member });
  await issueTo(work, row, own, member, on);
}

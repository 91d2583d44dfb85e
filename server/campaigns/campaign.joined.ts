import { and, desc, eq, inArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierParts, dossiers } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import type { JoinedCampaign } from '#shared/campaigns/campaign.link.ts';
import { OPEN_TO_RECORDS } from '#shared/campaigns/campaign.workflow.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';

/** Campaigns issued to the actor's office under which it may begin records, the latest first. */
export async function joinedCampaigns({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<JoinedCampaign[]> {
  return tx
    .select({ id: dossiers.id, number: dossiers.number, title: dossiers.title })
    .from(dossierParts)
    .innerJoin(dossiers, eq(dossiers.id, dossierParts.dossierId))
    .where(
      and(
        eq(dossierParts.officeId, actor.officeId),
        eq(dossiers.kind, 'campaign'),
        inArray(dossiers.state, [...OPEN_TO_RECORDS]),
      ),
    )
    .orderBy(desc(dossiers.id));
}

/** The campaign a new record belongs to: the one asked for, which must have been issued to the actor's office, or that of its source. */
export async function campaignFor(
  work: Pick<Work, 'tx' | 'actor'>,
  asked: number | undefined,
  source?: Pick<DossierRow, 'campaignId'> | null,
): Promise<number | null> {
  if (asked === undefined) return source?.campaignId ?? null;
  const joined = await joinedCampaigns(work);
  if (!joined.some(({ id }) => id === asked)) throw invalid({ campaignId: 'not_issued' });
  return asked;
}

/** Puts a record under a campaign, or takes it out of one; campaigns and what they assign are under none but their own. */
export async function setCampaign(work: Work, id: number, ask: { campaignId: number | null; version: number }) {
  const { row } = await reachDossier(work, id, null, 'edit');
  if (row.version !== ask.version) throw new Refusal('changed_meanwhile', { version: row.version });
  if (row.kind === 'campaign' || row.kind === 'assignment') throw invalid({ campaignId: 'of_campaign' });
  if (ask.campaignId === row.campaignId) return { version: row.version };
  const campaignId = ask.campaignId === null ? null : await campaignFor(work, ask.campaignId);
  const after = await changeDossier(work, row, { campaignId });
  await record(work, 'dossier.campaign_set', id, { changes: changesOf<object>(row, { campaignId }) });
  return { version: after.version };
}

import { count, day, flag, index, json, label, oneOf, pair, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { PhaseSpan, Target } from '#shared/campaigns/campaign.asks.ts';
import { CAMPAIGN_PARTS, REPORTINGS } from '#shared/campaigns/campaign.lists.ts';
import type { Reported } from '#shared/campaigns/campaign.schema.ts';

/** What is particular to a campaign: its plan; the same id as its dossier. */
export const campaigns = table(
  'campaigns',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    basis: text().notNull(),
    aims: text().notNull(),
    matters: json<readonly string[]>().notNull(),
    leadOfficeId: ref(), // the member that leads, copied so that lists can show and filter it
    offices: count().notNull().default(0),
    from: day().notNull(),
    until: day().notNull(),
    reportBy: day().notNull(),
    reporting: oneOf(REPORTINGS).notNull(),
    phases: json<readonly PhaseSpan[]>().notNull(),
    conclusion: text(),
  },
  (t) => [index('campaigns_by_lead').on(t.leadOfficeId)],
);
export type CampaignColumns = typeof campaigns.$inferSelect;

/** Which offices a campaign is for and what is asked of each; the assignment is the record that was issued to it. */
export const campaignMembers = table(
  'campaign_members',
  {
    campaignId: ref()
      .notNull()
      .references(() => campaigns.id),
    officeId: ref().notNull(),
    part: oneOf(CAMPAIGN_PARTS).notNull(),
    targets: json<readonly Target[]>().notNull(),
    assignmentId: ref(),
  },
  (t) => [pair(t.campaignId, t.officeId)],
);
export type MemberRow = typeof campaignMembers.$inferSelect;

/** What one office has to do in a campaign; the same id as its dossier. */
export const assignments = table('assignments', {
  id: ref()
    .primaryKey()
    .references(() => dossiers.id),
  part: oneOf(CAMPAIGN_PARTS).notNull(),
  reportBy: day().notNull(),
  rounds: count().notNull().default(1), // how often it was asked to report
  reportedOn: day(),
  report: text(),
  late: flag().notNull().default(false),
  excuse: label(), // why it is excused, or why none came
  reported: json<readonly Reported[]>().notNull(), // the figures as they stood when it reported
});
export type AssignmentColumns = typeof assignments.$inferSelect;

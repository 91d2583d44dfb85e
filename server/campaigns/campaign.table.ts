import { count, day, flag, id, index, instant, json, label, oneOf, pair, ref, table, text, unique } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { PhaseSpan, Target } from '#shared/campaigns/campaign.asks.ts';
import { CAMPAIGN_PARTS, REPORTINGS } from '#shared/campaigns/campaign.lists.ts';
import type { Reported } from '#shared/campaigns/campaign.schema.ts';
import type { FrozenFigures } from '#shared/campaigns/report.api.ts';
import type { Claimed, Typed } from '#shared/campaigns/tally.ts';
import { LADDER } from '#shared/campaigns/urging.ts';

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
    frozen: json<FrozenFigures>(), // its numbers as they stood when it ended
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

/** Append-only: figures handed in for a period; stated anew, they get the next `seq` and the earlier ones stay. */
export const campaignReports = table(
  'campaign_reports',
  {
    id: id(),
    assignmentId: ref()
      .notNull()
      .references(() => assignments.id),
    campaignId: ref().notNull(),
    officeId: ref().notNull(),
    from: day().notNull(),
    seq: count().notNull(),
    zero: flag().notNull(),
    late: flag().notNull(),
    figures: json<Record<Typed, number>>().notNull(),
    claimed: json<Record<Claimed, number | null>>().notNull(),
    counted: json<Record<Claimed, number>>().notNull(), // what the ledgers held when it was sent
    note: text(),
    reason: text(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    unique('campaign_reports_once').on(t.assignmentId, t.from, t.seq),
    index('campaign_reports_by_campaign').on(t.campaignId, t.from),
  ],
);
export type ReportRow = typeof campaignReports.$inferSelect;

/** What was chased, rung by rung; numbered by office and year, one for each record and day. */
export const urgings = table(
  'urgings',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    officeId: ref().notNull(),
    year: count().notNull(),
    running: count().notNull(),
    rung: oneOf(LADDER).notNull(),
    toOfficeId: ref().notNull(),
    on: day().notNull(),
    text: text().notNull(),
    personId: ref().notNull(),
    at: instant().notNull(),
    answeredOn: day(),
    answer: text(),
    answeredBy: ref(),
  },
  (t) => [
    unique('urgings_once_a_day').on(t.dossierId, t.on),
    unique('urgings_by_number').on(t.officeId, t.year, t.running),
  ],
);
export type UrgingRow = typeof urgings.$inferSelect;

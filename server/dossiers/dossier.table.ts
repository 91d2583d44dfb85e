import { sql } from 'drizzle-orm';
import { count, day, flag, id, index, instant, label, oneOf, pair, ref, table, unique } from '#columns';
import { PARTS, SIGHTS } from '#shared/auth/access.ts';
import { KINDS } from '#shared/dossiers/dossier.kinds.ts';

/** The spine: one row for every record of every ledger, holding what all share. */
export const dossiers = table(
  'dossiers',
  {
    id: id(),
    kind: oneOf(KINDS).notNull(),
    number: label().notNull(),
    title: label().notNull(),
    subjectId: ref(),
    subjectName: label(), // as it was called when the record was made
    county: label().notNull(),
    township: label(),
    ownerOfficeId: ref().notNull(),
    handlerId: ref(),
    state: label().notNull(),
    receivedOn: day().notNull(),
    closedOn: day(),
    restricted: flag().notNull().default(false),
    returns: count().notNull().default(0),
    batchId: ref(), // the import that made it
    campaignId: ref(), // the campaign under which it was begun
    // The face of the nearest running clock, copied here so that lists can sort and draw without its events.
    clockName: label(),
    clockFrom: day(),
    clockLength: count(),
    clockPausedDays: count(),
    pausedOn: day(),
    dueOn: day(),
    dueAt: instant(), // the moment a limit in hours ends
    soonOn: day(),
    unsettledYear: count(), // the year without whose calendar the end cannot be settled
    version: count().notNull().default(1),
    createdBy: ref().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('dossiers_by_number').on(t.number),
    index('dossiers_by_subject').on(t.subjectId, t.id),
    index('dossiers_by_batch').on(t.batchId),
    index('dossiers_by_handler').on(t.handlerId, t.state),
    index('dossiers_by_closing').on(t.ownerOfficeId, t.closedOn),
    index('dossiers_by_campaign').on(t.campaignId, t.ownerOfficeId, t.kind).where(sql`campaign_id is not null`),
  ],
);
export type DossierRow = typeof dossiers.$inferSelect;

/** Which offices take part. Changing the owner never deletes a row: a former owner stays on. */
export const dossierParts = table(
  'dossier_parts',
  {
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    officeId: ref().notNull(),
    part: oneOf(PARTS).notNull(),
    former: flag().notNull().default(false), // once an owner: co-handler while open, reader when closed
  },
  (t) => [pair(t.dossierId, t.officeId)],
);

/** The persons a restricted dossier is open to. */
export const dossierNames = table(
  'dossier_names',
  {
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    personId: ref().notNull(),
  },
  (t) => [pair(t.dossierId, t.personId), index('dossier_names_by_person').on(t.personId)],
);

/**
 * The stored answer of `sightsOf`: which office sees which dossier, and how. Every list, search, count, export and
 * stream reads access here. It carries what lists filter and sort by first, so that one index serves a page.
 */
export const dossierSights = table(
  'dossier_sights',
  {
    officeId: ref().notNull(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    sight: oneOf(SIGHTS).notNull(),
    kind: oneOf(KINDS).notNull(),
    state: label().notNull(),
    county: label().notNull(),
    ownerOfficeId: ref().notNull(),
    receivedOn: day().notNull(),
    dueKey: day().notNull(), // dueOn, or 9999-12-31 where no clock runs
    campaignId: ref(),
  },
  (t) => [
    pair(t.officeId, t.dossierId),
    index('dossier_sights_by_due').on(t.officeId, t.kind, t.dueKey, t.dossierId, t.state, t.county, t.ownerOfficeId),
    index('dossier_sights_by_received').on(
      t.officeId,
      t.kind,
      t.receivedOn,
      t.dossierId,
      t.state,
      t.county,
      t.ownerOfficeId,
    ),
    index('dossier_sights_by_dossier').on(t.dossierId),
    index('dossier_sights_by_campaign')
      .on(t.officeId, t.campaignId, t.kind, t.dueKey, t.dossierId)
      .where(sql`campaign_id is not null`),
  ],
);

/** How many dossiers each office sees by owner, month and state; triggers on `dossier_sights` keep it true. */
export const dossierTallies = table(
  'dossier_tallies',
  {
    officeId: ref().notNull(),
    kind: oneOf(KINDS).notNull(),
    month: label().notNull(),
    ownerOfficeId: ref().notNull(),
    state: label().notNull(),
    n: count().notNull(),
  },
  (t) => [pair(t.officeId, t.kind, t.month, t.ownerOfficeId, t.state)],
);

/** How many records of a campaign each office sees, by ledger, owner and state; triggers on `dossier_sights` keep it true. */
export const campaignTallies = table(
  'campaign_tallies',
  {
    officeId: ref().notNull(),
    campaignId: ref().notNull(),
    kind: oneOf(KINDS).notNull(),
    ownerOfficeId: ref().notNull(),
    state: label().notNull(),
    n: count().notNull(),
  },
  (t) => [pair(t.officeId, t.campaignId, t.kind, t.ownerOfficeId, t.state)],
);

/** Two dossiers that belong together; `merged` points from the repeat to the one that goes on, `became` from what was found to what came of it. */
export const dossierLinks = table(
  'dossier_links',
  {
    fromId: ref()
      .notNull()
      .references(() => dossiers.id),
    toId: ref()
      .notNull()
      .references(() => dossiers.id),
    link: oneOf(['merged', 'related', 'same_matter', 'became', 'transferred']).notNull(),
  },
  (t) => [pair(t.fromId, t.toId, t.link), index('dossier_links_by_to').on(t.toId)],
);

/** The next running number of a kind and year; drawn only inside the turn that uses it. */
export const dossierNumbers = table(
  'dossier_numbers',
  {
    kind: oneOf(KINDS).notNull(),
    year: count().notNull(),
    last: count().notNull(),
  },
  (t) => [pair(t.kind, t.year)],
);

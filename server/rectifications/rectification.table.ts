import { bytes, count, day, flag, id, index, instant, json, label, oneOf, pair, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Officer } from '#shared/cases/case.asks.ts';
import { PARTY_KINDS } from '#shared/cases/case.lists.ts';
import {
  LOOK_BACK_RESULTS,
  RECTIFICATION_SOURCES,
  VISIT_PURPOSES,
  VISIT_RESULTS,
} from '#shared/rectifications/rectification.lists.ts';

/** What is particular to an order to correct; the same id as its dossier. Its last day is its clock's. */
export const rectifications = table(
  'rectifications',
  {
    id: ref()
      .primaryKey()
      .references(() => dossiers.id),
    source: oneOf(RECTIFICATION_SOURCES).notNull(),
    sourceNote: label(),
    subjectKind: oneOf(PARTY_KINDS).notNull(),
    creditCode: label(),
    matter: label().notNull(),
    problem: text().notNull(),
    violated: text().notNull(),
    basis: text().notNull(),
    requirement: text().notNull(),
    consequence: text(),
    place: label(),
    orderNumber: label(),
    orderId: ref(), // the order in force
    rounds: count().notNull().default(1),
    reportedOn: day(),
    report: text(),
    askedUntil: day(), // an extension that waits for its decision
    askedReason: text(),
    askedBy: ref(),
    result: oneOf(VISIT_RESULTS), // of the last verifying visit, with when and who, so that lists show them
    verifiedOn: day(),
    verifiers: label(),
    pairs: count().notNull().default(0),
    pairsWhole: count().notNull().default(0),
    announcedOn: day(), // by the province, what failed the re-inspection of a product spot check
    drawn: flag().notNull().default(false), // a sample drew it and nobody has gone yet
    sealed: bytes(), // a natural person's name, for the notice that must say it
    identityOpenings: count().notNull().default(0),
  },
  (t) => [index('rectifications_by_credit_code').on(t.creditCode)],
);
export type RectificationColumns = typeof rectifications.$inferSelect;

/** Append-only: the first order and each that followed it; every one has a clock of its own, which knows its extensions. */
export const rectificationOrders = table(
  'rectification_orders',
  {
    id: id(),
    rectificationId: ref()
      .notNull()
      .references(() => rectifications.id),
    orderedOn: day().notNull(),
    until: day().notNull(),
    visitId: ref(), // the visit that found it not put right; null for the first and for what was reopened
  },
  (t) => [index('rectification_orders_by_rectification').on(t.rectificationId, t.id)],
);

/** Append-only: every visit, to verify or to look back, and what was ordered after it. */
export const rectificationVisits = table(
  'rectification_visits',
  {
    id: id(),
    rectificationId: ref()
      .notNull()
      .references(() => rectifications.id),
    purpose: oneOf(VISIT_PURPOSES).notNull(),
    visitedOn: day().notNull(),
    officers: json<readonly Officer[]>().notNull(),
    result: oneOf([...VISIT_RESULTS, ...LOOK_BACK_RESULTS]).notNull(),
    findings: text().notNull(),
    reportedOn: day(), // what the party had said it did, before the officers looked
    report: text(),
    noPictures: text(),
    caseId: ref(),
    personId: ref().notNull(),
    officeId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('rectification_visits_by_rectification').on(t.rectificationId, t.id)],
);
export type VisitRow = typeof rectificationVisits.$inferSelect;

/** A place before and after, both pictures among the record's files. */
export const picturePairs = table(
  'picture_pairs',
  {
    id: id(),
    rectificationId: ref()
      .notNull()
      .references(() => rectifications.id),
    spot: label().notNull(),
    beforeId: ref(),
    afterId: ref(),
  },
  (t) => [index('picture_pairs_by_rectification').on(t.rectificationId, t.id)],
);

/** A sample of what was signed off, with all that is needed to draw it again. */
export const lookBacks = table(
  'look_backs',
  {
    id: id(),
    officeId: ref().notNull(),
    personId: ref().notNull(),
    title: label().notNull(),
    from: day().notNull(),
    until: day().notNull(),
    county: label(),
    matter: label(),
    size: count().notNull(),
    seed: label().notNull(),
    pool: json<readonly number[]>().notNull(),
    drawnOn: day().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('look_backs_by_office').on(t.officeId, t.id)],
);

/** The records of a sample, in the order drawn, and the visit that answered each. */
export const lookBackItems = table(
  'look_back_items',
  {
    lookBackId: ref()
      .notNull()
      .references(() => lookBacks.id),
    rectificationId: ref()
      .notNull()
      .references(() => rectifications.id),
    at: count().notNull(),
    visitId: ref(),
  },
  (t) => [pair(t.lookBackId, t.rectificationId), index('look_back_items_by_rectification').on(t.rectificationId)],
);

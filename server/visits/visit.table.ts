import { count, day, flag, id, index, instant, json, label, oneOf, pair, ref, table } from '#columns';
import { entities } from '#server/entities/entity.table.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';

/** Who has been where: every department's visits in one table, so that each sees before it goes. */
export const visits = table(
  'visits',
  {
    id: id(),
    entityId: ref()
      .notNull()
      .references(() => entities.id),
    officeId: ref().notNull(), // the inspecting body
    visitedOn: day().notNull(),
    purpose: oneOf(VISIT_PURPOSES).notNull(),
    counts: flag().notNull(), // towards the yearly cap, as the rule stood when it was made
    officers: json<string[]>().notNull(),
    noticeNumber: label(),
    overCapReason: label(),
    loggedBy: ref().notNull(),
    loggedAt: instant().notNull(),
    cancelledAt: instant(),
    cancelReason: label(),
  },
  (t) => [index('visits_by_entity').on(t.entityId, t.visitedOn)],
);
export type VisitRow = typeof visits.$inferSelect;

/** How often an entity of a region may be visited in a year, from that year on; the audit keeps what was set before. */
export const visitCaps = table(
  'visit_caps',
  {
    region: label().notNull(),
    year: count().notNull(),
    cap: count().notNull(),
    reason: label().notNull(),
    setBy: ref().notNull(),
    setAt: instant().notNull(),
  },
  (t) => [pair(t.region, t.year)],
);

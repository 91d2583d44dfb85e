import { day, id, index, instant, label, oneOf, pair, ref, table } from '#columns';
import { WATCH_LEVELS, WATCH_STATES } from '#shared/entities/entity.lists.ts';
import { entities } from './entity.table.ts';

/** Marks that ask some offices to keep an eye on an entity 重点关注; in force once a head approved them, until their last day. */
export const watchMarks = table(
  'watch_marks',
  {
    id: id(),
    entityId: ref()
      .notNull()
      .references(() => entities.id),
    level: oneOf(WATCH_LEVELS).notNull(),
    reason: label().notNull(),
    validFrom: day().notNull(),
    validUntil: day().notNull(),
    state: oneOf(WATCH_STATES).notNull(),
    officeId: ref().notNull(), // that asked for it
    askedBy: ref().notNull(),
    askedAt: instant().notNull(),
    decidedBy: ref(),
    decidedAt: instant(),
    answer: label(), // why it was refused, or ended before its day
  },
  (t) => [index('watch_marks_by_entity').on(t.entityId), index('watch_marks_by_office').on(t.officeId, t.state)],
);
export type WatchRow = typeof watchMarks.$inferSelect;

/** Who a mark is for: `office:3` or `department:market`. To everybody else it does not exist. */
export const watchAudiences = table(
  'watch_audiences',
  {
    audience: label().notNull(),
    markId: ref()
      .notNull()
      .references(() => watchMarks.id),
  },
  (t) => [pair(t.audience, t.markId), index('watch_audiences_by_mark').on(t.markId)],
);

import { bytes, count, index, instant, label, pair, ref, table } from '#columns';

/** Unfinished forms, each its author's alone; what was typed is sealed by the vault, since it may name a complainant. */
export const drafts = table(
  'drafts',
  {
    personId: ref().notNull(),
    key: label().notNull(),
    kind: label().notNull(),
    sealed: bytes().notNull(),
    at: instant().notNull(),
    savedAt: instant().notNull(),
    version: count().notNull().default(1),
  },
  (t) => [pair(t.personId, t.key), index('drafts_by_age').on(t.savedAt)],
);
export type DraftRow = typeof drafts.$inferSelect;

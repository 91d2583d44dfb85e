import { instant, json, ref, table } from '#columns';

/** How each person wants the screen; nothing about the work stands here, so a change leaves no audit line. */
export const preferences = table('preferences', {
  personId: ref().primaryKey(),
  value: json<Record<string, unknown>>().notNull(),
  updatedAt: instant().notNull(),
});

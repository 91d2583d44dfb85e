import { count, id, index, instant, json, label, oneOf, ref, table } from '#columns';
import type { DrawPlan } from '#shared/spot-checks/draw.api.ts';
import { type Drawn, type DrawPool, type Exclusion, PAIR_MODES } from '#shared/spot-checks/draw.ts';

/** Draws of an office. Pool, seed and their hashes are fixed when it is prepared; what was drawn is written once. */
export const draws = table(
  'draws',
  {
    id: id(),
    officeId: ref().notNull(),
    personId: ref().notNull(),
    title: label().notNull(),
    plan: json<DrawPlan>().notNull(),
    size: count().notNull(),
    mode: oneOf(PAIR_MODES).notNull(),
    algorithm: label().notNull(),
    pool: json<DrawPool>().notNull(),
    poolHash: label().notNull(),
    seed: label().notNull(), // told only once it was drawn
    seedHash: label().notNull(),
    excluded: json<readonly { readonly id: number; readonly why: Exclusion }[]>().notNull(),
    againOf: ref(),
    preparedAt: instant().notNull(),
    drawnAt: instant(),
    drawn: json<readonly (Drawn & { readonly checkId: number })[]>(),
  },
  (t) => [index('draws_by_office').on(t.officeId, t.id)],
);
export type DrawColumns = typeof draws.$inferSelect;

import { id, index, instant, json, label, money, oneOf, ref, table, text } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { REASON_STATES } from '#shared/transfers/question.api.ts';
import type { CrimeThreshold } from '#shared/transfers/thresholds.ts';

/** What a record's own fields do not say of a possible crime: sums and signs, entered for the question alone. */
export const crimeFacts = table('crime_facts', {
  id: ref()
    .primaryKey()
    .references(() => dossiers.id),
  salesFen: money().notNull(),
  lossFen: money().notNull(),
  signs: json<readonly string[]>().notNull(),
  personId: ref().notNull(),
  at: instant().notNull(),
});

/** Why a record does not go to the police for an offence: proposed, and approved or refused by the chief, for the facts as they were. */
export const noTransfers = table(
  'no_transfers',
  {
    id: id(),
    sourceId: ref()
      .notNull()
      .references(() => dossiers.id),
    offence: label().notNull(),
    state: oneOf(REASON_STATES).notNull(),
    reason: text().notNull(),
    salesFen: money().notNull(),
    goodsValueFen: money().notNull(),
    gainsFen: money().notNull(),
    lossFen: money().notNull(),
    signs: json<readonly string[]>().notNull(),
    askedBy: ref().notNull(),
    askedAt: instant().notNull(),
    decidedBy: ref(),
    decidedAt: instant(),
    refusal: text(),
  },
  (t) => [index('no_transfers_by_source').on(t.sourceId)],
);
export type NoTransferRow = typeof noTransfers.$inferSelect;

/** Thresholds an office added or replaced; those of the law ship with the product. A version is never edited, only followed. */
export const crimeThresholds = table('crime_thresholds', {
  id: id(),
  offence: label().notNull(),
  threshold: json<CrimeThreshold>().notNull(),
  personId: ref().notNull(),
  at: instant().notNull(),
});

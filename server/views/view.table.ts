import { count, flag, id, index, instant, json, label, oneOf, ref, table, text } from '#columns';
import { KINDS } from '#shared/dossiers/dossier.kinds.ts';

/** Lists' addresses under a name: a person's own, or shared with an office. */
export const views = table(
  'views',
  {
    id: id(),
    personId: ref().notNull(),
    officeId: ref().notNull(), // where it was made, and with whom it is shared
    name: label().notNull(),
    ledger: oneOf(KINDS).notNull(),
    query: text().notNull(),
    columns: json<string[]>().notNull(),
    sort: label(),
    shared: flag().notNull(),
    version: count().notNull().default(1),
    updatedAt: instant().notNull(),
  },
  (t) => [index('views_by_person').on(t.personId), index('views_by_office').on(t.officeId, t.shared)],
);
export type ViewRow = typeof views.$inferSelect;

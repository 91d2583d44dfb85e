import { count, day, id, index, instant, label, oneOf, pair, ref, table, text, unique } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { NUMBER_STANDINGS } from '#shared/numbers/number.api.ts';
import { PAPER_CODES, type PaperCode } from '#shared/numbers/paper.codes.ts';

const papers = PAPER_CODES as [PaperCode, ...PaperCode[]];

/** The last running number of an office's paper in a year. */
export const numberCounters = table(
  'number_counters',
  { officeId: ref().notNull(), paper: oneOf(papers).notNull(), year: count().notNull(), last: count().notNull() },
  (t) => [pair(t.officeId, t.paper, t.year)],
);

/** How an office numbers a paper from a year on. Nothing is overwritten: the newest row of a year counts. */
export const numberTemplates = table(
  'number_templates',
  {
    id: id(),
    officeId: ref().notNull(),
    paper: oneOf(papers).notNull(),
    fromYear: count().notNull(),
    template: label().notNull(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('number_templates_by_paper').on(t.officeId, t.paper, t.fromYear, t.id)],
);

/** Every number that was ever drawn, voided ones kept; a row with `until` stands for a run used on paper outside the product. */
export const officialNumbers = table(
  'official_numbers',
  {
    id: id(),
    officeId: ref().notNull(),
    paper: oneOf(papers).notNull(),
    year: count().notNull(),
    running: count().notNull(),
    until: count(),
    text: label().notNull(), // as it stands on the paper, never folded
    key: label().notNull(), // the same as numbers are compared
    standing: oneOf(NUMBER_STANDINGS).notNull(),
    dossierId: ref().references(() => dossiers.id),
    note: text(),
    personId: ref().notNull(),
    at: instant().notNull(),
    voidedBy: ref(),
    voidedAt: instant(),
    reason: text(),
  },
  (t) => [
    unique('official_numbers_by_running').on(t.officeId, t.paper, t.year, t.running),
    unique('official_numbers_by_key').on(t.officeId, t.key),
    index('official_numbers_by_dossier').on(t.dossierId),
    index('official_numbers_by_text').on(t.key),
  ],
);
export type OfficialNumberRow = typeof officialNumbers.$inferSelect;

/** Numbers other agencies gave to papers in our records: kept as they are written, found by their key. */
export const foreignNumbers = table(
  'foreign_numbers',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    text: label().notNull(),
    key: label().notNull(),
    issuer: label(),
    datedOn: day(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique('foreign_numbers_by_dossier').on(t.dossierId, t.key), index('foreign_numbers_by_key').on(t.key)],
);

import { bytes, count, flag, id, index, instant, json, label, oneOf, pair, ref, table } from '#columns';
import { IMPORT_ORIGINS, IMPORT_STATES, type ImportDefaults, VERDICTS } from '#shared/imports/import.api.ts';
import { IMPORT_LEDGERS, type ImportField } from '#shared/imports/import.fields.ts';

/** A file somebody takes in. Everything in it is sealed: it may be personal data and is seen by its importer only. */
export const imports = table(
  'imports',
  {
    id: id(),
    personId: ref().notNull(),
    officeId: ref().notNull(),
    fileName: label().notNull(),
    origin: oneOf(IMPORT_ORIGINS).notNull().default('file'),
    ledger: oneOf(IMPORT_LEDGERS).notNull().default('complaint'),
    state: oneOf(IMPORT_STATES).notNull(),
    createdAt: instant().notNull(),
    sheets: json<{ name: string; rows: number }[]>().notNull(),
    sheet: count().notNull(),
    headerRow: count().notNull(),
    headings: json<string[]>().notNull(),
    mapping: json<Partial<Record<ImportField, number>>>().notNull(),
    defaults: json<ImportDefaults>().notNull(),
    skipped: json<Record<string, number>>().notNull(),
    meanings: bytes(), // what values of this file were said to mean, sealed
    repeats: label(),
    done: count().notNull().default(0),
    failed: count().notNull().default(0),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [index('imports_by_person').on(t.personId, t.id), index('imports_by_office').on(t.officeId, t.id)],
);
export type ImportTableRow = typeof imports.$inferSelect;

/** The sheets as read, packed and sealed. */
export const importSheets = table(
  'import_sheets',
  { importId: ref().notNull(), sheet: count().notNull(), sealed: bytes().notNull() },
  (t) => [pair(t.importId, t.sheet)],
);

/** What became of each row; `fixes` holds cells changed in the wizard, sealed. */
export const importRows = table(
  'import_rows',
  {
    importId: ref().notNull(),
    row: count().notNull(),
    verdict: oneOf(VERDICTS).notNull(),
    faults: json<Record<string, string>>().notNull(),
    fixes: bytes(),
    confirmed: flag().notNull().default(false), // somebody said that the doubtful reading is right
    dossierId: ref(),
    /** The record's version when this import had finished with it: a higher one means that somebody worked on it. */
    version: count(),
  },
  (t) => [pair(t.importId, t.row), index('import_rows_by_verdict').on(t.importId, t.verdict, t.row)],
);

/** How an office matched the columns of files headed like this last, and what it said their values mean. */
export const importMappings = table(
  'import_mappings',
  {
    officeId: ref().notNull(),
    shape: label().notNull(),
    mapping: json<Partial<Record<ImportField, number>>>().notNull(),
    meanings: bytes(),
  },
  (t) => [pair(t.officeId, t.shape)],
);

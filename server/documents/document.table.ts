import { bytes, count, flag, id, index, instant, json, label, oneOf, ref, table, text, unique } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { files } from '#server/files/file.table.ts';
import { officialNumbers } from '#server/numbers/number.table.ts';
import { RECIPIENTS } from '#shared/documents/form.ts';
import { FORM_CODES, type FormCode } from '#shared/documents/forms.ts';

const forms = FORM_CODES as [FormCode, ...FormCode[]];

/** Papers made of a record. A row is one version and stays as it is; what it was made from is sealed beside it. */
export const documents = table(
  'documents',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    form: oneOf(forms).notNull(),
    to: oneOf(RECIPIENTS).notNull(),
    party: count().notNull().default(0), // one of several, counted from one
    version: count().notNull(),
    standing: oneOf(['draft', 'final']).notNull(),
    officeId: ref().notNull(),
    templateId: ref(), // null: the standard paper
    missing: json<string[]>().notNull(),
    facts: bytes().notNull(),
    digest: label().notNull(), // of the record's facts, so that a paper is not put in force after they changed
    sealed: flag().notNull(),
    numberId: ref().references(() => officialNumbers.id),
    fileId: ref().references(() => files.id),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    unique('documents_by_version').on(t.dossierId, t.form, t.to, t.party, t.version),
    index('documents_by_number').on(t.numberId),
    index('documents_by_file').on(t.fileId),
  ],
);
export type DocumentRow = typeof documents.$inferSelect;

/** Append-only: why a paper that the law asks for before a step is not in the record. */
export const paperExcuses = table(
  'paper_excuses',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    form: oneOf(forms).notNull(),
    step: label().notNull(),
    reason: text().notNull(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('paper_excuses_by_dossier').on(t.dossierId)],
);

/** An office's own templates; the newest that did not end is the one in use, all stay readable. */
export const documentTemplates = table(
  'document_templates',
  {
    id: id(),
    officeId: ref().notNull(),
    form: oneOf(forms).notNull(),
    version: count().notNull(),
    name: label().notNull(),
    size: count().notNull(),
    sha256: label().notNull(),
    note: text(),
    personId: ref().notNull(),
    at: instant().notNull(),
    endedAt: instant(),
    endedBy: ref(),
  },
  (t) => [
    unique('document_templates_by_version').on(t.officeId, t.form, t.version),
    index('document_templates_by_content').on(t.sha256),
  ],
);
export type TemplateRow = typeof documentTemplates.$inferSelect;

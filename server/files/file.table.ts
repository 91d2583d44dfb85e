import { count, flag, id, index, instant, label, ref, table, text, unique } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';

/** Files of records; their content lies beside the database under its SHA-256. A removed file keeps its row and content. */
export const files = table(
  'files',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    uploadId: label().notNull(), // a repeated request for the same upload is the same file
    name: label().notNull(),
    note: text(),
    type: label().notNull(),
    size: count().notNull(),
    sha256: label().notNull(),
    originalSha256: label(),
    originalSize: count(),
    width: count(),
    height: count(),
    preview: label(), // the small picture's own SHA-256
    sealedAs: label(), // its content is kept sealed, under this hash, for it says who complained
    official: flag().notNull().default(false), // a paper in force: it is voided, not removed
    personId: ref().notNull(),
    officeId: ref().notNull(),
    at: instant().notNull(),
    removedAt: instant(),
    removedBy: ref(),
  },
  (t) => [
    unique('files_by_upload').on(t.uploadId),
    index('files_by_dossier').on(t.dossierId),
    index('files_by_content').on(t.sha256),
    index('files_by_preview').on(t.preview),
    index('files_by_seal').on(t.sealedAs),
  ],
);
export type FileRow = typeof files.$inferSelect;

import { sql } from 'drizzle-orm';
import { id, index, instant, json, label, ref, table } from '#columns';

/** Append-only: triggers refuse every update and delete. Each line's hash commits to the one before it. */
export const auditLines = table(
  'audit_lines',
  {
    id: id(),
    at: instant().notNull(),
    event: label().notNull(),
    dossierId: ref(),
    subject: label(),
    personId: ref().notNull(),
    officeId: ref().notNull(),
    requestId: label().notNull(),
    address: label().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    hash: label().notNull(),
  },
  (t) => [
    index('audit_lines_by_dossier').on(t.dossierId, t.id),
    index('audit_lines_by_subject').on(t.subject, t.id).where(sql`subject is not null`),
    index('audit_lines_by_event').on(t.event, t.id),
    index('audit_lines_by_person').on(t.personId, t.id),
  ],
);
export type AuditLine = typeof auditLines.$inferSelect;

import { and, desc, eq, lt } from 'drizzle-orm';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { AuditLine } from '#shared/audit/audit.api.ts';
import { auditLines } from './audit.table.ts';

/** The newest lines first; whoever audits one office reads that office's lines, the audit administrator all. */
export async function listAudit(
  { tx, actor }: Work,
  { event, person, cursor, limit = 100 }: { event?: string; person?: number; cursor?: string; limit?: number },
) {
  const before = Number(cursor) || Number.MAX_SAFE_INTEGER;
  const found = await tx
    .select({ line: auditLines, number: dossiers.number })
    .from(auditLines)
    .leftJoin(dossiers, eq(dossiers.id, auditLines.dossierId))
    .where(
      and(
        lt(auditLines.id, before),
        ...(event ? [eq(auditLines.event, event)] : []),
        ...(person ? [eq(auditLines.personId, person)] : []),
        ...(actor.roles.includes('audit_admin') ? [] : [eq(auditLines.officeId, actor.officeId)]),
      ),
    )
    .orderBy(desc(auditLines.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(({ line, number }) => shown(line, number));
  return { rows, next: found.length > limit ? String(rows[rows.length - 1]!.id) : null };
}

/** Reasons and contents stay with the record: the audit's readers see that and where, not what. */
function shown(line: typeof auditLines.$inferSelect, number: string | null): AuditLine {
  const { id, at, event, dossierId, subject, personId, officeId, address, detail } = line;
  const step = detail['step'];
  const fields = Object.keys((detail['changes'] ?? {}) as object);
  return {
    id,
    at,
    event,
    dossierId,
    number,
    subject,
    personId,
    officeId,
    address,
    step: typeof step === 'string' ? step : null,
    fields,
  };
}

import { and, desc, eq, gte, lt } from 'drizzle-orm';
import type { Static } from 'typebox';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { AuditLine, auditApi } from '#shared/audit/audit.api.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { auditLines } from './audit.table.ts';

type Ask = Static<typeof auditApi.list.schema.querystring>;

/** The first instant of a day in Gannan. */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

/** The newest lines first; whoever audits one office reads that office's lines, the audit administrator all. */
export async function listAudit({ tx, actor }: Work, { event, person, number, from, until, cursor, limit = 100 }: Ask) {
  const before = Number(cursor) || Number.MAX_SAFE_INTEGER;
  const found = await tx
    .select({ line: auditLines, number: dossiers.number })
    .from(auditLines)
    .leftJoin(dossiers, eq(dossiers.id, auditLines.dossierId))
    .where(
      and(
        lt(auditLines.id, before),
        ...(event ? [eq(auditLines.event, event)] : []),
        ...(number ? [eq(dossiers.number, number.normalize('NFKC').trim().toUpperCase())] : []),
        ...(from ? [gte(auditLines.at, startOf(from))] : []),
        ...(until ? [lt(auditLines.at, startOf(addDays(until, 1)))] : []),
        ...(person ? [eq(auditLines.personId, person)] : []),
        ...(actor.roles.includes('audit_admin') ? [] : [eq(auditLines.officeId, actor.officeId)]),
      ),
    )
    .orderBy(desc(auditLines.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(({ line, number: of }) => shown(line, of));
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

import { and, asc, eq, inArray } from 'drizzle-orm';
import { auditLines } from '#server/audit/audit.table.ts';
import type { ComplaintFilter } from '#server/complaints/complaint.filter.ts';
import { listComplaints } from '#server/complaints/complaint.list.ts';
import { listedComplaints } from '#server/complaints/complaint.listed.ts';
import type { Work } from '#server/kernel/work.ts';
import { COMPLAINT_COLUMNS, type Exported } from './complaint.columns.ts';
import { ledgerFile, namesInFiles, readPages } from './ledger.export.ts';

/** 投诉举报台账 as a file; what its reader sees as a stub stands there as a stub. */
export async function exportComplaints(work: Work, ask: ComplaintFilter & { q?: string }, now: string) {
  const { office, person } = await namesInFiles(work);
  const rows: Exported[] = [];
  await readPages(
    rows,
    (paging) => listComplaints(work, { ...ask, ...paging }),
    async (found) => {
      const days = await stepDays(
        work,
        found.filter(({ stub }) => !stub).map(({ id }) => id),
      );
      return (await listedComplaints(work, found)).map((complaint) => ({
        complaint,
        office: office(complaint.ownerOfficeId),
        handler: person(complaint.handlerId),
        stepDays: days.get(complaint.id) ?? new Map<string, string>(),
      }));
    },
  );
  return ledgerFile(work, {
    title: '投诉举报台账',
    short: '投诉举报',
    columns: COMPLAINT_COLUMNS,
    rows,
    ask,
    note: '投诉举报人按规定掩码；受限记录只列编号、状态、承办单位。',
    now,
  });
}

async function stepDays(work: Work, ids: number[]): Promise<Map<number, Map<string, string>>> {
  const days = new Map<number, Map<string, string>>();
  if (ids.length === 0) return days;
  const lines = await work.tx
    .select({ id: auditLines.dossierId, detail: auditLines.detail })
    .from(auditLines)
    .where(and(inArray(auditLines.dossierId, ids), eq(auditLines.event, 'complaint.stepped')))
    .orderBy(asc(auditLines.id));
  for (const { id, detail } of lines) {
    const of = days.get(id!) ?? new Map<string, string>();
    of.set(String(detail['step']), String(detail['on'] ?? ''));
    days.set(id!, of);
  }
  return days;
}

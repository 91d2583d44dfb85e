import { and, asc, eq, inArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { auditLines } from '#server/audit/audit.table.ts';
import type { ComplaintFilter } from '#server/complaints/complaint.filter.ts';
import { listComplaints } from '#server/complaints/complaint.list.ts';
import { readComplaint } from '#server/complaints/complaint.read.ts';
import type { Work } from '#server/kernel/work.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import { EXPORT_MOST } from '#shared/exports/export.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { bookName, bookOf, stampOf } from './book.ts';
import { COMPLAINT_COLUMNS, type Exported } from './complaint.columns.ts';

const PAGE = 200;

type Ask = ComplaintFilter & { q?: string };

/** The filtered ledger as rows of cells; what its reader sees as a stub stands there as a stub. */
async function rowsOf(work: Work, ask: Ask): Promise<Exported[]> {
  const { offices, people } = await readDirectory(work);
  const office = new Map(offices.map(({ id, name }) => [id, name]));
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const rows: Exported[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listComplaints(work, { ...ask, limit: PAGE, ...(cursor ? { cursor } : {}) });
    const days = await stepDays(
      work,
      page.rows.filter(({ stub }) => !stub).map(({ id }) => id),
    );
    for (const { id } of page.rows) {
      const complaint = await readComplaint(work, id);
      const { ownerOfficeId, handlerId } = complaint;
      rows.push({
        complaint,
        office: office.get(ownerOfficeId) ?? '',
        handler: handlerId ? (person.get(handlerId) ?? '') : '',
        stepDays: days.get(id) ?? new Map(),
      });
    }
    if (rows.length > EXPORT_MOST) throw new Refusal('too_large', { most: EXPORT_MOST });
    if (!page.next) return rows;
    cursor = page.next;
    await new Promise((resolve) => setImmediate(resolve)); // others are answered in between
  }
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

/** The ledger's file: its sheet, and a second one saying what was asked for, by whom and when. */
export async function exportComplaints(
  work: Work,
  ask: Ask,
  now: string,
): Promise<{ name: string; bytes: Buffer; rows: number }> {
  const rows = await rowsOf(work, ask);
  const { offices } = await readDirectory(work);
  const own = offices.find(({ id }) => id === work.actor.officeId);
  const bytes = await bookOf({
    title: '投诉举报台账',
    columns: COMPLAINT_COLUMNS,
    rows,
    told: [
      ['台账', '投诉举报台账'],
      ['单位', own?.name ?? ''],
      ['导出人', work.actor.name],
      ['导出时间', now],
      ['筛选条件', JSON.stringify({ ...ask, ...(ask.q ? { q: '（有查找词）' } : {}) })],
      ['记录数', String(rows.length)],
      ['说明', '投诉举报人按规定掩码；受限记录只列编号、状态、承办单位。'],
    ],
  });
  const place = REGIONS.find(({ code }) => code === own?.region)?.name ?? '';
  return { name: bookName('台账', '投诉举报', place, stampOf(now)), bytes, rows: rows.length };
}

/** The line that says who took what out. */
export const recordExport = (work: Work, ask: Ask, rows: number) =>
  record(work, 'export.run', 'complaints', { rows, filter: { ...ask, ...(ask.q ? { q: true } : {}) } });

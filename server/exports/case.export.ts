import { record } from '#server/audit/audit.service.ts';
import { type CaseFilter, listCases } from '#server/cases/case.list.ts';
import { readCase } from '#server/cases/case.read.ts';
import type { Work } from '#server/kernel/work.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import { EXPORT_MOST } from '#shared/exports/export.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { bookName, bookOf, stampOf } from './book.ts';
import { CASE_COLUMNS, type ExportedCase } from './case.columns.ts';

const PAGE = 200;

/** The filtered cases as rows of cells; what its reader sees as a stub stands there as a stub. */
async function rowsOf(work: Work, ask: CaseFilter): Promise<ExportedCase[]> {
  const { offices, people } = await readDirectory(work);
  const office = new Map(offices.map(({ id, name }) => [id, name]));
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const rows: ExportedCase[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listCases(work, { ...ask, limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { id } of page.rows) {
      const row = await readCase(work, id);
      rows.push({
        row,
        office: office.get(row.ownerOfficeId) ?? '',
        handler: row.handlerId ? (person.get(row.handlerId) ?? '') : '',
      });
    }
    if (rows.length > EXPORT_MOST) throw new Refusal('too_large', { most: EXPORT_MOST });
    if (!page.next) return rows;
    cursor = page.next;
    await new Promise((resolve) => setImmediate(resolve)); // others are answered in between
  }
}

/** 行政处罚案件台账: its sheet, and a second one saying what was asked for, by whom and when. */
export async function exportCases(
  work: Work,
  ask: CaseFilter,
  now: string,
): Promise<{ name: string; bytes: Buffer; rows: number }> {
  const rows = await rowsOf(work, ask);
  const { offices } = await readDirectory(work);
  const own = offices.find(({ id }) => id === work.actor.officeId);
  const bytes = await bookOf({
    title: '行政处罚案件台账',
    columns: CASE_COLUMNS,
    rows,
    told: [
      ['台账', '行政处罚案件台账'],
      ['单位', own?.name ?? ''],
      ['导出人', work.actor.name],
      ['导出时间', now],
      ['筛选条件', JSON.stringify({ ...ask, ...(ask.q ? { q: '（有查找词）' } : {}) })],
      ['记录数', String(rows.length)],
      ['说明', '自然人按规定掩码；受限案件只列编号、状态、承办机构；他单位案件不列办案人员和缴款明细。'],
    ],
  });
  const place = REGIONS.find(({ code }) => code === own?.region)?.name ?? '';
  return { name: bookName('台账', '行政处罚案件', place, stampOf(now)), bytes, rows: rows.length };
}

/** The line that says who took the cases out. */
export const recordCaseExport = (work: Work, ask: CaseFilter, rows: number) =>
  record(work, 'export.run', 'cases', { rows, filter: { ...ask, ...(ask.q ? { q: true } : {}) } });

import { type CaseFilter, listCases } from '#server/cases/case.list.ts';
import { listedCases } from '#server/cases/case.listed.ts';
import type { Work } from '#server/kernel/work.ts';
import { CASE_COLUMNS, type ExportedCase } from './case.columns.ts';
import { ledgerFile, namesInFiles, readPages } from './ledger.export.ts';

/** 行政处罚案件台账 as a file; what its reader sees as a stub stands there as a stub. */
export async function exportCases(work: Work, ask: CaseFilter, now: string) {
  const { office, person } = await namesInFiles(work);
  const rows: ExportedCase[] = [];
  await readPages(
    rows,
    (paging) => listCases(work, { ...ask, ...paging }),
    async (found) =>
      (await listedCases(work, found)).map((row) => ({
        row,
        office: office(row.ownerOfficeId),
        handler: person(row.handlerId),
      })),
  );
  return ledgerFile(work, {
    title: '行政处罚案件台账',
    short: '行政处罚案件',
    columns: CASE_COLUMNS,
    rows,
    ask,
    note: '自然人按规定掩码；受限案件只列编号、状态、承办机构；他单位案件不列办案人员和缴款明细。',
    now,
  });
}

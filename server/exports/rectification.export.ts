import type { Work } from '#server/kernel/work.ts';
import { listRectifications, type RectificationFilter } from '#server/rectifications/rectification.list.ts';
import { readRectification } from '#server/rectifications/rectification.read.ts';
import { ledgerFile, namesInFiles, readPages } from './ledger.export.ts';
import { type ExportedRectification, RECTIFICATION_COLUMNS } from './rectification.columns.ts';

/** 整改台账 as a file; what its reader sees as a stub stands there as a stub. */
export async function exportRectifications(work: Work, ask: RectificationFilter, now: string) {
  const { office } = await namesInFiles(work);
  const rows: ExportedRectification[] = [];
  await readPages(
    rows,
    (paging) => listRectifications(work, { ...ask, ...paging }),
    async (found) => {
      const page: ExportedRectification[] = [];
      for (const { id, ownerOfficeId } of found)
        page.push({ record: await readRectification(work, id), office: office(ownerOfficeId) });
      return page;
    },
  );
  return ledgerFile(work, {
    title: '整改台账',
    short: '整改',
    columns: RECTIFICATION_COLUMNS,
    rows,
    ask,
    note: '自然人姓名按规定掩码；受限记录只列编号、状态、责令机关。',
    now,
  });
}

import type { Work } from '#server/kernel/work.ts';
import { listTransfers, type TransferFilter } from '#server/transfers/transfer.list.ts';
import { readTransfer } from '#server/transfers/transfer.read.ts';
import { ledgerFile, namesInFiles, readPages } from './ledger.export.ts';
import { type ExportedTransfer, TRANSFER_COLUMNS } from './transfer.columns.ts';

/** 案件移送台账 as a file: of each transfer what its page tells its reader, and natural persons masked. */
export async function exportTransfers(work: Work, ask: TransferFilter, now: string) {
  const { office } = await namesInFiles(work);
  const rows: ExportedTransfer[] = [];
  await readPages(
    rows,
    (paging) => listTransfers(work, { ...ask, ...paging }),
    async (found) => {
      const page: ExportedTransfer[] = [];
      for (const { id, ownerOfficeId } of found) {
        const record = await readTransfer(work, id);
        const [to, copy] = [record.toOfficeId, record.copyOfficeId].map((one) => (one ? office(one) : ''));
        page.push({ record, from: office(ownerOfficeId), to: to!, copy: copy! });
      }
      return page;
    },
  );
  return ledgerFile(work, {
    title: '案件移送台账',
    short: '移送',
    columns: TRANSFER_COLUMNS,
    rows,
    ask,
    note: '自然人姓名按规定掩码；对方签收前只列编号、状态等；受限记录只列编号、状态、移送机关。',
    now,
  });
}

import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import { transferWords } from '#shared/words/transfer.words.ts';
import type { Column } from './book.ts';

/** What a row of the file is made from. */
export interface ExportedTransfer {
  readonly record: Transfer;
  readonly from: string;
  readonly to: string;
  readonly copy: string;
}

const words: Record<string, readonly [string, string]> = transferWords;
const word = (prefix: string, value: string | null | undefined) =>
  value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '';
const stamp = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const moment = (at: string | null) => (at ? stamp.format(new Date(at)) : '');
const yuan = (fen: number | null) => (fen === null ? '' : fen / 100);

/** The result that was answered, or how it stands; whoever is told no more than that it is there reads so. */
function outcome({ record }: ExportedTransfer): string {
  if (record.stub) return '限制知悉';
  return [word('transfer.result', record.result), record.resultText ?? record.disapproval ?? record.rejection ?? '']
    .filter(Boolean)
    .join('：');
}

/** 案件移送台账: the columns of the register of transfers to the police, with the road and both offices before them. */
export const TRANSFER_COLUMNS: readonly Column<ExportedTransfer>[] = [
  { name: '序号', width: 6, cell: (_, at) => at + 1 },
  { name: '编号', width: 13, cell: ({ record }) => record.number },
  { name: '移送方向', width: 12, cell: ({ record }) => word('transfer.road', record.road) },
  { name: '案件名称', width: 36, cell: ({ record }) => record.title },
  {
    name: '当事人',
    width: 24,
    cell: ({ record }) => record.parties.map(({ name }) => name).join('、') || (record.subjectName ?? ''),
  },
  { name: '涉嫌罪名', width: 20, cell: ({ record }) => record.crime ?? '' },
  { name: '涉案金额(元)', width: 13, cell: ({ record }) => yuan(record.goodsValueFen) },
  { name: '移送机关', width: 22, cell: ({ from }) => from },
  { name: '专案组', width: 16, cell: ({ record }) => record.officers.map(({ name }) => name).join('、') },
  { name: '报告日期', width: 12, cell: ({ record }) => record.reportedOn ?? '' },
  { name: '批准时间', width: 16, cell: ({ record }) => moment(record.approvedAt) },
  { name: '移送时间', width: 16, cell: ({ record }) => moment(record.sentAt) || (record.sentOn ?? '') },
  { name: '移送书文号', width: 26, cell: ({ record }) => record.letterNumber ?? '' },
  { name: '接收机关', width: 22, cell: ({ to }) => to },
  { name: '回执时间', width: 16, cell: ({ record }) => moment(record.signedAt) },
  { name: '抄送检察院', width: 20, cell: ({ record, copy }) => (record.sentOn ? copy : '') },
  { name: '状态', width: 14, cell: ({ record }) => word('transfer.state', record.state) },
  { name: '决定文号', width: 24, cell: ({ record }) => record.decisionNumber ?? '' },
  { name: '不予立案理由', width: 30, cell: ({ record }) => record.decisionReason ?? '' },
  { name: '复议理由', width: 24, cell: ({ record }) => record.reviewReason ?? '' },
  { name: '物品移交日期', width: 12, cell: ({ record }) => record.handOver?.on ?? '' },
  { name: '处理结果', width: 30, cell: outcome },
];

import type { ListedCase } from '#server/cases/case.listed.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { caseWords } from '#shared/words/case.words.ts';
import { matterWords } from '#shared/words/matter.words.ts';
import type { Column } from './book.ts';

/** What a row of the file is made from. */
export interface ExportedCase {
  readonly row: ListedCase;
  readonly office: string;
  readonly handler: string;
}

const words: Record<string, readonly [string, string]> = { ...caseWords, ...matterWords };
const word = (prefix: string, value: string | null) => (value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '');
const region = (code: string) => REGIONS.find((one) => one.code === code)?.name ?? code;
const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const hearing = ({ hearingAskedOn, hearingHeldOn }: ListedCase) =>
  hearingHeldOn ? `${hearingHeldOn} 举行` : hearingAskedOn ? `${hearingAskedOn} 要求` : '';
const confiscated = ({ penalties }: ListedCase) => {
  const orders = penalties.filter(({ kind }) => kind === 'confiscate_gains' || kind === 'confiscate_goods');
  return orders.length === 0 ? null : orders.reduce((all, { amountFen }) => all + (amountFen ?? 0), 0) / 100;
};
const paidOn = ({ payments }: ListedCase) =>
  payments.reduce((last, one) => (one.paidOn > last ? one.paidOn : last), '');
const sent = ({ links }: ListedCase) =>
  links
    .filter(({ kind }) => kind === 'transfer')
    .map(({ number }) => number)
    .join('、');

/** 行政处罚案件台账 in the order offices hand it in. Natural persons stand masked, as on screen; ID numbers do not leave. */
export const CASE_COLUMNS: readonly Column<ExportedCase>[] = [
  { name: '序号', width: 6, cell: (_, at) => at + 1 },
  { name: '编号', width: 13, cell: ({ row }) => row.number },
  { name: '案件名称', width: 34, cell: ({ row }) => row.title },
  { name: '当事人', width: 24, cell: ({ row }) => row.subjectName ?? '' },
  { name: '统一社会信用代码', width: 21, cell: ({ row }) => row.creditCode ?? '' },
  { name: '所在县市', width: 10, cell: ({ row }) => region(row.county) },
  { name: '案件来源', width: 12, cell: ({ row }) => word('case.source', row.source) },
  { name: '类别', width: 14, cell: ({ row }) => word('matter', row.matter) },
  { name: '案由', width: 24, cell: ({ row }) => row.violation ?? '' },
  { name: '适用程序', width: 10, cell: ({ row }) => word('case.procedure', row.procedure) },
  { name: '立案日期', width: 12, cell: ({ row }) => row.filedOn ?? '' },
  { name: '承办机构', width: 24, cell: ({ office }) => office },
  { name: '承办人', width: 14, cell: ({ row, handler }) => row.officers.map(({ name }) => name).join('、') || handler },
  { name: '案值(元)', width: 12, cell: ({ row }) => yuan(row.goodsValueFen) },
  { name: '违法所得(元)', width: 12, cell: ({ row }) => yuan(row.illegalGainsFen) },
  { name: '告知日期', width: 12, cell: ({ row }) => row.toldOn ?? '' },
  { name: '听证', width: 16, cell: ({ row }) => hearing(row) },
  { name: '处罚决定日期', width: 12, cell: ({ row }) => row.decidedOn ?? '' },
  { name: '处罚决定书文号', width: 26, cell: ({ row }) => row.decisionNumber ?? '' },
  {
    name: '处罚种类',
    width: 20,
    cell: ({ row }) => row.penalties.map(({ kind }) => word('case.penalty', kind)).join('、'),
  },
  { name: '罚款(元)', width: 12, cell: ({ row }) => yuan(row.fineFen) },
  { name: '没收(元)', width: 12, cell: ({ row }) => confiscated(row) },
  { name: '送达日期', width: 12, cell: ({ row }) => row.servedOn ?? '' },
  { name: '缴款日期', width: 12, cell: ({ row }) => paidOn(row) },
  { name: '未缴(元)', width: 12, cell: ({ row }) => yuan(row.leftFen) },
  { name: '结案日期', width: 12, cell: ({ row }) => row.closedOn ?? '' },
  { name: '结果', width: 14, cell: ({ row }) => word('case.outcome', row.outcome) },
  { name: '移送情况', width: 16, cell: ({ row }) => sent(row) },
  { name: '办理状态', width: 12, cell: ({ row }) => word('case.state', row.state) },
  { name: '备注', width: 12, cell: ({ row }) => (row.stub ? '限制知悉' : '') },
];

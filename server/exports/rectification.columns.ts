import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { rectificationWords } from '#shared/words/rectification.words.ts';
import type { Column } from './book.ts';

/** What a row of the file is made from. */
export interface ExportedRectification {
  readonly record: Rectification;
  readonly office: string;
}

const words: Record<string, readonly [string, string]> = rectificationWords;
const word = (prefix: string, value: string | null | undefined) =>
  value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '';
const lastVisit = ({ record: { visits } }: ExportedRectification) =>
  visits.filter(({ purpose }) => purpose === 'verify').pop();

/** What followed: a further order, a case, a look-back; nothing where it ended with the visit. */
function followed({ record }: ExportedRectification): string {
  const { state, rounds, links, visits } = record;
  const opened = links.find(({ kind, direction }) => kind === 'case' && direction === 'to');
  const looked = visits.filter(({ purpose }) => purpose === 'look_back').pop();
  return [
    rounds && rounds > 1 ? `第${rounds}次责令` : '',
    state === 'to_case' ? `立案 ${opened?.number ?? ''}`.trim() : '',
    state === 'withdrawn' ? word('rectification.state', state) : '',
    looked ? `${word('rectification.purpose', 'look_back')}${word('rectification.result', looked.result)}` : '',
  ]
    .filter(Boolean)
    .join('；');
}

/** 整改台账 in the order offices hand it in. */
export const RECTIFICATION_COLUMNS: readonly Column<ExportedRectification>[] = [
  { name: '序号', width: 6, cell: (_, at) => at + 1 },
  { name: '编号', width: 13, cell: ({ record }) => record.number },
  { name: '整改对象', width: 24, cell: ({ record }) => record.subjectName ?? '' },
  { name: '问题描述', width: 44, cell: ({ record }) => record.problem ?? record.title },
  { name: '发现途径', width: 14, cell: ({ record }) => word('rectification.source', record.source) },
  { name: '责令机关', width: 24, cell: ({ office }) => office },
  { name: '责令日期', width: 12, cell: ({ record }) => record.receivedOn ?? '' },
  { name: '整改期限', width: 12, cell: ({ record }) => record.deadlineOn ?? '' },
  {
    name: '整改情况',
    width: 40,
    cell: (row) => row.record.report ?? lastVisit(row)?.findings ?? '',
  },
  { name: '复查日期', width: 12, cell: ({ record }) => record.verifiedOn ?? '' },
  { name: '复查人', width: 14, cell: ({ record }) => record.verifiers ?? '' },
  { name: '复查结果', width: 10, cell: ({ record }) => word('rectification.result', record.result) },
  {
    name: '销号日期',
    width: 12,
    cell: ({ record }) => (record.state === 'signed_off' ? (record.closedOn ?? '') : ''),
  },
  { name: '后续处理', width: 24, cell: (row) => (row.record.stub ? '限制知悉' : followed(row)) },
];

import type { TestedItem } from '#shared/spot-checks/sample.asks.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';
import { spotCheckWords } from '#shared/words/spot-check.words.ts';
import type { Column } from './book.ts';

/** What a row of the file is made from. */
export interface ExportedSpotCheck {
  readonly record: SpotCheck;
  readonly office: string;
  readonly county: string;
}

const words: Record<string, readonly [string, string]> = spotCheckWords;
const word = (prefix: string, value: string | null | undefined) =>
  value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '';
const came = ({ links }: SpotCheck, kind: string) =>
  links
    .filter((link) => link.kind === kind && link.link === 'became' && link.direction === 'to')
    .map(({ number }) => number)
    .join('、');

/** Of a sample, what did not pass, one after another. */
const failed =
  (of: (item: TestedItem) => string | undefined) =>
  ({ record }: ExportedSpotCheck) =>
    (record.sample?.items ?? [])
      .filter(({ verdict }) => verdict === 'failed')
      .map((item) => of(item) ?? '')
      .join('；');

/** 监督抽查结果汇总表 in the order offices hand it in. */
export const SPOT_CHECK_COLUMNS: readonly Column<ExportedSpotCheck>[] = [
  { name: '序号', width: 6, cell: (_, at) => at + 1 },
  { name: '编号', width: 13, cell: ({ record }) => record.number },
  { name: '任务名称', width: 22, cell: ({ record }) => record.task ?? '' },
  { name: '抽查类型', width: 10, cell: ({ record }) => word('spot_check.kind', record.checkKind) },
  { name: '检查日期', width: 12, cell: ({ record }) => record.begunOn ?? '' },
  { name: '被抽查单位', width: 26, cell: ({ record }) => record.subjectName ?? '' },
  { name: '统一社会信用代码', width: 21, cell: ({ record }) => record.creditCode ?? '' },
  { name: '县市', width: 10, cell: ({ county }) => county },
  { name: '样品/检查事项', width: 24, cell: ({ record }) => record.title },
  { name: '样品名称', width: 20, cell: ({ record }) => record.product ?? '' },
  { name: '生产单位', width: 24, cell: ({ record }) => record.sample?.maker ?? '' },
  { name: '规格型号', width: 12, cell: ({ record }) => record.sample?.spec ?? '' },
  {
    name: '批号/生产日期',
    width: 16,
    cell: ({ record: { sample } }) => [sample?.batch, sample?.producedOn].filter(Boolean).join(' '),
  },
  { name: '检验机构', width: 24, cell: ({ record }) => record.laboratory ?? '' },
  { name: '检查单位', width: 24, cell: ({ office }) => office },
  { name: '检查人员', width: 16, cell: ({ record }) => record.inspectors ?? '' },
  {
    name: '检查结果/检验结论',
    width: 20,
    cell: ({ record: { sample, result } }) =>
      sample ? word('sample.conclusion', sample.conclusion) : word('spot_check.result', result),
  },
  { name: '不合格项目', width: 20, cell: failed(({ item }) => item) },
  { name: '实测值', width: 12, cell: failed(({ measured }) => measured) },
  { name: '标准值', width: 12, cell: failed(({ standard }) => standard) },
  {
    name: '是否异议复检',
    width: 14,
    cell: ({ record: { sample } }) => (sample && sample.retest !== 'none' ? word('sample.retest', sample.retest) : ''),
  },
  { name: '最终结论', width: 12, cell: ({ record }) => word('sample.conclusion', record.conclusion) },
  { name: '检查情况', width: 40, cell: ({ record }) => record.findings ?? '' },
  { name: '后处理措施', width: 16, cell: ({ record }) => word('spot_check.follow_up', record.followUp) },
  { name: '立案编号', width: 13, cell: ({ record }) => came(record, 'case') },
  { name: '整改编号', width: 13, cell: ({ record }) => came(record, 'rectification') },
  { name: '后续办结', width: 12, cell: ({ record }) => record.finishedOn ?? '' },
  { name: '是否公示', width: 12, cell: ({ record }) => record.publishedOn ?? '' },
  {
    name: '备注',
    width: 16,
    cell: ({ record }) => (record.stub ? '限制知悉' : word('spot_check.state', record.state)),
  },
];

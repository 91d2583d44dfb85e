import type { ListedComplaint } from '#server/complaints/complaint.listed.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { complaintWords } from '#shared/words/complaint.words.ts';
import { complaintFieldWords } from '#shared/words/complaint-fields.words.ts';
import { matterWords } from '#shared/words/matter.words.ts';
import type { Column } from './book.ts';

/** What a row of the file is made from. */
export interface Exported {
  readonly complaint: ListedComplaint;
  readonly office: string;
  readonly handler: string;
  /** On which day each step was last taken. */
  readonly stepDays: ReadonlyMap<string, string>;
}

const words: Record<string, readonly [string, string]> = { ...complaintWords, ...matterWords };
const fieldWords: Record<string, readonly [string, string]> = complaintFieldWords;
const word = (prefix: string, value: string | null) => (value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '');
const region = (code: string) => REGIONS.find((one) => one.code === code)?.name ?? code;
const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const yesNo = (value: boolean | null) => (value === null ? '' : value ? '是' : '否');
/** The cases it led to, as far as the reader sees them. */
const casesOf = ({ complaint: { links } }: Exported) =>
  links.flatMap(({ kind, number }) => (kind === 'case' ? [number] : [])).join('、');

/** The plain fields by their own names, before the remarks. */
const ownColumns: Column<Exported>[] = OWN_FIELD_NAMES.map((field) => ({
  name: fieldWords[`ComplaintIntake.${field}`]?.[0] ?? field,
  width: 16,
  cell: ({ complaint }) => complaint[field] ?? '',
}));

/** 投诉举报台账 in the order offices hand it in. The complainant stands masked, as on screen; telephones and ID numbers do not leave. */
export const COMPLAINT_COLUMNS: readonly Column<Exported>[] = [
  { name: '序号', width: 6, cell: (_, at) => at + 1 },
  { name: '编号', width: 13, cell: ({ complaint }) => complaint.number },
  { name: '登记日期', width: 12, cell: ({ complaint }) => complaint.receivedOn ?? '' },
  { name: '来源', width: 10, cell: ({ complaint }) => word('complaint.channel', complaint.channel) },
  { name: '外部编号', width: 18, cell: ({ complaint }) => complaint.foreignNumber ?? '' },
  { name: '类型', width: 10, cell: ({ complaint }) => word('complaint.intake', complaint.intake) },
  {
    name: '投诉举报人',
    width: 11,
    cell: ({ complaint }) => (complaint.anonymity === 'anonymous' ? '匿名' : (complaint.complainantMask ?? '')),
  },
  { name: '联系电话', width: 11, cell: () => '' },
  { name: '被投诉举报对象', width: 24, cell: ({ complaint }) => complaint.subjectName ?? '' },
  { name: '所在县市', width: 10, cell: ({ complaint }) => region(complaint.county) },
  { name: '地址', width: 22, cell: ({ complaint }) => complaint.address ?? complaint.township ?? '' },
  { name: '类别', width: 14, cell: ({ complaint }) => word('matter', complaint.matter) },
  { name: '主要内容', width: 50, cell: ({ complaint }) => complaint.content ?? complaint.title },
  {
    name: '诉求',
    width: 16,
    cell: ({ complaint }) =>
      [...complaint.demands.map((one) => word('complaint.demand', one)), complaint.demandText ?? '']
        .filter(Boolean)
        .join('、'),
  },
  { name: '涉及金额(元)', width: 12, cell: ({ complaint }) => yuan(complaint.amountFen) },
  { name: '承办单位', width: 24, cell: ({ office }) => office },
  { name: '承办人', width: 10, cell: ({ handler }) => handler },
  { name: '分办日期', width: 12, cell: ({ stepDays }) => stepDays.get('dispatch') ?? '' },
  {
    name: '受理决定',
    width: 10,
    cell: ({ complaint }) => word('complaint.decision', complaint.complaintDecision ?? complaint.reportDecision),
  },
  { name: '受理日期', width: 12, cell: ({ stepDays }) => stepDays.get('accept') ?? '' },
  { name: '办理期限', width: 12, cell: ({ complaint }) => complaint.dueOn ?? '' },
  { name: '办理情况', width: 40, cell: ({ complaint }) => complaint.summary ?? '' },
  { name: '办结日期', width: 12, cell: ({ complaint }) => complaint.closedOn ?? '' },
  { name: '办结结果', width: 12, cell: ({ complaint }) => word('complaint.outcome', complaint.outcome) },
  { name: '为消费者挽回损失(元)', width: 12, cell: ({ complaint }) => yuan(complaint.recoveredFen) },
  {
    name: '是否立案',
    width: 9,
    cell: ({ complaint }) => yesNo(complaint.reportDecision === null ? null : complaint.reportDecision === 'filed'),
  },
  { name: '案件编号', width: 16, cell: casesOf },
  { name: '答复日期', width: 12, cell: ({ complaint }) => complaint.telling?.toldOn ?? '' },
  { name: '答复方式', width: 10, cell: ({ complaint }) => word('complaint.way', complaint.telling?.way ?? null) },
  { name: '是否满意', width: 9, cell: ({ complaint }) => yesNo(complaint.satisfied) },
  ...ownColumns,
  { name: '备注', width: 16, cell: ({ complaint }) => (complaint.stub ? '限制知悉' : '') },
];

/**
 * Where a fact comes from, so that a missing one can be entered there: the record itself, a step taken on it, what is kept of who
 * complained, the office's own entry, `here` in the paper, the numbers of other papers of the record, or the act of putting it in force.
 */
export const SOURCES = ['record', 'step', 'identity', 'office', 'here', 'numbers', 'issue'] as const;
export type Source = (typeof SOURCES)[number];

/** How a place that is entered here is asked for; `rows` are pasted from a spreadsheet, a line each. */
export const SHAPES = ['line', 'text', 'day', 'moment', 'tick', 'rows'] as const;
export type Shape = (typeof SHAPES)[number];

/** A named fact of papers. */
export interface Place {
  readonly source: Source;
  readonly shape: Shape;
  /** It is meant to hold a telephone, an address or an ID number; elsewhere such are masked. */
  readonly personal?: true;
  /** Written by hand when the paper is used: left open where it is empty, never struck. */
  readonly byHand?: true;
  /** The columns of a list. */
  readonly columns?: readonly string[];
}

const of = (source: Source, shape: Shape = 'line', more: Partial<Place> = {}) => ({ source, shape, ...more });
const here = (shape: Shape = 'line', more: Partial<Place> = {}) => of('here', shape, more);
const who = of('identity', 'line', { personal: true });
const personal = { personal: true } as const;
const byHand = (shape: Shape = 'line', more: Partial<Place> = {}) => here(shape, { byHand: true, ...more });
const tick = (source: Source) => of(source, 'tick');

/** Every place of every form, by the word that stands between the braces of a template. */
export const PLACES = {
  // every paper
  发文机关: of('office'),
  文号: of('issue'),
  成文日期: of('issue', 'day'),
  编号: of('record'),
  联系人: here(),
  联系电话: here('line', personal),
  联系地址: here('line', personal),
  附件: here('text'),
  备注: here('text'),
  // complaints and reports
  投诉人: who,
  投诉人电话: who,
  投诉人证件类型: who,
  投诉人证件号码: who,
  投诉人地址: who,
  投诉人代理人: who,
  代理人电话: here('line', personal),
  代理人地址: here('line', personal),
  受送达人: of('record'),
  同意公示: tick('record'),
  不同意公示: tick('record'),
  同意委托调解: tick('record'),
  不同意委托调解: tick('record'),
  被投诉人: of('record'),
  被投诉人联系方式: of('record', 'line', personal),
  被投诉人地址: of('record', 'line', personal),
  被投诉人负责人: here(),
  被投诉人代理人: here(),
  被投诉人代理人电话: here('line', personal),
  被投诉人代理人地址: here('line', personal),
  争议事实: of('record', 'text'),
  投诉请求: of('record', 'text'),
  收到日期: of('record', 'day'),
  投诉事项: of('record'),
  受理情形: of('step'),
  终止情形: of('step'),
  事项类别: of('record'),
  受文机关: of('record'),
  报告期限: here('day'),
  材料份数: here(),
  材料页数: here(),
  提供期限: here('day'),
  所需材料: here('text'),
  调解时间: here('moment'),
  调解地点: here(),
  携带材料: here(),
  回避期限: here(),
  调解人员: here(),
  调解协议: here('text'),
  告知依据: here(),
  处理结果: here('text'),
  // the party of a case
  当事人: of('record'),
  单位名称: of('record'),
  字号名称: of('record'),
  经营者: of('record'),
  主体资格证照名称: here(),
  统一社会信用代码: of('record'),
  法定代表人: of('record'),
  当事人证件号码: of('record', 'line', personal),
  住所: of('record', 'line', personal),
  当事人电话: of('record', 'line', personal),
  当事人其他联系方式: here('line', personal),
  // a case
  案件名称: of('record'),
  案由: of('record'),
  线索时间: of('record', 'day'),
  立案日期: of('step', 'day'),
  核查情况及理由: here('text'),
  办案人员: of('record'),
  执法人员甲: of('record'),
  执法证号甲: of('record'),
  执法人员乙: of('record'),
  执法证号乙: of('record'),
  案件来源及调查经过: here('text'),
  案件事实: of('record', 'text'),
  证据: here('text'),
  告知及陈述申辩情况: here('text'),
  定性及依据: of('record', 'text'),
  裁量理由: of('record', 'text'),
  违反规定: of('record'),
  处罚依据: of('record'),
  责令改正: tick('here'),
  处罚内容: of('record', 'text'),
  履行方式和期限: here('text'),
  救济途径和期限: here('text'),
  教育内容: here('text'),
  拟处罚内容: here('text'),
  只陈述申辩: tick('record'),
  可听证: tick('record'),
  听证依据: here(),
  复议机关: here(),
  复议期限: here(),
  诉讼期限: here(),
  人民法院: here(),
  // on the spot, and at the party's
  开始时间: here('moment'),
  结束时间: here('moment'),
  地点: here(),
  通知到场情况: here(),
  检查事项: here(),
  出示证件回答: byHand(),
  回避回答: byHand(),
  义务回答: byHand(),
  核对方式: here(),
  现场情况: here('text'),
  强制措施情况: here('text'),
  当事人意见: byHand('text'),
  询问次数: here(),
  被询问人: here(),
  被询问人性别: here(),
  被询问人证件号码: here('line', personal),
  被询问人单位: here(),
  被询问人职务: here(),
  被询问人电话: here('line', personal),
  被询问人其他联系方式: here('line', personal),
  被询问人地址: here('line', personal),
  询问事项: here(),
  问答: here('text'),
  保存地点: here(),
  清单编号: of('numbers'),
  清单: of('here', 'rows', { columns: ['名称', '规格', '单位', '数量', '备注'] }),
  违法行为: of('record', 'text'),
  责令依据: here(),
  改正期限: here(),
  改正要求: here('text'),
  逾期依据: here(),
  逾期后果: here(),
  听证时间: here('moment'),
  听证地点: here(),
  听证方式: here(),
  听证主持人: here(),
  听证员: here(),
  记录员: here(),
  翻译人员: here(),
  警告: tick('record'),
  罚款: tick('record'),
  罚款金额: of('record'),
  当场缴纳: tick('here'),
  限期缴纳: tick('here'),
  缴纳途径: here(),
  处罚地点: here(),
  // service and the end of a case
  送达文书: here('text'),
  送达时间: byHand('moment'),
  送达地点: byHand('line', personal),
  送达方式: byHand(),
  处理决定文书: of('numbers'),
  处理决定日期: of('step', 'day'),
  执行完毕: tick('record'),
  裁定终结: tick('record'),
  终止调查: tick('record'),
  不予处罚: tick('record'),
  不成立: tick('record'),
  移送行政: tick('record'),
  移送司法: tick('record'),
  其他结案: tick('record'),
  主动履行: tick('here'),
  强制执行: tick('here'),
  其他执行: tick('here'),
  财物处置情况: here('text'),
  // transfers
  受移送机关: of('record'),
  移送对象: here(),
  移送原因: here(),
  管辖情形: here(),
  移送条款: here(),
  人民检察院: of('record'),
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

/** One place as the table's general shape; undefined for a word that names none. */
export const placeOf = (name: string): Place | undefined => (PLACES as Readonly<Record<string, Place>>)[name];

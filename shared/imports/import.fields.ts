/** Ledgers that can be taken in. */
export const IMPORT_LEDGERS = ['complaint', 'case'] as const;
export type ImportLedger = (typeof IMPORT_LEDGERS)[number];

const COMPLAINT_FIELDS = [
  'foreignNumber',
  'receivedOn',
  'channel',
  'intake',
  'name',
  'phone',
  'idNo',
  'subjectName',
  'subjectCode',
  'subjectContact',
  'matter',
  'title',
  'content',
  'demandText',
  'amountFen',
  'happenedOn',
  'county',
  'township',
  'address',
  'officeId',
  'reply',
  'repliedOn',
] as const;
const CASE_FIELDS = [
  'decisionNumber',
  'decidedOn',
  'subjectName',
  'subjectCode',
  'officeId',
  'penaltyText',
  'violation',
  'basis',
  'matter',
  'county',
  'township',
  'foreignNumber',
  'filedOn',
  'closedOn',
] as const;
export type ImportField = (typeof COMPLAINT_FIELDS)[number] | (typeof CASE_FIELDS)[number];

/** Every field any ledger's row can bring. */
export const IMPORT_FIELDS: readonly ImportField[] = [...new Set<ImportField>([...COMPLAINT_FIELDS, ...CASE_FIELDS])];

/** What a ledger's row can bring, in the order the wizard asks. */
export const FIELDS_OF: Record<ImportLedger, readonly ImportField[]> = {
  complaint: COMPLAINT_FIELDS,
  case: CASE_FIELDS,
};

/** Without these a row cannot be registered; a default given for the whole file serves where a column is missing. */
export const NEEDED: Record<ImportLedger, readonly ImportField[]> = {
  complaint: ['receivedOn', 'content', 'county', 'matter'],
  case: ['decisionNumber', 'decidedOn', 'subjectName', 'officeId', 'penaltyText', 'county', 'matter'],
};

/** How ledgers head their columns, by field; compared without spaces, brackets and width. */
export const HEADINGS: Record<ImportField, readonly string[]> = {
  foreignNumber: [
    '编号',
    '留言编号',
    '来信编号',
    '外部编号',
    '工单编号',
    '工单号',
    '登记编号',
    '投诉编号',
    '举报编号',
    '受理编号',
    '12315编号',
    '12345编号',
    '信访编号',
    '案件编号',
    'id',
    'number',
  ],
  receivedOn: [
    '登记日期',
    '登记时间',
    '接件时间',
    '接诉时间',
    '受理日期',
    '受理时间',
    '收到日期',
    '留言时间',
    '来电时间',
    '投诉时间',
    '投诉日期',
    '举报时间',
    '来信日期',
    '日期',
    '时间',
    'created date',
    'received',
    'date',
  ],
  channel: ['来源', '信访类型', '来源渠道', '登记渠道', '投诉方式', '受理方式', '渠道', 'channel'],
  intake: ['类型', '诉求类型', '业务类型', '事项类型', '信件类型', 'type'],
  name: [
    '投诉举报人',
    '投诉人',
    '举报人',
    '信访人',
    '来电人',
    '诉求人',
    '姓名',
    '投诉人姓名',
    '留言用户',
    '消费者',
    '反映人',
    'name',
  ],
  phone: ['联系电话', '电话', '投诉人电话', '来电号码', '联系方式', '手机号', '手机号码', '举报人电话', 'phone'],
  idNo: ['身份证号', '身份证号码', '证件号码', '证件号'],
  decisionNumber: [
    '文书编号',
    '文书号',
    '决定书文号',
    '处罚决定书文号',
    '行政处罚决定书文号',
    '处罚文号',
    '处罚决定书编号',
    'decision number',
  ],
  decidedOn: ['处罚日期', '处罚决定日期', '决定日期', '处罚时间', '作出决定日期', '处罚决定时间', 'decided on'],
  penaltyText: ['处罚内容', '处罚结果', '处罚决定', '行政处罚内容', '处罚情况', '处罚种类和金额', 'penalty'],
  violation: ['违法行为', '违法事实', '违法行为类型', '主要违法事实', '违法情况', 'violation'],
  basis: ['处罚依据', '法律依据', '处罚法律依据', '适用法律', 'legal basis'],
  filedOn: ['立案日期', '立案时间', 'filed on'],
  closedOn: ['结案日期', '结案时间', 'closed on'],
  subjectName: [
    '当事人名称',
    '当事人',
    '被处罚人',
    '行政相对人名称',
    '被投诉举报对象',
    '被投诉人',
    '被投诉单位',
    '被举报人',
    '被举报单位',
    '被投诉对象',
    '涉事单位',
    '涉及单位',
    '被诉对象',
    '企业名称',
    '商家名称',
    '经营者名称',
    '单位名称',
    '被投诉企业',
    'respondent',
  ],
  subjectCode: ['统一社会信用代码', '社会信用代码', '信用代码', '统一代码', '被投诉人信用代码', 'credit code'],
  subjectContact: ['被投诉人电话', '单位电话', '商家电话', '被投诉人联系方式'],
  matter: ['类别', '问题类别', '投诉类别', '商品类别', '事项类别', '一级分类', '分类', 'category', 'complaint type'],
  title: ['事由', '主题', '标题', '留言主题', '案由', '事项', '投诉事项', '问题摘要', 'descriptor', 'title'],
  content: [
    '内容',
    '主要内容',
    '留言详情',
    '投诉内容',
    '举报内容',
    '反映内容',
    '诉求内容',
    '问题描述',
    '基本情况',
    '反映问题',
    '投诉问题',
    '具体内容',
    'content',
  ],
  demandText: ['诉求', '投诉请求', '投诉诉求', '要求', '诉求目的'],
  amountFen: ['涉及金额', '涉及金额元', '金额', '争议金额', '涉案金额', 'amount'],
  happenedOn: ['发生日期', '发生时间', '购买日期', '消费日期'],
  county: ['县市', '所在县市', '所属县市', '县区', '区县', '所属区域', '辖区', '行政区划', 'borough', 'county'],
  township: ['乡镇', '乡镇街道', '所属乡镇', '街道'],
  address: [
    '地址',
    '发生地址',
    '案件地点',
    '发生地点',
    '事发地址',
    '地点',
    '被投诉人地址',
    'incident address',
    'address',
  ],
  officeId: [
    '处罚机关',
    '作出处罚机关',
    '办案机关',
    '办案单位',
    '承办单位',
    '办理单位',
    '责任单位',
    '主办单位',
    '承办部门',
    '处理单位',
    'agency name',
  ],
  reply: [
    '办理情况',
    '办理结果',
    '答复意见',
    '答复内容',
    '处理结果',
    '处理情况',
    '回复内容',
    '办结情况',
    'resolution description',
  ],
  repliedOn: ['答复时间', '答复日期', '办结日期', '办结时间', '回复时间', '处理日期', 'closed date'],
};

/** A heading as it is compared: half-width, small, without spaces, signs and what stands in brackets. */
export function headingKey(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_*:：、.·/\\-]+/g, '');
}

const byKey = new Map<string, ImportField>();
for (const field of IMPORT_FIELDS)
  for (const heading of HEADINGS[field]) if (!byKey.has(headingKey(heading))) byKey.set(headingKey(heading), field);

/** The field a heading most likely names: the whole heading, or its last part under a merged one (检查情况/时间). */
export function fieldOfHeading(written: string): ImportField | undefined {
  const whole = byKey.get(headingKey(written));
  if (whole) return whole;
  const last = written.split('/').pop();
  return last && last !== written ? byKey.get(headingKey(last)) : undefined;
}

/** Which column serves each field; the first that fits is taken, each column once. */
export function guessMapping(headings: readonly string[], ledger: ImportLedger): Partial<Record<ImportField, number>> {
  const mapping: Partial<Record<ImportField, number>> = {};
  headings.forEach((heading, column) => {
    const field = fieldOfHeading(heading);
    if (field && mapping[field] === undefined) mapping[field] = column;
  });
  if (ledger === 'case') mapping.violation ??= mapping.title;
  if (mapping.content === undefined && mapping.title !== undefined) mapping.content = mapping.title;
  const kept = Object.entries(mapping).filter(
    ([field, at]) => at !== undefined && FIELDS_OF[ledger].includes(field as ImportField),
  );
  return Object.fromEntries(kept);
}

/** Which ledger a file most likely is: decisions name their number and what was ordered. */
export function guessLedger(headings: readonly string[]): ImportLedger {
  const fields = headings.map(fieldOfHeading);
  const signs = ['decisionNumber', 'decidedOn', 'penaltyText'] as const;
  return signs.filter((sign) => fields.includes(sign)).length >= 2 ? 'case' : 'complaint';
}

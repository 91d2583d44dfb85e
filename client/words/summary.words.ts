import type { Words } from '#client/kernel/words.ts';

/** The texts of a penalty decided on the spot. */
export const summaryWords = {
  'keys.new_summary': ['当场处罚', 'Decide a penalty on the spot'],
  'summary.decide': ['当场处罚', 'Decide on the spot'],
  'summary.decided': ['已当场处罚 {number}', 'Decided on the spot: {number}'],
  'summary.limit_person': [
    '自然人：警告，或者 {limit} 元以下罚款',
    'A natural person: a warning, or a fine of at most {limit} yuan',
  ],
  'summary.limit_other': [
    '法人或者其他组织：警告，或者 {limit} 元以下罚款',
    'A business or organisation: a warning, or a fine of at most {limit} yuan',
  ],
  'summary.beyond': [
    '罚款 {sum} 元，超过 {limit} 元，不能当场处罚。请登记线索，按普通程序办理。',
    'The fine of {sum} yuan is above {limit}: it cannot be decided on the spot. Please register a clue for the ordinary procedure.',
  ],
  'summary.does': [
    '取当场行政处罚决定书文号，记为已告知、已决定、已当场送达',
    'Draws the number of an on-the-spot decision; recorded as told, decided and served',
  ],
  'summary.archive_by': ['{day}前交材料归档（程序规定第七十条）', 'The papers are handed in by {day} (art. 70)'],
  'summary.pay_by': ['{day}前缴清 {sum} 元（程序规定第七十二条）', '{sum} yuan are paid by {day} (art. 72)'],
  'summary.paid': ['罚款已当场收缴，不再计缴款期限', 'The fine is collected: no time to pay runs'],
  'SummaryCase.party': ['当事人', 'Party'],
  'SummaryCase.matter': ['类别', 'Matter'],
  'SummaryCase.county': ['县市', 'County'],
  'SummaryCase.violation': ['违法行为', 'Violation'],
  'SummaryCase.facts': ['违法事实和证据', 'Facts and evidence'],
  'SummaryCase.violated': ['违反条款', 'Provisions violated'],
  'SummaryCase.basis': ['处罚依据', 'Basis of the penalty'],
  'SummaryCase.penalties': ['处罚', 'Penalty'],
  'SummaryCase.officers': ['办案人员（两名以上）', 'Officers (two or more)'],
  'SummaryCase.decidedOn': ['决定日期', 'Decided on'],
  'SummaryCase.place': ['处罚地点', 'Place'],
  'SummaryCase.township': ['乡镇街道', 'Township'],
  'SummaryCase.collectedFen': ['当场收缴（元）', 'Collected on the spot (yuan)'],
  'SummaryCase.collectGround': ['当场收缴的情形', 'Ground for collecting'],
  'SummaryCase.collectedFen.helper': [
    '没有当场收缴的不填；须出具财政票据，两个工作日内上交（第七十二、七十三条）',
    'Left empty where nothing was; with a fiscal receipt, handed in within two working days (art. 72, 73)',
  ],
  'SummaryCase.sourceId': ['来源编号', 'Source record'],
  'SummaryCase.sourceId.helper': [
    '投诉举报、抽查等记录的编号，例如 TS-26-1107',
    'The number of the record it comes from, such as TS-26-1107',
  ],
  'SummaryCase.title': ['案件名称', 'Case'],
  'SummaryCase.title.helper': [
    '按当事人和违法行为自动写出，可以修改',
    'Written from party and violation; change it freely',
  ],
  'SummaryCase.heard': [
    '决定前已告知拟处罚内容、事实、理由、依据和陈述申辩的权利，并听取了意见（第六十九条）',
    'Before deciding, the party was told penalty, facts, reasons, basis and the right to answer, and was heard (art. 69)',
  ],
} as const satisfies Words;

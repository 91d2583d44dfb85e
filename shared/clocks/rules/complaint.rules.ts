import { rule, testing } from '../rule.ts';

const NEW = '市场监督管理投诉举报处理办法（总局令第121号）';
const OLD = '市场监督管理投诉举报处理暂行办法（总局令第20号，已废止）';
const PROCEDURE = '市场监督管理行政处罚程序规定';

const now = (article: string) => ({ law: NEW, article, validFrom: '2026-04-15' });
const before = { law: OLD, article: null, validFrom: '2020-01-01', validUntil: '2026-04-14' };

/** Limits of complaints and reports: the rule since 2026-04-15 and the one before it. */
export const COMPLAINT_RULES = [
  rule('complaint.accept', 7, 'workday', now('第十五条')),
  rule('complaint.accept', 7, 'workday', before),
  rule('complaint.mediate', 60, 'day', {
    ...now('第二十三条第一款第五项'),
    roll: 'rest_of_notice',
    pauses: [
      { category: 'testing', article: '第二十二条' },
      { category: 'appraisal', article: '第二十二条' },
      { category: 'recusal', article: '第二十一条' },
    ],
  }),
  rule('complaint.mediate', 45, 'workday', before),
  rule('complaint.inform', 7, 'workday', now('第二十三条第二款')),
  rule('complaint.dispute', 7, 'workday', now('第三十三条')),
  rule('report.verify', 15, 'workday', {
    law: PROCEDURE,
    article: '第十八条',
    validFrom: '2019-04-01',
    pauses: [...testing('第十八条'), { category: 'rights_holder', article: '第十八条' }],
    extension: { length: 15, times: 1, by: 'approver', article: '第十八条' },
  }),
  rule('report.tell', 5, 'workday', before),
] as const;

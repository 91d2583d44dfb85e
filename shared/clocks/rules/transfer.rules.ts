import { rule } from '../rule.ts';

const LAW = '行政执法机关移送涉嫌犯罪案件的规定（国务院令第310号，2020年修订）';

/** The order does not say what its days are: calendar days, the stricter reading, and its hours run on. */
const by = (article: string) => ({ law: LAW, article, validFrom: '2001-07-09' });

/** Limits of a transfer to the police, each with its own counter, and of a dispute over competence. */
export const TRANSFER_RULES = [
  rule('transfer.decide', 3, 'day', by('第五条')),
  rule('transfer.send', 24, 'hour', { ...by('第五条'), startHour: 'counted' }),
  rule('transfer.acknowledge', 1, 'workday', {
    law: '移送件签收时限（本州惯例）',
    article: null,
    validFrom: '2001-07-09',
    custom: true,
  }),
  rule('transfer.forward', 24, 'hour', { ...by('第七条'), startHour: 'counted' }),
  rule('transfer.file', 3, 'day', by('第八条')),
  rule('transfer.ask_review', 3, 'day', by('第九条')),
  rule('transfer.review', 3, 'day', by('第九条')),
  rule('transfer.ask_supervision', 3, 'day', by('第九条')),
  rule('transfer.goods', 3, 'day', by('第十二条')),
  rule('transfer.dispute', 7, 'workday', {
    law: '市场监督管理行政处罚程序规定',
    article: '第十三条',
    validFrom: '2019-04-01',
  }),
] as const;

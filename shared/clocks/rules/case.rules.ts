import { rule, testing } from '../rule.ts';

const LAW = '市场监督管理行政处罚程序规定';
const HEARINGS = '市场监督管理行政处罚听证办法';

const by = (article: string) => ({ law: LAW, article, validFrom: '2019-04-01' });
const since2021 = (article: string) => ({ law: LAW, article, validFrom: '2021-07-15' });

/** Limits of a violation case, from the clue to its closing, and of the measures taken in it. */
export const CASE_RULES = [
  rule('case.verify', 15, 'workday', {
    ...by('第十八条'),
    pauses: [...testing('第十八条'), { category: 'rights_holder', article: '第十八条' }],
    extension: { length: 15, times: 1, by: 'approver', article: '第十八条' },
  }),
  rule('case.decide', 90, 'day', {
    ...by('第六十四条'),
    roll: 'rest_of_notice',
    pauses: [
      ...['suspended', 'hearing', 'notice'].map((category) => ({ category, article: '第六十四条' })),
      ...testing('第六十四条'),
      ...['rights_holder', 'refund'].map((category) => ({ category, article: '第六十四条' })),
      { category: 'with_police', article: '第四十六条第一款第一项' },
    ],
    extension: {
      length: 30,
      times: 1,
      by: 'approver',
      article: '第六十四条',
      further: { by: 'collective', article: '第六十四条' },
    },
  }),
  rule('case.review', 10, 'workday', {
    ...by('第五十五条'),
    extension: { length: 30, times: 1, by: 'approver', article: '第五十五条' },
  }),
  rule('case.statement', 5, 'workday', since2021('第五十七条')),
  rule('case.presider', 3, 'workday', { law: HEARINGS, article: '第十八条', validFrom: '2019-04-01' }),
  rule('case.serve', 7, 'workday', by('第八十一条')),
  rule('case.pay', 15, 'day', {
    ...by('第七十二条'),
    roll: 'rest_of_notice',
    extension: { length: 365, times: 9, by: 'approver', article: '第七十四条' },
  }),
  rule('case.urge', 10, 'workday', by('第七十六条')),
  rule('case.close', 15, 'workday', by('第七十七条')),
  rule('case.archive', 7, 'workday', by('第七十条')),
  rule('case.hand_in', 2, 'workday', by('第七十三条')),
  rule('measure.report', 24, 'hour', by('第三十三条、第三十六条')),
  rule('measure.register', 7, 'workday', by('第三十五条')),
  rule('measure.seize', 30, 'day', {
    ...by('第三十八条'),
    pauses: testing('第三十八条'),
    extension: { length: 30, times: 1, by: 'approver', article: '第三十八条' },
  }),
] as const;

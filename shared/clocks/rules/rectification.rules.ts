import { rule } from '../rule.ts';

const custom = { law: '责令改正通知书载明的期限', article: null, validFrom: '2000-01-01', custom: true };

/** A rectification ends when its order says; the length here stands only where an order names none. */
export const RECTIFICATION_RULES = [
  rule('rectification.correct', 15, 'day', {
    ...custom,
    extension: { length: 60, times: 3, by: 'approver', article: '责令改正通知书' },
  }),
  rule('rectification.verify', 10, 'workday', custom),
  /** What a product spot check found is looked at again within seventy-five days of the order. */
  rule('rectification.recheck', 75, 'day', {
    law: '产品质量监督抽查管理暂行办法',
    article: '第四十七条',
    validFrom: '2020-01-01',
    roll: 'rest_of_notice',
  }),
  /** What failed then was announced by the province: it is looked at once more between sixty and ninety days after that. */
  rule('rectification.second', 90, 'day', {
    law: '产品质量监督抽查管理暂行办法',
    article: '第四十八条',
    validFrom: '2020-01-01',
    roll: 'rest_of_notice',
  }),
] as const;

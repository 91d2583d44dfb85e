import { rule } from '../rule.ts';

const custom = { law: '检查计划', article: null, validFrom: '2000-01-01', custom: true };

/** A visit is due on the day its plan names; the length here stands only where a plan names none. */
export const SPOT_CHECK_RULES = [
  rule('spot_check.visit', 30, 'day', custom),
  rule('spot_check.record', 5, 'workday', { ...custom, law: '检查结果录入' }),
  rule('spot_check.review', 5, 'workday', { ...custom, law: '检查结果复核' }),
  /** What food inspections found is public within twenty working days; other inspections follow it as custom. */
  rule('spot_check.publish', 20, 'workday', {
    law: '食品生产经营监督检查管理办法',
    article: '第三十九条',
    validFrom: '2022-03-15',
  }),
] as const;

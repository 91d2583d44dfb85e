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

const food = (article: string) => ({ law: '食品安全抽样检验管理办法', article, validFrom: '2019-10-01' });
const product = (article: string) => ({
  law: '产品质量监督抽查管理暂行办法',
  article,
  validFrom: '2020-01-01',
  roll: 'rest_of_notice' as const,
});
const farm = { law: '农产品质量安全法', article: '第五十一条', validFrom: '2023-01-01' };

/** Limits of a sample, from its taking to the disposal of what it showed; each law's own re-test and objection. */
export const SAMPLE_RULES = [
  rule('spot_check.to_lab', 5, 'workday', food('第二十条')),
  rule('spot_check.lab_report', 20, 'workday', food('第二十四条')),
  rule('spot_check.serve', 5, 'workday', food('第二十九条')),
  rule('spot_check.disposal', 90, 'day', {
    ...food('第四十五条'),
    extension: { length: 90, times: 1, by: 'approver', article: '第四十五条' },
  }),
  rule('spot_check.ask_food', 7, 'workday', food('第三十条')),
  rule('spot_check.accept', 5, 'workday', food('第三十二条')),
  rule('spot_check.lab_food', 5, 'workday', food('第三十二条')),
  rule('spot_check.retest_food', 10, 'workday', food('第三十五条')),
  rule('spot_check.objection_process', 20, 'workday', food('第三十九条')),
  rule('spot_check.objection_other', 30, 'workday', food('第三十九条')),
  rule('spot_check.ask_farm', 5, 'workday', farm),
  rule('spot_check.ask_fast', 4, 'hour', farm),
  rule('spot_check.retest_farm', 7, 'workday', farm),
  rule('spot_check.ask_product', 15, 'day', product('第三十六条')),
  rule('spot_check.lab_product', 10, 'day', product('第三十九条')),
] as const;

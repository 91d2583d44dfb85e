import { rule } from '../rule.ts';

const custom = { law: '专项行动方案载明的期限', article: null, validFrom: '2000-01-01', custom: true };

/** What a campaign's own plan fixes; the lengths here stand only where it fixes none. */
export const CAMPAIGN_RULES = [
  rule('campaign.carry_out', 90, 'day', {
    ...custom,
    extension: { length: 180, times: 3, by: 'coordinator', article: '专项行动方案' },
  }),
  rule('campaign.sum_up', 15, 'workday', custom),
  rule('assignment.acknowledge', 2, 'workday', custom),
  rule('assignment.report', 30, 'day', {
    ...custom,
    extension: { length: 180, times: 3, by: 'coordinator', article: '专项行动方案' },
  }),
] as const;

import { KINDS, type Kind } from '../dossiers/dossier.kinds.ts';

/** The part an office takes in a campaign: one leads 牵头, the others support 配合. */
export const CAMPAIGN_PARTS = ['lead', 'supporting'] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** Stages of a plan: 动员, 实施, 总结. */
export const PHASES = ['mobilise', 'carry_out', 'sum_up'] as const;
export type Phase = (typeof PHASES)[number];

/** How often offices hand in figures besides their records. */
export const REPORTINGS = ['none', 'week', 'fortnight', 'month'] as const;
export type Reporting = (typeof REPORTINGS)[number];

/** What an office may be asked to do a number of: records of these ledgers. */
export const TARGET_KINDS = KINDS.filter((kind) => kind !== 'campaign' && kind !== 'assignment') as Exclude<
  Kind,
  'campaign' | 'assignment'
>[];

/** The longest a campaign's plan, or one lengthening of it, may run. */
export const LONGEST_CAMPAIGN = 730;
export const LONGEST_LENGTHENING = 180;

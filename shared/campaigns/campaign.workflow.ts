export const CAMPAIGN_STATES = ['drafted', 'issued', 'running', 'to_sum_up', 'ended', 'withdrawn'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** States in which records are begun under a campaign. */
export const OPEN_TO_RECORDS = ['issued', 'running', 'to_sum_up'] as const satisfies readonly CampaignState[];

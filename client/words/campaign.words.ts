import type { Words } from '#client/kernel/words.ts';

/** The texts of the campaign screens. */
export const campaignScreenWords = {
  'campaign.under': ['专项行动', 'Campaign'],
  'ComplaintIntake.campaignId': ['专项行动', 'Campaign'],
  'CaseIntake.campaignId': ['专项行动', 'Campaign'],
  'SummaryCase.campaignId': ['专项行动', 'Campaign'],
  'RectificationOrder.campaignId': ['专项行动', 'Campaign'],
  'TransferDraft.campaignId': ['专项行动', 'Campaign'],
  'campaign.under_none': ['不属于专项行动', 'Under none'],
} as const satisfies Words;

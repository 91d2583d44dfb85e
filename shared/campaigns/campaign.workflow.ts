import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import { openSteps, type Step } from '../kernel/workflow.ts';

export const CAMPAIGN_STATES = ['drafted', 'issued', 'running', 'to_sum_up', 'ended', 'withdrawn'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** States in which records are begun under a campaign. */
export const OPEN_TO_RECORDS = ['issued', 'running', 'to_sum_up'] as const satisfies readonly CampaignState[];

interface CampaignStep extends Step<CampaignState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
}

/**
 * The life of a campaign 专项行动. Read: "`issue` takes a drafted one to issued and needs campaign.run." It begins by itself once the first
 * office has acknowledged; how long it runs, its plan says.
 */
export const CAMPAIGN_STEPS = {
  issue: { from: ['drafted'], to: 'issued', permission: 'campaign.run' },
  begin: { from: ['issued'], to: 'running', permission: 'campaign.run' },
  extend: { from: ['issued', 'running'], to: 'running', permission: 'campaign.run', needsReason: true },
  sum_up: {
    from: ['running'],
    to: 'to_sum_up',
    permission: 'campaign.run',
    stops: 'campaign.carry_out',
    starts: 'campaign.sum_up',
  },
  end: { from: ['to_sum_up'], to: 'ended', permission: 'campaign.run', stops: 'campaign.sum_up' },
  reopen: {
    from: ['ended'],
    to: 'to_sum_up',
    permission: 'campaign.run',
    needsReason: true,
    starts: 'campaign.sum_up',
  },
  withdraw: { from: ['drafted', 'issued', 'running'], to: 'withdrawn', permission: 'campaign.run', needsReason: true },
} as const satisfies Record<string, CampaignStep>;

export type CampaignStepName = keyof typeof CAMPAIGN_STEPS;
export const CAMPAIGN_STEP_NAMES = Object.keys(CAMPAIGN_STEPS) as CampaignStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const campaignStep = (name: CampaignStepName): CampaignStep => CAMPAIGN_STEPS[name];

/** The steps one reader may take on one campaign now: the page's buttons and the service's guard are the same list. */
export const campaignStepsFor = (
  state: CampaignState,
  access: Access,
  permissions: ReadonlySet<Permission>,
): CampaignStepName[] =>
  openSteps(CAMPAIGN_STEPS, state, permissions).filter(
    (name) => ACCESS.indexOf(access) >= ACCESS.indexOf(campaignStep(name).access ?? 'own'),
  );

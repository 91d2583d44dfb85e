import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import { openSteps, type Step } from '../kernel/workflow.ts';
import { type CampaignState, OPEN_TO_RECORDS } from './campaign.workflow.ts';

export const ASSIGNMENT_STATES = [
  'to_acknowledge',
  'in_progress',
  'reported',
  'zero_reported',
  'excused',
  'missing',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

interface AssignmentStep extends Step<AssignmentState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
}

const byCoordinator = { permission: 'campaign.run', access: 'edit', needsReason: true } as const;
const BOTH = ['assignment.acknowledge', 'assignment.report'] as const;

/**
 * What one office has to do in a campaign. Its own people acknowledge and report; excusing it, sending its report back and noting that
 * none came is the coordinators', who take part in it. Silence is not zero: that nothing was found is reported too.
 */
export const ASSIGNMENT_STEPS = {
  acknowledge: {
    from: ['to_acknowledge'],
    to: 'in_progress',
    permission: 'assignment.report',
    stops: 'assignment.acknowledge',
  },
  report: { from: ['in_progress'], to: 'reported', permission: 'assignment.report', stops: 'assignment.report' },
  report_zero: {
    from: ['in_progress'],
    to: 'zero_reported',
    permission: 'assignment.report',
    stops: 'assignment.report',
  },
  excuse: { from: ['to_acknowledge', 'in_progress'], to: 'excused', ...byCoordinator, stops: BOTH },
  note_missing: { from: ['to_acknowledge', 'in_progress'], to: 'missing', ...byCoordinator, stops: BOTH },
  send_back: { from: ['reported', 'zero_reported'], to: 'in_progress', ...byCoordinator },
  resume: { from: ['excused', 'missing'], to: 'in_progress', ...byCoordinator },
} as const satisfies Record<string, AssignmentStep>;

export type AssignmentStepName = keyof typeof ASSIGNMENT_STEPS;
export const ASSIGNMENT_STEP_NAMES = Object.keys(ASSIGNMENT_STEPS) as AssignmentStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const assignmentStep = (name: AssignmentStepName): AssignmentStep => ASSIGNMENT_STEPS[name];

/** What of an assignment decides which steps are open; nothing moves once its campaign has ended. */
export interface AssignmentStanding {
  readonly state: AssignmentState;
  readonly campaignState: CampaignState;
  /** The last day to report; a report is missing only after it. */
  readonly reportBy: string;
  readonly today: string;
}

/** The steps one reader may take on one assignment now: the page's buttons and the service's guard are the same list. */
export function assignmentStepsFor(
  { state, campaignState, reportBy, today }: AssignmentStanding,
  access: Access,
  permissions: ReadonlySet<Permission>,
): AssignmentStepName[] {
  if (!(OPEN_TO_RECORDS as readonly CampaignState[]).includes(campaignState)) return [];
  return openSteps(ASSIGNMENT_STEPS, state, permissions).filter((name) => {
    if (ACCESS.indexOf(access) < ACCESS.indexOf(assignmentStep(name).access ?? 'own')) return false;
    return name !== 'note_missing' || today > reportBy;
  });
}

import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';

export const SPOT_CHECK_STATES = ['to_draw', 'to_check', 'checking', 'to_review', 'done', 'cancelled'] as const;
export type SpotCheckState = (typeof SPOT_CHECK_STATES)[number];

interface SpotCheckStep extends Step<SpotCheckState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
}

/**
 * The life of a spot check 监督抽查. Read: "`begin` takes it from to_check to checking, needs spot_check.handle, starts the limit to write it
 * up." The limit of the visit is the day the plan names, so each plan has a clock of its own, which the service stops.
 */
export const SPOT_CHECK_STEPS = {
  target: { from: ['to_draw'], to: 'to_check', permission: 'spot_check.handle' },
  reschedule: { from: ['to_draw', 'to_check'], to: 'to_check', permission: 'spot_check.handle', needsReason: true },
  begin: { from: ['to_check'], to: 'checking', permission: 'spot_check.handle', starts: 'spot_check.record' },
  finish: {
    from: ['checking'],
    to: 'to_review',
    permission: 'spot_check.handle',
    stops: 'spot_check.record',
    starts: 'spot_check.review',
  },
  send_back: {
    from: ['to_review'],
    to: 'checking',
    permission: 'spot_check.approve',
    needsReason: true,
    stops: 'spot_check.review',
    starts: 'spot_check.record',
  },
  confirm: { from: ['to_review'], to: 'done', permission: 'spot_check.approve', stops: 'spot_check.review' },
  settle: { from: ['done'], to: 'done', permission: 'spot_check.handle' },
  publish: { from: ['done'], to: 'done', permission: 'spot_check.handle', stops: 'spot_check.publish' },
  cancel: {
    from: ['to_draw', 'to_check', 'checking'],
    to: 'cancelled',
    permission: 'spot_check.handle',
    needsReason: true,
  },
  reopen: {
    from: ['done', 'cancelled'],
    to: 'checking',
    permission: 'spot_check.approve',
    needsReason: true,
    stops: 'spot_check.publish',
  },
} as const satisfies Record<string, SpotCheckStep>;

export type SpotCheckStepName = keyof typeof SPOT_CHECK_STEPS;
export const SPOT_CHECK_STEP_NAMES = Object.keys(SPOT_CHECK_STEPS) as SpotCheckStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const spotCheckStep = (name: SpotCheckStepName): SpotCheckStep => SPOT_CHECK_STEPS[name];

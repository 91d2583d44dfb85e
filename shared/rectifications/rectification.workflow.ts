import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';

export const RECTIFICATION_STATES = ['to_correct', 'to_verify', 'signed_off', 'to_case', 'withdrawn'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** States in which work is still owed. */
export const OPEN_RECTIFICATION_STATES = ['to_correct', 'to_verify'] as const;

interface RectificationStep extends Step<RectificationState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
}

/**
 * The life of an order to correct 责令改正. Read: "`report` takes it from to_correct to to_verify, needs rectification.handle, stops the
 * order's own limit and starts the visit's." A visit's result decides where it leads: the row names the best end; partly or failed it
 * goes back with a new limit, or to a case. `announce` leaves the state as it is.
 */
export const RECTIFICATION_STEPS = {
  report: {
    from: ['to_correct'],
    to: 'to_verify',
    permission: 'rectification.handle',
    access: 'edit',
    stops: 'rectification.correct',
    starts: 'rectification.verify',
  },
  visit: {
    from: ['to_correct', 'to_verify'],
    to: 'signed_off',
    permission: 'rectification.handle',
    access: 'edit',
    stops: ['rectification.correct', 'rectification.verify', 'rectification.second'],
  },
  announce: {
    from: OPEN_RECTIFICATION_STATES,
    to: 'to_correct',
    permission: 'rectification.handle',
    access: 'edit',
    starts: 'rectification.second',
  },
  ask_extension: {
    from: ['to_correct'],
    to: 'to_correct',
    permission: 'rectification.handle',
    access: 'edit',
    needsReason: true,
  },
  extend: { from: ['to_correct'], to: 'to_correct', permission: 'rectification.approve', needsReason: true },
  refuse_extension: { from: ['to_correct'], to: 'to_correct', permission: 'rectification.approve', needsReason: true },
  withdraw: {
    from: OPEN_RECTIFICATION_STATES,
    to: 'withdrawn',
    permission: 'rectification.approve',
    needsReason: true,
    stops: ['rectification.correct', 'rectification.verify'],
  },
  look_back: { from: ['signed_off'], to: 'signed_off', permission: 'rectification.handle', access: 'edit' },
  reopen: {
    from: ['signed_off', 'to_case', 'withdrawn'],
    to: 'to_correct',
    permission: 'rectification.approve',
    needsReason: true,
  },
} as const satisfies Record<string, RectificationStep>;

export type RectificationStepName = keyof typeof RECTIFICATION_STEPS;
export const RECTIFICATION_STEP_NAMES = Object.keys(RECTIFICATION_STEPS) as RectificationStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const rectificationStep = (name: RectificationStepName): RectificationStep => RECTIFICATION_STEPS[name];

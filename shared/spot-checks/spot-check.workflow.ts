import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';
import type { CheckKind } from './spot-check.lists.ts';

export const SPOT_CHECK_STATES = [
  'to_draw',
  'to_check',
  'checking',
  'testing',
  'to_serve',
  'disposing',
  'to_review',
  'done',
  'cancelled',
] as const;
export type SpotCheckState = (typeof SPOT_CHECK_STATES)[number];

interface SpotCheckStep extends Step<SpotCheckState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
  /** The kinds it is of; all where nothing is said. */
  readonly kinds?: readonly CheckKind[];
}

const VISITS = ['inspection', 'metering'] as const;
const SAMPLES = ['sampling'] as const;
const permission = 'spot_check.handle';
const disposing = { from: ['disposing'], to: 'disposing', permission, kinds: SAMPLES } as const;

/**
 * The life of a spot check 监督抽查. Read: "`begin` takes it from to_check to checking, needs spot_check.handle, starts the limit to write it
 * up." The limit of the visit is the day the plan names, so each plan has a clock of its own, which the service stops; the limits of a
 * sample are those of the law it is taken under (`SAMPLE_CLOCKS`). A sample found good goes on to review, any other is served first; a
 * re-test or an objection may take the result away.
 */
export const SPOT_CHECK_STEPS = {
  target: { from: ['to_draw'], to: 'to_check', permission },
  reschedule: { from: ['to_draw', 'to_check'], to: 'to_check', permission, needsReason: true },
  begin: { from: ['to_check'], to: 'checking', permission, kinds: VISITS, starts: 'spot_check.record' },
  finish: {
    from: ['checking'],
    to: 'to_review',
    permission,
    kinds: VISITS,
    stops: 'spot_check.record',
    starts: 'spot_check.review',
  },
  sample: { from: ['to_check'], to: 'testing', permission, kinds: SAMPLES },
  send: { from: ['testing'], to: 'testing', permission, kinds: SAMPLES, stops: 'spot_check.to_lab' },
  report: {
    from: ['testing'],
    to: 'to_review',
    permission,
    kinds: SAMPLES,
    stops: ['spot_check.lab_report', 'spot_check.record'],
  },
  serve: { from: ['to_serve'], to: 'disposing', permission, kinds: SAMPLES, stops: 'spot_check.serve' },
  ask_retest: disposing,
  decide_retest: { ...disposing, stops: 'spot_check.accept' },
  name_lab: { ...disposing, stops: ['spot_check.lab_food', 'spot_check.lab_product'] },
  retest: { ...disposing, stops: ['spot_check.retest_food', 'spot_check.retest_farm'] },
  object: disposing,
  decide_objection: { ...disposing, stops: ['spot_check.objection_process', 'spot_check.objection_other'] },
  dispose: {
    from: ['disposing'],
    to: 'to_review',
    permission,
    kinds: SAMPLES,
    stops: ['spot_check.record', 'spot_check.disposal'],
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
  settle: { from: ['done'], to: 'done', permission },
  publish: { from: ['done'], to: 'done', permission, stops: 'spot_check.publish' },
  cancel: { from: ['to_draw', 'to_check', 'checking', 'testing'], to: 'cancelled', permission, needsReason: true },
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

import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';

export const COMPLAINT_STATES = [
  'to_dispatch',
  'dispatched',
  'disputed',
  'to_decide',
  'in_hand',
  'in_review',
  'closed',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Every state in which work is still owed. */
export const OPEN_STATES = COMPLAINT_STATES.filter((state) => state !== 'closed');

interface ComplaintStep extends Step<ComplaintState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
  /** Only where this procedure is part of the intake. */
  readonly procedure?: 'complaint' | 'report';
}

const undecided = ['to_dispatch', 'dispatched', 'disputed', 'to_decide'] as const;
const working = ['to_decide', 'in_hand'] as const;

/**
 * The life of a complaint or report. Read: "`accept` takes it from to_decide to in_hand, needs complaint.decide, stops the
 * accepting clock and starts mediation." A step whose own procedure is not the last open one leaves the state to the other.
 */
export const COMPLAINT_STEPS = {
  dispatch: { from: ['to_dispatch'], to: 'dispatched', permission: 'complaint.dispatch', access: 'overview' },
  acknowledge: { from: ['dispatched'], to: 'to_decide', permission: 'complaint.handle' },
  give_back: { from: ['dispatched'], to: 'to_dispatch', permission: 'complaint.handle', needsReason: true },
  dispute: {
    from: ['dispatched', 'to_decide'],
    to: 'disputed',
    permission: 'complaint.handle',
    needsReason: true,
    starts: 'complaint.dispute',
  },
  rule: {
    from: ['disputed'],
    to: 'dispatched',
    permission: 'complaint.rule',
    access: 'overview',
    needsReason: true,
    stops: 'complaint.dispute',
  },
  pass_on: { from: working, to: 'dispatched', permission: 'complaint.dispatch', needsReason: true },
  ask_facts: {
    from: ['to_decide'],
    to: 'to_decide',
    permission: 'complaint.decide',
    needsReason: true,
    procedure: 'complaint',
  },
  accept: {
    from: working,
    to: 'in_hand',
    permission: 'complaint.decide',
    procedure: 'complaint',
    stops: 'complaint.accept',
    starts: 'complaint.mediate',
  },
  refuse: {
    from: working,
    to: 'closed',
    permission: 'complaint.decide',
    needsReason: true,
    procedure: 'complaint',
    stops: 'complaint.accept',
  },
  guide: { from: ['to_decide'], to: 'closed', permission: 'complaint.decide', needsReason: true },
  verify: { from: working, to: 'in_hand', permission: 'complaint.decide', procedure: 'report' },
  answer: { from: working, to: 'closed', permission: 'complaint.handle' },
  settle: {
    from: ['in_hand'],
    to: 'in_hand',
    permission: 'complaint.handle',
    needsReason: true,
    procedure: 'complaint',
    stops: 'complaint.mediate',
  },
  end_mediation: {
    from: ['in_hand'],
    to: 'in_hand',
    permission: 'complaint.handle',
    needsReason: true,
    procedure: 'complaint',
    stops: 'complaint.mediate',
    starts: 'complaint.inform',
  },
  inform: {
    from: ['in_hand', 'in_review', 'closed'],
    to: 'in_hand',
    permission: 'complaint.handle',
    stops: 'complaint.inform',
  },
  file_case: {
    from: ['in_hand'],
    to: 'in_hand',
    permission: 'complaint.approve',
    needsReason: true,
    procedure: 'report',
    stops: 'report.verify',
  },
  not_file: {
    from: ['in_hand'],
    to: 'in_hand',
    permission: 'complaint.approve',
    needsReason: true,
    procedure: 'report',
    stops: 'report.verify',
  },
  submit: { from: ['in_hand'], to: 'in_review', permission: 'complaint.handle', needsReason: true },
  send_back: { from: ['in_review'], to: 'in_hand', permission: 'complaint.approve', needsReason: true },
  approve: { from: ['in_review'], to: 'closed', permission: 'complaint.approve' },
  withdraw: {
    from: [...undecided, 'in_hand', 'in_review'],
    to: 'closed',
    permission: 'complaint.handle',
    needsReason: true,
  },
  merge: {
    from: [...undecided, 'in_hand', 'in_review'],
    to: 'closed',
    permission: 'complaint.handle',
    needsReason: true,
  },
  reopen: { from: ['closed'], to: 'in_hand', permission: 'complaint.reopen', needsReason: true },
  visit: { from: ['closed'], to: 'closed', permission: 'complaint.handle' },
} as const satisfies Record<string, ComplaintStep>;

export type ComplaintStepName = keyof typeof COMPLAINT_STEPS;
export const COMPLAINT_STEP_NAMES = Object.keys(COMPLAINT_STEPS) as ComplaintStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const complaintStep = (name: ComplaintStepName): ComplaintStep => COMPLAINT_STEPS[name];

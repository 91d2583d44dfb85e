import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';

export const CASE_STATES = [
  'clue',
  'to_file',
  'investigating',
  'suspended',
  'in_review',
  'to_tell',
  'told',
  'to_decide',
  'decided',
  'performing',
  'with_police',
  'to_close',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Every state in which work is still owed. */
export const OPEN_CASE_STATES = CASE_STATES.filter((state) => state !== 'closed');

/** Filed and not yet decided: the ninety days run. */
const inquiry = ['investigating', 'in_review', 'to_tell', 'told', 'to_decide'] as const;

interface CaseStep extends Step<CaseState, Permission, ClockName> {
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
}

/**
 * The life of a violation case in the ordinary procedure. Read: "`file` takes a case from to_file to investigating, needs case.approve,
 * stops the verifying clock and starts the ninety days." The summary procedure enters at performing. A step whose facts decide its
 * end (a decision, a review after the hearing) may leave the row's state to the service; the row names the usual one.
 */
export const CASE_STEPS = {
  propose: { from: ['clue'], to: 'to_file', permission: 'case.handle', needsReason: true },
  file: {
    from: ['to_file'],
    to: 'investigating',
    permission: 'case.approve',
    stops: 'case.verify',
    starts: 'case.decide',
  },
  not_file: { from: ['to_file'], to: 'closed', permission: 'case.approve', needsReason: true, stops: 'case.verify' },
  return_proposal: { from: ['to_file'], to: 'clue', permission: 'case.approve', needsReason: true },
  suspend: { from: inquiry, to: 'suspended', permission: 'case.approve', needsReason: true },
  resume: { from: ['suspended'], to: 'investigating', permission: 'case.approve', needsReason: true },
  submit_review: { from: ['investigating'], to: 'in_review', permission: 'case.handle', starts: 'case.review' },
  pass_review: {
    from: ['in_review'],
    to: 'to_tell',
    permission: 'case.review',
    needsReason: true,
    stops: 'case.review',
  },
  return_review: {
    from: ['in_review'],
    to: 'investigating',
    permission: 'case.review',
    needsReason: true,
    stops: 'case.review',
  },
  approve_notice: { from: ['to_tell'], to: 'to_tell', permission: 'case.approve' },
  tell: { from: ['to_tell'], to: 'told', permission: 'case.handle', starts: 'case.statement' },
  hear_statement: { from: ['told'], to: 'told', permission: 'case.handle' },
  ask_hearing: { from: ['told'], to: 'told', permission: 'case.handle', starts: 'case.presider' },
  hold_hearing: { from: ['told'], to: 'told', permission: 'case.handle', stops: 'case.presider' },
  propose_decision: { from: ['told'], to: 'to_decide', permission: 'case.handle', stops: 'case.statement' },
  discuss: { from: ['to_decide'], to: 'to_decide', permission: 'case.approve', needsReason: true },
  return_decision: { from: ['to_decide'], to: 'investigating', permission: 'case.approve', needsReason: true },
  decide: {
    from: ['to_decide'],
    to: 'decided',
    permission: 'case.approve',
    stops: 'case.decide',
    starts: 'case.serve',
  },
  serve: { from: ['decided'], to: 'performing', permission: 'case.handle', stops: 'case.serve' },
  pay: { from: ['performing'], to: 'performing', permission: 'case.handle' },
  defer: { from: ['performing'], to: 'performing', permission: 'case.approve', needsReason: true },
  urge: { from: ['performing'], to: 'performing', permission: 'case.handle', starts: 'case.urge' },
  apply_enforcement: {
    from: ['performing'],
    to: 'performing',
    permission: 'case.approve',
    needsReason: true,
    stops: ['case.urge', 'case.pay'],
  },
  perform: { from: ['performing'], to: 'to_close', permission: 'case.handle', needsReason: true, starts: 'case.close' },
  terminate: {
    from: [...inquiry, 'suspended'],
    to: 'to_close',
    permission: 'case.approve',
    needsReason: true,
    starts: 'case.close',
  },
  withdraw: {
    from: [...inquiry, 'suspended'],
    to: 'to_close',
    permission: 'case.approve',
    needsReason: true,
    starts: 'case.close',
  },
  close: { from: ['to_close'], to: 'closed', permission: 'case.approve', stops: 'case.close' },
  archive: { from: ['performing'], to: 'performing', permission: 'case.handle', stops: 'case.archive' },
  hand_in: { from: ['performing'], to: 'performing', permission: 'case.handle', stops: 'case.hand_in' },
  reopen: { from: ['closed'], to: 'investigating', permission: 'case.reopen', needsReason: true },
} as const satisfies Record<string, CaseStep>;

export type CaseStepName = keyof typeof CASE_STEPS;
export const CASE_STEP_NAMES = Object.keys(CASE_STEPS) as CaseStepName[];

/** One step as the table's general shape, for readers that take any step. */
export const caseStep = (name: CaseStepName): CaseStep => CASE_STEPS[name];

import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import { openSteps } from '../kernel/workflow.ts';
import type { Decision, Intake } from './complaint.lists.ts';
import { COMPLAINT_STEPS, type ComplaintState, type ComplaintStepName, complaintStep } from './complaint.workflow.ts';

/** What of a complaint decides which steps are open. */
export interface ComplaintStanding {
  readonly state: ComplaintState;
  readonly intake: Intake;
  readonly complaintDecision: Decision | null;
  readonly reportDecision: Decision | null;
  readonly ruled: boolean;
}

export const hasComplaint = (intake: Intake) => intake === 'complaint' || intake === 'both';
export const hasReport = (intake: Intake) => intake === 'report' || intake === 'both';

/** Steps that wait for something besides the state: the procedure's own decision, or a ruling. */
const CONDITIONS: Partial<Record<ComplaintStepName, (at: ComplaintStanding) => boolean>> = {
  ask_facts: (at) => at.complaintDecision === null,
  accept: (at) => at.complaintDecision === null,
  refuse: (at) => at.complaintDecision === null,
  settle: (at) => at.complaintDecision === 'accepted',
  end_mediation: (at) => at.complaintDecision === 'accepted',
  verify: (at) => at.reportDecision === null,
  file_case: (at) => at.reportDecision === 'verifying',
  not_file: (at) => at.reportDecision === 'verifying',
  give_back: (at) => !at.ruled,
  dispute: (at) => !at.ruled,
  guide: (at) => at.complaintDecision === null && at.reportDecision === null,
  answer: (at) => !hasComplaint(at.intake) && !hasReport(at.intake),
  submit: (at) => hasComplaint(at.intake) || hasReport(at.intake),
};

/** The steps one reader may take on one complaint now: the page's buttons and the service's guard are the same list. */
export function stepsFor(
  at: ComplaintStanding,
  access: Access,
  permissions: ReadonlySet<Permission>,
): ComplaintStepName[] {
  return openSteps(COMPLAINT_STEPS, at.state, permissions).filter((name) => {
    const step = complaintStep(name);
    if (ACCESS.indexOf(access) < ACCESS.indexOf(step.access ?? 'own')) return false;
    if (step.procedure === 'complaint' && !hasComplaint(at.intake)) return false;
    if (step.procedure === 'report' && !hasReport(at.intake)) return false;
    return CONDITIONS[name]?.(at) ?? true;
  });
}

/** What still keeps a complaint from being submitted for closing, as words' keys; empty when nothing does. */
export function blockersOf(at: ComplaintStanding): string[] {
  const blockers: string[] = [];
  if (hasComplaint(at.intake) && !['refused', 'settled', 'ended'].includes(at.complaintDecision ?? ''))
    blockers.push('complaint_open');
  if (hasReport(at.intake) && !['filed', 'not_filed'].includes(at.reportDecision ?? '')) blockers.push('report_open');
  return blockers;
}

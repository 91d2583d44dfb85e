import { t } from '#client/kernel/words.ts';
import type { Intake } from '#shared/complaints/complaint.lists.ts';
import { hasComplaint, hasReport } from '#shared/complaints/complaint.steps.ts';
import type { ComplaintState } from '#shared/complaints/complaint.workflow.ts';

/** What of a row says what comes next. */
export interface NextOf {
  readonly state: ComplaintState;
  /** Unknown where the row is one of several ledgers: then the clock that runs tells. */
  readonly intake: Intake | null;
  readonly clockName: string | null;
  readonly pausedOn: string | null;
}

/** What comes next with a record, in a word or two, as far as its row tells. */
export function nextStep({ state, intake, clockName, pausedOn }: NextOf): string {
  if (clockName === 'complaint.inform') return t('next.inform');
  if (state === 'closed') return t('next.closed');
  if (pausedOn) return t('next.paused');
  if (state !== 'to_decide' && state !== 'in_hand') return t(`next.${state}`);
  if (state === 'in_hand') {
    if (clockName === 'report.verify') return t('next.in_hand.report');
    if (clockName === 'complaint.mediate') return t('next.in_hand.complaint');
    if (!intake) return t('next.in_hand.finish');
    return t(hasComplaint(intake) || hasReport(intake) ? 'next.in_hand.done' : 'next.in_hand.other');
  }
  if (intake ? hasComplaint(intake) : clockName === 'complaint.accept') return t('next.to_decide.complaint');
  if (intake ? hasReport(intake) : clockName === 'report.verify') return t('next.to_decide.report');
  return t('next.to_decide.other');
}

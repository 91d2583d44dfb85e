import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf, servingIn } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import type { Permission } from '#shared/auth/permissions.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';

/** Whose turn it is in a state that waits for somebody other than the officers. */
const WAITS_FOR: Partial<Record<CaseState, Permission>> = {
  to_file: 'case.approve',
  in_review: 'case.review',
  to_tell: 'case.approve',
  to_decide: 'case.approve',
  to_close: 'case.approve',
};
/** States in which the officers go on; coming back to one from a judge's desk is being sent back. */
const OFFICERS: readonly string[] = ['clue', 'investigating', 'told', 'decided', 'performing'];

/** Tells whoever must act next; what waited for the step before waits no more. */
export async function tellOfCaseStep(work: Work, before: DossierRow, after: DossierRow): Promise<void> {
  await settleStep(work, after);
  if (after.state === before.state) return;
  const officers = () => servingIn(work.tx, after.ownerOfficeId, [after.handlerId]);
  const waits = WAITS_FOR[after.state as CaseState];
  if (waits)
    return void (await notify(work, after.id, 'submitted', await holdersOf(work.tx, after.ownerOfficeId, waits)));
  if (after.state === 'closed') return void (await notify(work, after.id, 'closed', await officers()));
  if (before.state === 'closed') return void (await notify(work, after.id, 'reopened', await officers()));
  if (OFFICERS.includes(after.state) && WAITS_FOR[before.state as CaseState])
    await notify(
      work,
      after.id,
      after.state === 'clue' || after.state === 'investigating' ? 'sent_back' : 'assigned',
      await officers(),
    );
}

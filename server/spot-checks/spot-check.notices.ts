import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf, type Post, servingIn } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { SpotCheckStepName } from '#shared/spot-checks/spot-check.workflow.ts';

/** Whoever works a record: its handler, or whoever may where it has none. */
export async function inspectorsOf({ tx }: Pick<Work, 'tx'>, dossier: DossierRow): Promise<Post[]> {
  const handler = await servingIn(tx, dossier.ownerOfficeId, [dossier.handlerId]);
  return handler.length > 0 ? handler : holdersOf(tx, dossier.ownerOfficeId, 'spot_check.handle');
}

/** Tells whoever must act next; what waited for the step before waits no more. */
export async function tellOfSpotCheck(
  work: Work,
  step: SpotCheckStepName,
  before: DossierRow,
  after: DossierRow,
): Promise<void> {
  await settleStep(work, after);
  if (after.state === before.state) return;
  if (step === 'finish')
    return void (await notify(
      work,
      after.id,
      'submitted',
      await holdersOf(work.tx, after.ownerOfficeId, 'spot_check.approve'),
    ));
  const handlers = await inspectorsOf(work, after);
  if (step === 'send_back') await notify(work, after.id, 'sent_back', handlers);
  else if (ENDS.spot_check.includes(after.state)) await notify(work, after.id, 'closed', handlers);
  else if (ENDS.spot_check.includes(before.state)) await notify(work, after.id, 'reopened', handlers);
  else await notify(work, after.id, 'assigned', handlers);
}

import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf, type Post, servingIn } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { RectificationStepName } from '#shared/rectifications/rectification.workflow.ts';

/** Whoever works a record: its handler, or whoever may where it has none. */
export async function handlersOf({ tx }: Pick<Work, 'tx'>, { ownerOfficeId, handlerId }: DossierRow): Promise<Post[]> {
  const handler = await servingIn(tx, ownerOfficeId, [handlerId]);
  return handler.length > 0 ? handler : holdersOf(tx, ownerOfficeId, 'rectification.handle');
}

/** Tells whoever must act next; what waited for the step before waits no more. */
export async function tellOfRectification(
  work: Work,
  step: RectificationStepName,
  before: DossierRow,
  after: DossierRow,
): Promise<void> {
  await settleStep(work, after);
  const ended = ENDS.rectification.includes(after.state);
  if (step === 'ask_extension')
    return void (await notify(
      work,
      after.id,
      'submitted',
      await holdersOf(work.tx, after.ownerOfficeId, 'rectification.approve'),
    ));
  const handlers = await handlersOf(work, after);
  if (step === 'extend') await notify(work, after.id, 'assigned', handlers);
  else if (step === 'refuse_extension') await notify(work, after.id, 'sent_back', handlers);
  else if (after.state === before.state) return;
  else if (ended) await notify(work, after.id, 'closed', handlers);
  else if (ENDS.rectification.includes(before.state)) await notify(work, after.id, 'reopened', handlers);
  else await notify(work, after.id, 'assigned', handlers);
}

import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { coordinatorsOf, holdersOf, type Post, servingIn } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import type { ComplaintStepName } from '#shared/complaints/complaint.workflow.ts';
import type { NoticeEvent } from '#shared/notices/notice.events.ts';
import type { ComplaintColumns } from './complaint.table.ts';

/** A step as others are told of it: the rows before and after. */
export interface Stepped {
  readonly step: ComplaintStepName;
  readonly before: DossierRow;
  readonly after: DossierRow;
  readonly complaint: Pick<ComplaintColumns, 'submittedBy'>;
}

type Told = Extract<
  NoticeEvent,
  'dispatched' | 'returned' | 'disputed' | 'submitted' | 'sent_back' | 'closed' | 'reopened'
>;

/** Who is told of what. Whoever gives matters out in an office also takes them in. */
const AUDIENCE: Record<Told, (work: Work, at: Stepped) => Promise<Post[]>> = {
  dispatched: ({ tx }, { after }) => holdersOf(tx, after.ownerOfficeId, 'complaint.dispatch'),
  returned: ({ tx }, { after }) => holdersOf(tx, after.ownerOfficeId, 'complaint.dispatch'),
  disputed: ({ tx }, { after }) => coordinatorsOf(tx, after.id, 'complaint.rule'),
  submitted: ({ tx }, { after }) => holdersOf(tx, after.ownerOfficeId, 'complaint.approve'),
  sent_back: ({ tx }, at) => servingIn(tx, at.after.ownerOfficeId, [at.after.handlerId, at.complaint.submittedBy]),
  closed: ({ tx }, at) => servingIn(tx, at.after.ownerOfficeId, [at.after.handlerId, at.complaint.submittedBy]),
  async reopened({ tx }, { after }) {
    const handler = await servingIn(tx, after.ownerOfficeId, [after.handlerId]);
    return handler.length > 0 ? handler : holdersOf(tx, after.ownerOfficeId, 'complaint.dispatch');
  },
};

/** Tells whoever must act next; what waited for the step before waits no more. */
export async function tellOfStep(work: Work, at: Stepped): Promise<void> {
  const { before, after } = at;
  await settleStep(work, after);
  const event = eventOf(at);
  if (event) await notify(work, after.id, event, await AUDIENCE[event](work, at));
  await tellHandler(work, before, after);
}

function eventOf({ step, before, after }: Stepped): Told | null {
  if (after.state === 'closed') return before.state === 'closed' ? null : 'closed';
  if (after.state === 'disputed') return 'disputed';
  if (step === 'give_back') return 'returned';
  if (after.state === 'dispatched') return 'dispatched';
  if (step === 'submit') return 'submitted';
  if (step === 'send_back') return 'sent_back';
  return step === 'reopen' ? 'reopened' : null;
}

/** Tells a person that a record is theirs now; nobody is told of what they took themselves. */
export async function tellHandler(work: Work, before: Pick<DossierRow, 'handlerId'>, after: DossierRow): Promise<void> {
  if (after.handlerId === before.handlerId || after.state === 'closed') return;
  await notify(work, after.id, 'assigned', await servingIn(work.tx, after.ownerOfficeId, [after.handlerId]));
}

/** Tells an office that a newly registered matter was dispatched to it. */
export async function tellOfRegistration(work: Work, made: DossierRow): Promise<void> {
  if (made.state === 'dispatched')
    await notify(work, made.id, 'dispatched', await holdersOf(work.tx, made.ownerOfficeId, 'complaint.dispatch'));
}

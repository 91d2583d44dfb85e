import type { Stepped } from '#server/dossiers/step.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { coordinatorsOf, holdersOf, type Post, servingIn } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { NoticeEvent } from '#shared/notices/notice.events.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import type { TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import type { TransferStepName } from '#shared/transfers/transfer.workflow.ts';
import { sameLine } from './transfer.sides.ts';
import { columnsOf } from './transfer.standing.ts';
import type { TransferColumns } from './transfer.table.ts';

type At = Stepped<TransferColumns, TransferStepAsk>;
type Audience = (work: Work, at: At) => Promise<Post[]>;

/** Whoever drafted it, reported it and handles it at the sender. */
const senders: Audience = ({ tx }, { after, own }) =>
  servingIn(tx, after.ownerOfficeId, [after.handlerId, after.createdBy, own.reportedBy]);
const heads: Audience = ({ tx }, { after, own }) =>
  holdersOf(tx, after.ownerOfficeId, own.road === 'police' ? 'transfer.approve_police' : 'transfer.approve');
const sendersAndHeads: Audience = async (work, at) => [...(await senders(work, at)), ...(await heads(work, at))];
/** Whoever receives in the office it lies with now. */
const receivers: Audience = async ({ tx }, { after, own }) => {
  const { toOfficeId } = await columnsOf(tx, after.id);
  return holdersOf(tx, toOfficeId, own.road === 'police' ? 'transfer.police' : 'transfer.receive');
};
const overseers: Audience = async ({ tx }, { own }) =>
  own.copyOfficeId ? holdersOf(tx, own.copyOfficeId, 'transfer.oversee') : [];
const arbiters: Audience = async ({ tx }, { after, own }) => {
  if (!(await sameLine(tx, after.ownerOfficeId, own.toOfficeId))) return coordinatorsOf(tx, after.id, 'transfer.rule');
  const places = await officePlaces(tx);
  const line = places.find(({ id }) => id === after.ownerOfficeId)?.department;
  const above = places.find((place) => place.department === line && place.region === PREFECTURE && !place.successorId);
  return above ? holdersOf(tx, above.id, 'transfer.rule') : [];
};

type Telling = readonly [event: NoticeEvent, to: Audience];

/** Who is told of which step, and what it asks of them. */
const TOLD: Partial<Record<TransferStepName, readonly Telling[]>> = {
  submit: [['to_approve', heads]],
  approve: [['to_send', senders]],
  disapprove: [
    ['closed', senders],
    ['moved', overseers],
  ],
  send: [
    ['arrived', receivers],
    ['moved', overseers],
  ],
  acknowledge: [['moved', senders]],
  enter_receipt: [['moved', receivers]],
  accept: [['moved', senders]],
  forward: [
    ['arrived', receivers],
    ['moved', senders],
  ],
  reject: [['came_back', sendersAndHeads]],
  dispute: [['disputed', arbiters]],
  rule: [
    ['arrived', receivers],
    ['moved', senders],
  ],
  rule_back: [['came_back', sendersAndHeads]],
  ask_more: [['asked_more', senders]],
  supplement: [['moved', receivers]],
  file: [['to_hand_over', senders]],
  refuse: [
    ['came_back', sendersAndHeads],
    ['moved', overseers],
  ],
  ask_review: [['to_review', receivers]],
  review_file: [['to_hand_over', senders]],
  uphold: [
    ['came_back', sendersAndHeads],
    ['moved', overseers],
  ],
  ask_supervision: [
    ['moved', overseers],
    ['moved', receivers],
  ],
  supervise_file: [['to_hand_over', senders]],
  hand_goods: [['moved', receivers]],
  answer: [['closed', senders]],
};

/** Tells each side of what the other did; what waited for the step before waits no more. */
export async function tellOfTransferStep(work: Work, at: At): Promise<void> {
  await settleStep(work, at.after);
  for (const [event, to] of TOLD[at.step] ?? []) await notify(work, at.after.id, event, await to(work, at));
  if (at.step === 'reject' && at.after.state === 'disputed')
    await notify(work, at.after.id, 'disputed', await arbiters(work, at));
}

import { need } from '#server/kernel/need.ts';
import { keepForeignNumber } from '#server/numbers/number.service.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { dayOfInstant } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { BACK_RESULTS, resultsOf } from '#shared/transfers/transfer.lists.ts';
import { type At, aboutOf, closing, momentOf, type TransferMove, type TransferMoves } from './transfer.at.ts';
import { checkReceiver } from './transfer.draft.ts';
import { sameLine } from './transfer.sides.ts';
import { tellSource } from './transfer.sources.ts';

const UNSIGNED = { signedBy: null, signedAt: null, signedEnteredAt: null };

/** What the other side does: it signs, takes on or gives back, and answers. */
export const RECEIVING: TransferMoves<
  | 'acknowledge'
  | 'enter_receipt'
  | 'accept'
  | 'reject'
  | 'dispute'
  | 'rule'
  | 'rule_back'
  | 'answer'
  | 'forward'
  | 'ask_more'
> = {
  acknowledge(at) {
    if (at.on !== at.work.clock.today()) throw invalid({ on: 'by_receipt' }); // what was signed on paper is entered by its scan
    return signed(at, null);
  },
  enter_receipt(at) {
    need(at.ask.time, 'time');
    need(at.ask.fileIds?.length ? at.ask.fileIds : undefined, 'fileIds');
    return signed(at, at.work.clock.now());
  },
  async accept(at) {
    await tellSource(at.work, at.own, 'accepted', aboutOf(at));
    return {};
  },
  async reject({ work, own, dossier, ask, on }) {
    const rejection = need(ask.reason, 'reason');
    // An office of the same line may not refuse by itself: it reports to their common superior (程序规定 14).
    if (await sameLine(work.tx, dossier.ownerOfficeId, own.toOfficeId))
      return { state: 'disputed', own: { rejection }, turns: [{ starts: 'transfer.dispute' }] };
    return { dossier: closing(on), own: { rejection } };
  },
  dispute: () => ({ dossier: { closedOn: null } }),
  async rule({ work, own, dossier, ask }) {
    const toOfficeId = ask.officeId ?? own.toOfficeId;
    if (toOfficeId === dossier.ownerOfficeId) throw invalid({ officeId: 'owner' });
    await checkReceiver(work, own.road, toOfficeId, dossier.ownerOfficeId);
    return { own: { ...UNSIGNED, toOfficeId, ruled: true }, facts: { officeId: toOfficeId } };
  },
  rule_back: ({ on }) => ({ dossier: closing(on) }),
  async answer(at) {
    const { own, ask, on, work } = at;
    const result = need(ask.result, 'result');
    if (!resultsOf(own.road).includes(result)) throw invalid({ result: 'unknown' });
    const back = BACK_RESULTS.includes(result);
    if (own.road === 'police') await tellSource(work, own, back ? 'back' : 'taken', aboutOf(at));
    return { dossier: closing(on), own: { result, resultText: need(ask.reason, 'reason') }, facts: { result } };
  },
  forward: (at) => forward(at),
  ask_more: ({ dossier, ask }) => ({ state: dossier.state, own: { asked: need(ask.reason, 'reason') } }),
};

/** A receipt is a person's name and a time; never before it was sent. */
function signed(at: At, signedEnteredAt: string | null): TransferMove {
  const signedBy = need(at.ask.signedBy?.trim(), 'signedBy');
  const moment = momentOf(at)!;
  if (at.own.sentAt && moment < at.own.sentAt) throw invalid({ time: 'before_last_event' });
  return { moment, own: { signedBy, signedAt: moment, signedEnteredAt }, facts: { signedBy, at: moment } };
}

/** Not theirs: passed on to the police that may, with its twenty-four hours counted from the receipt (移送规定 7). */
async function forward(at: At): Promise<TransferMove> {
  const { work, own, ask } = at;
  const toOfficeId = need(ask.officeId, 'officeId');
  const to = (await officePlaces(work.tx)).find(({ id }) => id === toOfficeId);
  if (to?.department !== 'police' || to.successorId) throw invalid({ officeId: 'unknown' });
  if (toOfficeId === own.toOfficeId) throw invalid({ officeId: 'owner' });
  const hop = { officeId: own.toOfficeId, toOfficeId, at: work.clock.now(), reason: need(ask.reason, 'reason') };
  const signedAt = own.signedAt ?? work.clock.now();
  const nth = own.hops.length + 1; // each passing on has hours of its own
  return {
    own: { ...UNSIGNED, toOfficeId, hops: [...own.hops, hop] },
    turns: [
      { starts: 'transfer.forward', on: dayOfInstant(signedAt), moment: signedAt, about: nth },
      { stops: 'transfer.forward', about: nth },
    ],
    facts: { officeId: toOfficeId },
  };
}

const filed = async (at: At): Promise<TransferMove> => {
  const { work, dossier, ask } = at;
  const number = ask.number?.trim();
  if (number) await keepForeignNumber(work, dossier.id, { text: number });
  return { own: { decisionNumber: number ?? null, decisionReason: ask.reason?.trim() || null, asked: null } };
};

/** Filed after all: the sender's own procedure, which had gone on, stands still again. */
const filedAgain = async (at: At): Promise<TransferMove> => {
  await tellSource(at.work, at.own, 'again', aboutOf(at));
  return filed(at);
};

/** What the police decide, and what the agency does about a refusal (移送规定 8-10). */
export const DECIDING: TransferMoves<
  | 'file'
  | 'refuse'
  | 'ask_review'
  | 'review_file'
  | 'uphold'
  | 'ask_supervision'
  | 'supervise_file'
  | 'end_supervision'
  | 'accept_refusal'
> = {
  file: filed,
  async refuse(at) {
    const number = at.ask.number?.trim();
    if (number) await keepForeignNumber(at.work, at.dossier.id, { text: number });
    await tellSource(at.work, at.own, 'back', aboutOf(at));
    return { own: { decisionNumber: number ?? null, decisionReason: need(at.ask.reason, 'reason'), asked: null } };
  },
  ask_review: () => ({ own: { reviewReason: null } }),
  review_file: filedAgain,
  uphold: ({ ask }) => ({ own: { reviewReason: need(ask.reason, 'reason'), asked: null } }),
  ask_supervision: () => ({}),
  supervise_file: filedAgain,
  end_supervision: ({ on, ask }) => ({ dossier: closing(on), own: { resultText: need(ask.reason, 'reason') } }),
  accept_refusal: ({ on }) => ({ dossier: closing(on) }),
};

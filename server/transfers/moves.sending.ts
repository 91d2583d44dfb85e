import { lastLineId } from '#server/audit/audit.service.ts';
import { need } from '#server/kernel/need.ts';
import { drawOfficialNumber, voidNumber } from '#server/numbers/number.service.ts';
import {
  type At,
  aboutOf,
  checkAnother,
  checkUnblocked,
  checkUnnamed,
  closing,
  momentOf,
  type TransferMove,
  type TransferMoves,
} from './transfer.at.ts';
import { tellSource } from './transfer.sources.ts';

/** What the sender does before and while it leaves. */
export const SENDING: TransferMoves<
  'submit' | 'recall' | 'discard' | 'approve' | 'disapprove' | 'send' | 'withdraw' | 'supplement' | 'hand_goods'
> = {
  async submit(at) {
    checkUnblocked(at, 'submit');
    await checkUnnamed(at);
    return { own: { reportedOn: at.on, reportedBy: at.work.actor.personId } };
  },
  recall: () => ({ own: { reportedOn: null, reportedBy: null } }),
  discard: ({ on }) => ({ dossier: closing(on) }),
  approve: (at) => approve(at),
  disapprove(at) {
    checkAnother(at);
    return { dossier: closing(at.on), own: { disapproval: need(at.ask.reason, 'reason') } };
  },
  async send(at) {
    checkUnblocked(at, 'send');
    await checkUnnamed(at);
    const moment = momentOf(at);
    await tellSource(at.work, at.own, 'sent', aboutOf(at));
    const sentLine = (await lastLineId(at.work.tx)) + 1;
    return {
      ...(moment ? { moment } : {}),
      own: { sentOn: at.on, sentAt: moment ?? at.work.clock.now(), sentLine },
      facts: { officeId: at.own.toOfficeId, number: at.own.letterNumber },
    };
  },
  async withdraw(at) {
    const { work, own, dossier, on } = at;
    const reason = need(at.ask.reason, 'reason');
    if (dossier.state === 'approved' && own.letterId) await voidNumber(work, own.letterId, { reason });
    else await tellSource(work, own, 'back', aboutOf(at));
    return { dossier: closing(on) };
  },
  supplement(at) {
    need(at.ask.fileIds?.length ? at.ask.fileIds : undefined, 'fileIds');
    return { state: at.dossier.state, own: { asked: null } };
  },
  async hand_goods(at) {
    const { own, ask, on, work } = at;
    const handOver = {
      on,
      at: work.clock.now(),
      handedBy: need(ask.handedBy?.trim(), 'handedBy'),
      receivedBy: need(ask.signedBy?.trim(), 'signedBy'),
      goods: ask.goods ?? [...own.goods],
    };
    await tellSource(work, own, 'handed', aboutOf(at));
    return { own: { handOver } };
  },
};

/** The head approves, and the letter gets its number: none twice, none lost. */
async function approve(at: At): Promise<TransferMove> {
  checkAnother(at);
  const { work, dossier, own } = at;
  const moment = momentOf(at);
  const letter = await drawOfficialNumber(work, {
    officeId: dossier.ownerOfficeId,
    paper: own.road === 'police' ? 'crime_transfer' : 'case_transfer',
    dossierId: dossier.id,
  });
  return {
    ...(moment ? { moment } : {}),
    own: {
      approvedBy: work.actor.personId,
      approvedAt: moment ?? work.clock.now(),
      letterId: letter.id,
      letterNumber: letter.text,
    },
    facts: { number: letter.text },
  };
}

import { clocksOf, extendClock } from '#server/clocks/clock.service.ts';
import { need } from '#server/kernel/need.ts';
import { CLOSING_GROUNDS } from '#shared/cases/case.lists.ts';
import { balanceOf } from '#shared/cases/case.money.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type At, type CaseMove, type CaseMoves, checkNotHandler, checkUnblocked, groundOf } from './case.at.ts';
import { balanceOn } from './case.standing.ts';

/** Everything of the inquiry that may still run when it ends early. */
const INQUIRY_CLOCKS = ['case.decide', 'case.review', 'case.statement', 'case.presider'] as const;

function endEarly(outcome: 'terminated' | 'withdrawn', ground: string): CaseMove {
  return { own: { outcome, ground }, turns: [{ stops: INQUIRY_CLOCKS }] };
}

/** What is still owed after one more payment; never more is taken than is owed on the day it came in. */
function afterPayment({ own, ask, on, work }: At) {
  const duty = need(ask.duty, 'duty');
  const amountFen = need(ask.amountFen, 'amountFen');
  const payBy = own.outcome === 'penalty' ? own.payBy : null;
  const before = balanceOf(own.penalties, own.payments, payBy, on);
  if (amountFen > Math.max(0, before.left[duty])) throw invalid({ amountFen: 'more_than_owed' });
  const payments = [...own.payments, { duty, paidOn: on, amountFen }];
  return balanceOf(own.penalties, payments, payBy, work.clock.today());
}

/** The new last day of payment: given outright, or the last instalment; the instalments add up to what is owed. */
function newPayBy({ own, ask, work }: At): string {
  const instalments = ask.instalments ?? [];
  const { left } = balanceOn(own, work.clock.today());
  const owed = Math.max(0, left.fine) + Math.max(0, left.gains);
  if (instalments.length > 0 && instalments.reduce((all, { amountFen }) => all + amountFen, 0) !== owed)
    throw invalid({ instalments: 'sum' });
  const last = instalments
    .map(({ on }) => on)
    .sort()
    .pop();
  const until = need(last ?? ask.until, 'until');
  if (own.payBy && until <= own.payBy) throw invalid({ until: 'before_due' });
  return until;
}

/** Payment, reminders, enforcement and closing (程序规定 70-77), and the ways an inquiry ends without a decision. */
export const PERFORMANCE: CaseMoves<
  | 'pay'
  | 'defer'
  | 'urge'
  | 'apply_enforcement'
  | 'perform'
  | 'terminate'
  | 'withdraw'
  | 'close'
  | 'archive'
  | 'hand_in'
> = {
  pay(at) {
    const { settled } = afterPayment(at);
    if (!settled) return {};
    const ends = at.own.procedure === 'summary' && !at.own.archiving;
    return {
      turns: [{ stops: ['case.pay', 'case.urge'] }],
      ...(ends ? { state: 'closed', dossier: { closedOn: at.on } } : {}),
    };
  },
  async defer(at) {
    const { work, dossier, own, ask, on } = at;
    const until = newPayBy(at);
    const length = own.payBy ? daysBetween(own.payBy, until) : 0;
    if (length > 0) await extendClock(work, dossier.id, 'case.pay', { on, length, reason: ask.reason ?? null });
    return { own: { payBy: until, instalments: ask.instalments ?? [] } };
  },
  urge: ({ on }) => ({ own: { urgedOn: on } }),
  async apply_enforcement({ work, dossier, own, on }) {
    const clock = (await clocksOf(work.tx, dossier.id)).find(({ name }) => name === 'case.urge');
    if (!own.urgedOn || !clock) throw new Refusal('not_allowed_in_state', { blockers: ['urge'] });
    if (!clock.dueOn || on <= clock.dueOn) throw invalid({ on: 'before_urge_end' });
    return { own: { enforcementAskedOn: on } };
  },
  perform(at) {
    checkUnblocked(at, 'perform');
    return { own: { ground: groundOf(at, CLOSING_GROUNDS) }, turns: [{ stops: ['case.pay', 'case.urge'] }] };
  },
  terminate: () => endEarly('terminated', 'close.3'),
  withdraw: () => endEarly('withdrawn', 'close.5'),
  close(at) {
    checkUnblocked(at, 'close');
    checkNotHandler(at);
    return { dossier: { closedOn: at.on } };
  },
  hand_in: () => ({}),
  archive(at) {
    checkUnblocked(at, 'archive');
    const { own, dossier, work, on } = at;
    const { settled } = balanceOn(own, work.clock.today());
    return settled ? { state: 'closed', dossier: { closedOn: on } } : { state: dossier.state };
  },
};

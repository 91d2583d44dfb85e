import { leaveOut, pauseClock, resumeClock } from '#server/clocks/clock.service.ts';
import { lawOf } from '#server/clocks/law.service.ts';
import { need } from '#server/kernel/need.ts';
import { PUBLIC_NOTICE_DAYS, REVIEW_GROUNDS, SUSPENSION_GROUNDS } from '#shared/cases/case.lists.ts';
import { offersHearing } from '#shared/cases/case.sections.ts';
import { skipsNotice } from '#shared/cases/case.steps.ts';
import { addDays, addWorkdays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type At, type CaseMoves, checkNotHandler, checkUnblocked, groundOf } from './case.at.ts';
import { fileOf } from './case.standing.ts';

/** A hearing is announced to the party at least so many working days before it (行政处罚法 64). */
const HEARING_NOTICE = 7;

async function checkHearingNotice({ work, on }: At, noticedOn: string) {
  const { calendar } = await lawOf(work.tx);
  const { day } = addWorkdays(calendar, noticedOn, HEARING_NOTICE);
  if (!day || day > on) throw invalid({ noticedOn: 'seven_workdays' });
}

function checkPresider({ own, ask }: At): string {
  const presider = need(ask.presider?.trim(), 'presider');
  if (own.officers.some(({ name }) => name.trim() === presider)) throw invalid({ presider: 'handler' });
  return presider;
}

/** Inquiry, review, notice and what the party says to it (程序规定 46-59). */
export const INQUIRY: CaseMoves<
  | 'suspend'
  | 'resume'
  | 'submit_review'
  | 'pass_review'
  | 'return_review'
  | 'approve_notice'
  | 'tell'
  | 'hear_statement'
  | 'ask_hearing'
  | 'hold_hearing'
  | 'propose_decision'
> = {
  async suspend(at) {
    const ground = groundOf(at, SUSPENSION_GROUNDS);
    await pauseClock(at.work, at.dossier.id, 'case.decide', {
      on: at.on,
      category: 'suspended',
      reason: at.ask.reason ?? '',
    });
    return { own: { ground, stateBefore: at.dossier.state as 'investigating' } };
  },
  async resume({ work, dossier, own, on }) {
    await resumeClock(work, dossier.id, 'case.decide', on, 'suspended');
    return { state: own.stateBefore ?? 'investigating', own: { ground: null, stateBefore: null } };
  },
  submit_review(at) {
    checkUnblocked(at, 'submit_review');
    const grounds = at.ask.reviewGrounds ?? [];
    if (grounds.some((ground) => !REVIEW_GROUNDS.some(({ code }) => code === ground)))
      throw invalid({ reviewGrounds: 'unknown' });
    return { own: { reviewGrounds: grounds, noticeApprovedBy: null } };
  },
  pass_review(at) {
    checkNotHandler(at);
    const { own, work, ask } = at;
    const after = own.hearingHeldOn !== null;
    return {
      state: after || skipsNotice(own) ? 'to_decide' : 'to_tell',
      own: { reviewerId: work.actor.personId, reviewOpinion: ask.reason ?? null, reviewedAfterHearing: after },
    };
  },
  return_review(at) {
    checkNotHandler(at);
    return { own: { reviewOpinion: at.ask.reason ?? null, reviewerId: null, reviewedAfterHearing: false } };
  },
  approve_notice(at) {
    checkNotHandler(at);
    return { own: { noticeApprovedBy: at.work.actor.personId } };
  },
  async tell(at) {
    const { work, dossier, own, ask, on } = at;
    const way = need(ask.way, 'way');
    const toldOn = way === 'public_notice' ? addDays(on, PUBLIC_NOTICE_DAYS) : on;
    if (toldOn !== on) await leaveOut(work, dossier.id, 'case.decide', { from: on, to: toldOn, category: 'notice' });
    return {
      own: {
        toldOn,
        hearingOffered: offersHearing(fileOf(own)),
        statement: null,
        statementText: null,
        statementAnswer: null,
        hearingAskedOn: null,
        hearingHeldOn: null,
      },
      ...(toldOn === on ? {} : { turns: [{ starts: 'case.statement' as const, on: toldOn }] }),
      facts: { way },
    };
  },
  hear_statement({ ask }) {
    const statement = need(ask.statement, 'statement');
    if (statement === 'made') need(ask.text, 'text');
    return { own: { statement, statementText: ask.text ?? null, statementAnswer: ask.answer ?? null } };
  },
  async ask_hearing({ work, dossier, ask, own, on }) {
    if (own.statementUntil && on > own.statementUntil) throw invalid({ on: 'after_expiry' });
    const reason = ask.reason ?? '当事人要求听证';
    await pauseClock(work, dossier.id, 'case.decide', { on, category: 'hearing', reason });
    return { own: { hearingAskedOn: on } };
  },
  async hold_hearing(at) {
    const { work, dossier, own, ask, on } = at;
    const presider = checkPresider(at);
    await checkHearingNotice(at, need(ask.noticedOn, 'noticedOn'));
    const report = need(ask.text, 'text');
    await resumeClock(work, dossier.id, 'case.decide', on, 'hearing');
    return {
      own: {
        hearingHeldOn: on,
        hearingPresider: presider,
        hearingReport: report,
        reviewedAfterHearing: false,
        ...(own.statement === null
          ? { statement: 'made' as const, statementText: report, statementAnswer: ask.answer ?? null }
          : {}),
        ...(own.reviewGrounds.includes('review.2') ? {} : { reviewGrounds: [...own.reviewGrounds, 'review.2'] }),
      },
    };
  },
  propose_decision(at) {
    checkUnblocked(at, 'propose_decision');
    const { own } = at;
    if (own.toldOn && own.toldOn > at.work.clock.today())
      throw new Refusal('not_allowed_in_state', { blockers: ['statement_period'] });
    const again = own.hearingHeldOn !== null && !own.reviewedAfterHearing;
    return {
      ...(again ? { state: 'in_review', turns: [{ starts: 'case.review' as const }] } : {}),
      own: { statement: own.statement ?? 'none' },
    };
  },
};

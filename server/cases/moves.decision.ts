import { dayDue } from '#server/clocks/clock.service.ts';
import { need } from '#server/kernel/need.ts';
import { drawOfficialNumber } from '#server/numbers/number.service.ts';
import { PUBLIC_NOTICE_DAYS } from '#shared/cases/case.lists.ts';
import { totalsOf } from '#shared/cases/case.money.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { type At, type CaseMoves, checkNotHandler, checkUnblocked } from './case.at.ts';
import { storedPenalties } from './case.penalties.ts';
import type { StoredPenalty } from './case.table.ts';

/** Whoever speaks in their own defence is not punished harder for it (程序规定 58). */
function checkNotHeavier({ own }: At, penalties: readonly StoredPenalty[]) {
  if (own.statement !== 'made') return;
  const [told, now] = [totalsOf(own.proposed), totalsOf(penalties)];
  const added = penalties.some(({ kind }) => !own.proposed.some((one) => one.kind === kind));
  if (now.fine > told.fine || now.gains > told.gains || added) throw invalid({ penalties: 'heavier_than_told' });
}

/** What the decision rests on was told to the party before it; a penalty nobody was told of is not decided (行政处罚法 62). */
function checkTold({ own }: At, penalties: readonly StoredPenalty[]) {
  if (penalties.length === 0) throw invalid({ penalties: 'required' });
  if (own.toldOn === null) throw invalid({ penalties: 'not_told' });
}

/** The decision, how it is discussed and served (程序规定 60-64, 81, 82). */
export const DECISION: CaseMoves<'discuss' | 'return_decision' | 'decide' | 'serve'> = {
  discuss({ ask, on }) {
    const participants = (ask.participants ?? []).map((name) => name.trim()).filter(Boolean);
    if (new Set(participants).size < 2) throw invalid({ participants: 'two_needed' });
    return { own: { discussedOn: on, discussion: `${participants.join('、')}\n${ask.reason ?? ''}` } };
  },
  return_decision: () => ({ own: { discussedOn: null, discussion: null, noticeApprovedBy: null } }),
  async decide(at) {
    checkUnblocked(at, 'decide');
    checkNotHandler(at);
    const { ask, work, dossier, on } = at;
    const outcome = need(ask.outcome, 'outcome');
    const penalties = outcome === 'penalty' ? storedPenalties(ask.penalties ?? []) : [];
    if (outcome === 'penalty') {
      checkTold(at, penalties);
      checkNotHeavier(at, penalties);
    } else if (ask.penalties && ask.penalties.length > 0) throw invalid({ penalties: 'no_sum' });
    const paper = outcome === 'penalty' ? 'penalty' : 'no_penalty';
    const number = await drawOfficialNumber(work, { officeId: dossier.ownerOfficeId, paper, dossierId: dossier.id });
    const { fine, gains } = totalsOf(penalties);
    return {
      own: {
        outcome,
        penalties,
        fineFen: fine,
        gainsFen: gains,
        decidedOn: on,
        decidedBy: work.actor.personId,
        decisionNumber: number.text,
      },
      facts: { outcome, number: number.text },
    };
  },
  async serve({ work, own, ask, on }) {
    const way = need(ask.way, 'way');
    if (own.decidedOn && on < own.decidedOn) throw invalid({ on: 'before_decision' });
    const effectiveOn = way === 'public_notice' ? addDays(on, PUBLIC_NOTICE_DAYS) : on;
    const served = { servedOn: on, serviceWay: way, effectiveOn };
    if (own.outcome !== 'penalty')
      return {
        state: 'to_close',
        own: { ...served, ground: 'close.4' },
        turns: [{ starts: 'case.close', on: effectiveOn }],
      };
    const { fine, gains } = totalsOf(own.penalties);
    if (fine + gains === 0) return { own: served };
    const payBy = await dayDue(work, 'case.pay', effectiveOn);
    return { own: { ...served, payBy }, turns: [{ starts: 'case.pay', on: effectiveOn }] };
  },
};

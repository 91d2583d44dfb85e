import type { DossierChange } from '#server/dossiers/dossier.service.ts';
import { checkHandler } from '#server/dossiers/handler.service.ts';
import type { Move, Standing } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import {
  ENDING_GROUNDS,
  NOT_FILED_GROUNDS,
  type Outcome,
  REFUSAL_GROUNDS,
} from '#shared/complaints/complaint.lists.ts';
import type { ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { blockersOf, hasComplaint, hasReport } from '#shared/complaints/complaint.steps.ts';
import type { ComplaintState, ComplaintStepName } from '#shared/complaints/complaint.workflow.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Ground, groundsOn } from '#shared/kernel/ground.ts';
import { checkTarget } from './complaint.dispatch.ts';
import type { ComplaintColumns } from './complaint.table.ts';

/** What a complaint's step works with. */
export type At = Standing<ComplaintColumns, ComplaintStep>;
type ComplaintMove = Move<ComplaintColumns>;

/** The ground must be one in force on the day of receipt; where that rule's list is not held, the reason alone serves. */
function groundOf({ ask, dossier }: At, grounds: readonly Ground[]): string | null {
  const open = groundsOn(grounds, dossier.receivedOn);
  if (open.length === 0) return null;
  const ground = need(ask.ground, 'ground');
  if (!open.some(({ code }) => code === ground)) throw invalid({ ground: 'unknown' });
  return ground;
}

const closing = (on: string): Pick<DossierChange, 'closedOn'> => ({ closedOn: on });

/** Ends the complaint's own procedure: closes, unless a report in the same record still runs. */
function endComplaint(
  { own: complaint, on, dossier }: At,
  decision: 'refused' | 'ended',
  outcome: Outcome,
): ComplaintMove {
  const reportOpen =
    hasReport(complaint.intake) && complaint.reportDecision !== 'filed' && complaint.reportDecision !== 'not_filed';
  if (!reportOpen) return { state: 'closed', dossier: closing(on), own: { complaintDecision: decision, outcome } };
  return { state: dossier.state as ComplaintState, own: { complaintDecision: decision } };
}

async function giveTo({ work, ask }: At): Promise<number> {
  const officeId = need(ask.officeId, 'officeId');
  await checkTarget(work, officeId);
  return officeId;
}

/** What each step does to the two rows. Who may take it, and from where, is the table's and the guard's business. */
export const MOVES: Record<ComplaintStepName, (at: At) => ComplaintMove | Promise<ComplaintMove>> = {
  async dispatch(at) {
    const toOfficeId = await giveTo(at);
    await checkHandler(at.work, toOfficeId, at.ask.handlerId);
    const stays = toOfficeId === at.dossier.ownerOfficeId;
    return {
      toOfficeId,
      state: stays ? 'to_decide' : 'dispatched',
      dossier: { handlerId: at.ask.handlerId ?? null },
      own: { dispatchedBy: stays ? null : at.dossier.ownerOfficeId, ruled: false },
    };
  },
  async acknowledge({ ask, work, dossier }) {
    await checkHandler(work, dossier.ownerOfficeId, ask.handlerId);
    return { dossier: { handlerId: ask.handlerId ?? work.actor.personId } };
  },
  give_back({ dossier, own: complaint }) {
    const returns = dossier.returns + 1;
    const second = returns > 1;
    return {
      state: second ? 'disputed' : 'to_dispatch',
      toOfficeId: complaint.dispatchedBy ?? dossier.ownerOfficeId,
      dossier: { returns },
      ...(second ? { turns: [{ starts: 'complaint.dispute' as const }] } : {}),
    };
  },
  dispute: () => ({}),
  async rule(at) {
    const toOfficeId = await giveTo(at);
    return {
      toOfficeId,
      dossier: { handlerId: null },
      own: { ruled: true, dispatchedBy: at.work.actor.officeId },
    };
  },
  async pass_on(at) {
    const toOfficeId = await giveTo(at);
    if (toOfficeId === at.dossier.ownerOfficeId) throw invalid({ officeId: 'owner' });
    return { toOfficeId, own: { dispatchedBy: at.dossier.ownerOfficeId, ruled: false } };
  },
  ask_facts: ({ ask }) => {
    need(ask.telling, 'telling');
    return {};
  },
  accept: () => ({ own: { complaintDecision: 'accepted' } }),
  refuse(at) {
    const ground = groundOf(at, REFUSAL_GROUNDS);
    if (at.own.anonymity !== 'anonymous') need(at.ask.telling, 'telling');
    const move = endComplaint(at, 'refused', 'refused');
    return { ...move, own: { ...move.own, ground } };
  },
  guide({ own: complaint, ask, on }) {
    if (matterOf(complaint.matter)?.mustTransfer)
      throw new Refusal('not_allowed_in_state', { blockers: ['must_transfer'] });
    if (complaint.anonymity !== 'anonymous') need(ask.telling, 'telling');
    return { dossier: closing(on), own: { outcome: 'guided' } };
  },
  verify({ ask }) {
    const officers = need(ask.officers, 'officers')
      .map((name) => name.trim())
      .filter(Boolean);
    if (new Set(officers).size < 2) throw invalid({ officers: 'two_needed' });
    return { own: { reportDecision: 'verifying', officers } };
  },
  answer({ ask, on }) {
    need(ask.telling, 'telling');
    return { dossier: closing(on), own: { outcome: 'answered' } };
  },
  settle: ({ ask }) => ({
    own: {
      complaintDecision: 'settled',
      ...(ask.recoveredFen === undefined ? {} : { recoveredFen: ask.recoveredFen }),
    },
  }),
  end_mediation: (at) => ({ own: { complaintDecision: 'ended', ground: groundOf(at, ENDING_GROUNDS) } }),
  inform({ ask, dossier }) {
    need(ask.telling, 'telling');
    return { state: dossier.state as ComplaintState };
  },
  file_case: ({ ask }) => ({
    own: { reportDecision: 'filed', ...(ask.caseNumber ? { caseNumber: ask.caseNumber } : {}) },
  }),
  not_file: (at) => ({ own: { reportDecision: 'not_filed', ground: groundOf(at, NOT_FILED_GROUNDS) } }),
  submit({ own: complaint, dossier, ask, work }) {
    const blockers = blockersOf({ ...complaint, state: dossier.state as ComplaintState });
    if (blockers.length > 0) throw new Refusal('not_allowed_in_state', { blockers });
    return {
      own: {
        outcome: need(ask.outcome, 'outcome'),
        summary: need(ask.reason, 'reason'),
        submittedBy: work.actor.personId,
        ...(ask.recoveredFen === undefined ? {} : { recoveredFen: ask.recoveredFen }),
      },
    };
  },
  send_back: () => ({ own: { submittedBy: null } }),
  approve({ own: complaint, on, work }) {
    if (complaint.submittedBy === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
    return { dossier: closing(on) };
  },
  withdraw(at) {
    if (hasComplaint(at.own.intake)) return endComplaint(at, 'ended', 'withdrawn');
    return { dossier: closing(at.on), own: { outcome: 'withdrawn' } };
  },
  merge: ({ on }) => ({ dossier: closing(on), own: { outcome: 'merged' } }),
  reopen({ own: complaint }) {
    const again = complaint.complaintDecision === 'settled' || complaint.complaintDecision === 'ended';
    return {
      dossier: { closedOn: null },
      own: {
        outcome: null,
        submittedBy: null,
        ...(again ? { complaintDecision: 'accepted' } : {}),
        ...(complaint.reportDecision ? { reportDecision: 'verifying' } : {}),
      },
    };
  },
  visit: ({ ask }) => ({ own: { satisfied: need(ask.satisfied, 'satisfied') } }),
};

import type { DossierChange } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
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

/** What a step works with: both rows as they were, the request, and the day it counts from. */
export interface Standing {
  readonly work: Work;
  readonly dossier: DossierRow;
  readonly complaint: ComplaintColumns;
  readonly ask: ComplaintStep;
  readonly on: string;
}

/** What a step changes beside the clocks its row names; the state is the row's unless another is given. */
export interface Move {
  readonly state?: ComplaintState;
  readonly toOfficeId?: number;
  readonly dossier?: DossierChange;
  readonly complaint?: Partial<ComplaintColumns>;
  readonly alsoStarts?: 'complaint.dispute';
  readonly facts?: Record<string, unknown>;
}

const need = <T>(value: T | undefined, field: string): T => {
  if (value === undefined || value === '') throw invalid({ [field]: 'required' });
  return value;
};

/** The ground must be one in force on the day of receipt; where that rule's list is not held, the reason alone serves. */
function groundOf({ ask, dossier }: Standing, grounds: readonly Ground[]): string | null {
  const open = groundsOn(grounds, dossier.receivedOn);
  if (open.length === 0) return null;
  const ground = need(ask.ground, 'ground');
  if (!open.some(({ code }) => code === ground)) throw invalid({ ground: 'unknown' });
  return ground;
}

const closing = (on: string): Pick<DossierChange, 'closedOn'> => ({ closedOn: on });

/** Ends the complaint's own procedure: closes, unless a report in the same record still runs. */
function endComplaint({ complaint, on, dossier }: Standing, decision: 'refused' | 'ended', outcome: Outcome): Move {
  const reportOpen =
    hasReport(complaint.intake) && complaint.reportDecision !== 'filed' && complaint.reportDecision !== 'not_filed';
  if (!reportOpen)
    return { state: 'closed', dossier: closing(on), complaint: { complaintDecision: decision, outcome } };
  return { state: dossier.state as ComplaintState, complaint: { complaintDecision: decision } };
}

async function giveTo({ work, ask }: Standing): Promise<number> {
  const officeId = need(ask.officeId, 'officeId');
  await checkTarget(work, officeId);
  return officeId;
}

/** What each step does to the two rows. Who may take it, and from where, is the table's and the guard's business. */
export const MOVES: Record<ComplaintStepName, (at: Standing) => Move | Promise<Move>> = {
  async dispatch(at) {
    const toOfficeId = await giveTo(at);
    const stays = toOfficeId === at.dossier.ownerOfficeId;
    return {
      toOfficeId,
      state: stays ? 'to_decide' : 'dispatched',
      dossier: { handlerId: at.ask.handlerId ?? null },
      complaint: { dispatchedBy: stays ? null : at.dossier.ownerOfficeId, ruled: false },
    };
  },
  acknowledge: ({ ask, work }) => ({ dossier: { handlerId: ask.handlerId ?? work.actor.personId } }),
  give_back({ dossier, complaint }) {
    const returns = dossier.returns + 1;
    const second = returns > 1;
    return {
      state: second ? 'disputed' : 'to_dispatch',
      toOfficeId: complaint.dispatchedBy ?? dossier.ownerOfficeId,
      dossier: { returns },
      ...(second ? { alsoStarts: 'complaint.dispute' as const } : {}),
    };
  },
  dispute: () => ({}),
  async rule(at) {
    const toOfficeId = await giveTo(at);
    return {
      toOfficeId,
      dossier: { handlerId: null },
      complaint: { ruled: true, dispatchedBy: at.work.actor.officeId },
    };
  },
  async pass_on(at) {
    const toOfficeId = await giveTo(at);
    if (toOfficeId === at.dossier.ownerOfficeId) throw invalid({ officeId: 'owner' });
    return { toOfficeId, complaint: { dispatchedBy: at.dossier.ownerOfficeId, ruled: false } };
  },
  ask_facts: ({ ask }) => {
    need(ask.telling, 'telling');
    return {};
  },
  accept: () => ({ complaint: { complaintDecision: 'accepted' } }),
  refuse(at) {
    const ground = groundOf(at, REFUSAL_GROUNDS);
    if (at.complaint.anonymity !== 'anonymous') need(at.ask.telling, 'telling');
    const move = endComplaint(at, 'refused', 'refused');
    return { ...move, complaint: { ...move.complaint, ground } };
  },
  guide({ complaint, ask, on }) {
    if (matterOf(complaint.matter)?.mustTransfer)
      throw new Refusal('not_allowed_in_state', { blockers: ['must_transfer'] });
    if (complaint.anonymity !== 'anonymous') need(ask.telling, 'telling');
    return { dossier: closing(on), complaint: { outcome: 'guided' } };
  },
  verify({ ask }) {
    const officers = need(ask.officers, 'officers')
      .map((name) => name.trim())
      .filter(Boolean);
    if (new Set(officers).size < 2) throw invalid({ officers: 'two_needed' });
    return { complaint: { reportDecision: 'verifying', officers } };
  },
  answer({ ask, on }) {
    need(ask.telling, 'telling');
    return { dossier: closing(on), complaint: { outcome: 'answered' } };
  },
  settle: ({ ask }) => ({
    complaint: {
      complaintDecision: 'settled',
      ...(ask.recoveredFen === undefined ? {} : { recoveredFen: ask.recoveredFen }),
    },
  }),
  end_mediation: (at) => ({ complaint: { complaintDecision: 'ended', ground: groundOf(at, ENDING_GROUNDS) } }),
  inform({ ask, dossier }) {
    need(ask.telling, 'telling');
    return { state: dossier.state as ComplaintState };
  },
  file_case: ({ ask }) => ({
    complaint: { reportDecision: 'filed', ...(ask.caseNumber ? { caseNumber: ask.caseNumber } : {}) },
  }),
  not_file: (at) => ({ complaint: { reportDecision: 'not_filed', ground: groundOf(at, NOT_FILED_GROUNDS) } }),
  submit({ complaint, dossier, ask, work }) {
    const blockers = blockersOf({ ...complaint, state: dossier.state as ComplaintState });
    if (blockers.length > 0) throw new Refusal('not_allowed_in_state', { blockers });
    return {
      complaint: {
        outcome: need(ask.outcome, 'outcome'),
        summary: need(ask.reason, 'reason'),
        submittedBy: work.actor.personId,
        ...(ask.recoveredFen === undefined ? {} : { recoveredFen: ask.recoveredFen }),
      },
    };
  },
  send_back: () => ({ complaint: { submittedBy: null } }),
  approve({ complaint, on, work }) {
    if (complaint.submittedBy === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
    return { dossier: closing(on) };
  },
  withdraw(at) {
    if (hasComplaint(at.complaint.intake)) return endComplaint(at, 'ended', 'withdrawn');
    return { dossier: closing(at.on), complaint: { outcome: 'withdrawn' } };
  },
  merge: ({ on }) => ({ dossier: closing(on), complaint: { outcome: 'merged' } }),
  reopen({ complaint }) {
    const again = complaint.complaintDecision === 'settled' || complaint.complaintDecision === 'ended';
    return {
      dossier: { closedOn: null },
      complaint: {
        outcome: null,
        submittedBy: null,
        ...(again ? { complaintDecision: 'accepted' } : {}),
        ...(complaint.reportDecision ? { reportDecision: 'verifying' } : {}),
      },
    };
  },
  visit: ({ ask }) => ({ complaint: { satisfied: need(ask.satisfied, 'satisfied') } }),
};

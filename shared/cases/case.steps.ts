import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { Day } from '../kernel/calendar.ts';
import { openSteps } from '../kernel/workflow.ts';
import type { CaseOutcome, Procedure } from './case.lists.ts';
import { type CaseFile, missingFor, offersHearing } from './case.sections.ts';
import { CASE_STEPS, type CaseState, type CaseStepName, caseStep } from './case.workflow.ts';

/** What of a case decides which steps are open, and what stands in their way. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly procedure: Procedure;
  readonly proposesFiling: boolean | null;
  readonly file: CaseFile;
  readonly limitationOn: Day | null;
  readonly foundOn: Day;
  readonly noticeApprovedBy: number | null;
  /** Until when the party may still speak; null where nothing runs. */
  readonly statementUntil: Day | null;
  readonly outcome: CaseOutcome | null;
  readonly settled: boolean;
  readonly enforcementAskedOn: Day | null;
  readonly archived: boolean;
  /** A fine taken on the spot that was not handed in at the office yet. */
  readonly carrying: boolean;
  /** Questions of a possible crime that nobody has answered. */
  readonly policeQuestion: string | null;
  /** Goods that are still kept, and measures that still stand. */
  readonly goodsKept: number;
  readonly measuresStanding: number;
  readonly today: Day;
}

/** Endings after which inquiry may begin again; a decision that was taken stands until it is withdrawn. */
const REOPENED: readonly CaseOutcome[] = ['not_filed', 'terminated', 'withdrawn', 'to_police'];

/** Steps that wait for something besides the state. */
const CONDITIONS: Partial<Record<CaseStepName, (at: CaseStanding) => boolean>> = {
  file: (at) => at.proposesFiling === true,
  not_file: (at) => at.proposesFiling === false,
  approve_notice: (at) => at.noticeApprovedBy === null,
  tell: (at) => at.noticeApprovedBy !== null,
  hear_statement: ({ file }) => file.statement === null || (file.statement === 'made' && file.statementAnswer === null),
  ask_hearing: (at) =>
    at.file.hearingAskedOn === null &&
    offersHearing(at.file) &&
    at.statementUntil !== null &&
    at.today <= at.statementUntil,
  hold_hearing: (at) => at.file.hearingAskedOn !== null && at.file.hearingHeldOn === null,
  discuss: (at) => at.file.discussedOn === null,
  pay: (at) => !at.settled,
  defer: (at) => !at.settled,
  urge: (at) => !at.settled && at.outcome === 'penalty',
  apply_enforcement: (at) => !at.settled && at.enforcementAskedOn === null,
  reopen: (at) => at.outcome !== null && REOPENED.includes(at.outcome),
  archive: (at) => at.procedure === 'summary' && !at.archived,
  hand_in: ({ carrying }) => carrying,
};

/** What keeps a step that is open by state from being taken, as words' keys; only steps with something in their way are named. */
export function blockersOf(at: CaseStanding): Partial<Record<CaseStepName, string[]>> {
  const { file } = at;
  const late = at.limitationOn !== null && at.foundOn > at.limitationOn;
  const waiting = at.statementUntil !== null && at.today <= at.statementUntil && file.statement === null;
  const all: Partial<Record<CaseStepName, string[]>> = {
    file: late ? ['limitation'] : [],
    submit_review: missingFor('review', file),
    propose_decision: [
      ...(waiting ? ['statement_period'] : []),
      ...(file.statement === 'made' && file.statementAnswer === null ? ['statement_answer'] : []),
      ...(file.hearingAskedOn !== null && file.hearingHeldOn === null ? ['hearing'] : []),
    ],
    decide: [...missingFor('decision', file), ...(at.policeQuestion === 'open' ? ['police'] : [])],
    perform: at.settled || at.enforcementAskedOn !== null || at.outcome !== 'penalty' ? [] : ['unpaid'],
    archive: at.carrying ? ['hand_in'] : [],
    close: [...(at.goodsKept > 0 ? ['goods'] : []), ...(at.measuresStanding > 0 ? ['measures'] : [])],
  };
  return Object.fromEntries(Object.entries(all).filter(([, blockers]) => blockers.length > 0));
}

/** The steps one reader may take on one case now: the page's buttons and the service's guard are the same list. */
export function caseStepsFor(at: CaseStanding, access: Access, permissions: ReadonlySet<Permission>): CaseStepName[] {
  return openSteps(CASE_STEPS, at.state, permissions).filter((name) => {
    if (ACCESS.indexOf(access) < ACCESS.indexOf(caseStep(name).access ?? 'own')) return false;
    return CONDITIONS[name]?.(at) ?? true;
  });
}

/** After a penalty nobody needs to be told of nothing; a case with nothing proposed goes from review straight to the decision. */
export const skipsNotice = (file: Pick<CaseFile, 'proposed'>): boolean => file.proposed.length === 0;

import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import { openSteps } from '../kernel/workflow.ts';
import type { LookBackResult, RectificationSource, VisitResult } from './rectification.lists.ts';
import {
  RECTIFICATION_STEPS,
  type RectificationState,
  type RectificationStepName,
  rectificationStep,
} from './rectification.workflow.ts';

/** What of a rectification decides which steps are open. */
export interface RectificationStanding {
  readonly state: RectificationState;
  /** The day to which an extension was asked for and not yet decided. */
  readonly askedUntil: string | null;
  /** The last day of the order in force; once it has passed nothing is left to lengthen. */
  readonly deadlineOn: string | null;
  readonly source: RectificationSource | null;
  /** What the last verifying visit found. */
  readonly result: VisitResult | null;
  /** When the province announced that what a product spot check found was not put right. */
  readonly announcedOn: string | null;
  readonly today: string;
}

const lasts = ({ deadlineOn, today }: RectificationStanding): boolean => deadlineOn !== null && today <= deadlineOn;

const CONDITIONS: Partial<Record<RectificationStepName, (at: RectificationStanding) => boolean>> = {
  ask_extension: (at) => at.askedUntil === null && lasts(at),
  extend: lasts,
  refuse_extension: ({ askedUntil }) => askedUntil !== null,
  announce: ({ source, result, announcedOn }) =>
    source === 'product_check' && result === 'failed' && announcedOn === null,
};

/** The steps one reader may take on one rectification now: the page's buttons and the service's guard are the same list. */
export function rectificationStepsFor(
  at: RectificationStanding,
  access: Access,
  permissions: ReadonlySet<Permission>,
): RectificationStepName[] {
  return openSteps(RECTIFICATION_STEPS, at.state, permissions).filter((name) => {
    if (ACCESS.indexOf(access) < ACCESS.indexOf(rectificationStep(name).access ?? 'own')) return false;
    return CONDITIONS[name]?.(at) ?? true;
  });
}

/** Whether what was found sends the order back to be corrected, with a new limit, or on to a case. */
export const goesBack = (result: VisitResult | LookBackResult): boolean =>
  result === 'partly' || result === 'failed' || result === 'relapsed';

/** A place seen before and after it was put right. */
export interface PairSeen {
  readonly before: boolean;
  readonly after: boolean;
}

/** Pictures show enough to pass when there is a pair, and none lacks its other half. */
export const picturesShow = (pairs: readonly PairSeen[]): boolean =>
  pairs.length > 0 && pairs.every(({ before, after }) => before && after);

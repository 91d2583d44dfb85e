import { ACCESS, type Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import { openSteps } from '../kernel/workflow.ts';
import { finalOf, isContested, type SampleStanding } from './sample.lists.ts';
import { CHECK_KINDS, type CheckKind } from './spot-check.lists.ts';
import { SPOT_CHECK_STEPS, type SpotCheckState, type SpotCheckStepName, spotCheckStep } from './spot-check.workflow.ts';

/** What of a spot check decides which steps are open. */
export interface SpotCheckStanding {
  readonly checkKind: CheckKind;
  /** Null for whatever is no sample. */
  readonly sample: SampleStanding | null;
  readonly state: SpotCheckState;
  /** When what followed was done; null while it is not. */
  readonly finishedOn: string | null;
  readonly publishedOn: string | null;
}

const CONDITIONS: Partial<Record<SpotCheckStepName, (at: SpotCheckStanding) => boolean>> = {
  send: ({ sample }) => sample?.sentOn === null,
  report: ({ sample }) => sample !== null && sample.sentOn !== null,
  ask_retest: ({ sample }) => sample?.retest === 'none' && finalOf(sample) !== 'qualified',
  decide_retest: ({ sample }) => sample?.retest === 'asked',
  name_lab: ({ sample }) => sample?.retest === 'accepted',
  retest: ({ sample }) => sample?.retest === 'testing',
  object: ({ sample }) => sample?.objection === 'none' && finalOf(sample) !== 'qualified',
  decide_objection: ({ sample }) => sample?.objection === 'open',
  dispose: ({ sample }) => sample !== null && !isContested(sample),
  settle: ({ finishedOn }) => finishedOn === null,
  publish: ({ publishedOn }) => publishedOn === null,
};

/** The steps one reader may take on one spot check now: the page's buttons and the service's guard are the same list. */
export function spotCheckStepsFor(
  at: SpotCheckStanding,
  access: Access,
  permissions: ReadonlySet<Permission>,
): SpotCheckStepName[] {
  return openSteps(SPOT_CHECK_STEPS, at.state, permissions).filter((name) => {
    if (ACCESS.indexOf(access) < ACCESS.indexOf(spotCheckStep(name).access ?? 'own')) return false;
    if (!(spotCheckStep(name).kinds ?? CHECK_KINDS).includes(at.checkKind)) return false;
    return CONDITIONS[name]?.(at) ?? true;
  });
}

import { addMonths, type Day } from '../kernel/calendar.ts';

/**
 * The last day on which a violation may still be discovered for a penalty to be possible: two years after the act ended, five where life,
 * health or financial safety was hurt (行政处罚法 36). Null while the end of the act is not known.
 */
export function limitationOf(actEndedOn: Day | null, graveHarm: boolean): Day | null {
  return actEndedOn === null ? null : addMonths(actEndedOn, graveHarm ? 60 : 24);
}

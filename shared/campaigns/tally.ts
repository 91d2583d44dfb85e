import { addDays, type Day, daysBetween } from '../kernel/calendar.ts';
import type { Reporting } from './campaign.lists.ts';

/** What offices count by hand, because no ledger holds it: officers and vehicles out, premises and markets seen, goods seized, campaigns of words. */
export const TYPED = ['officers', 'vehicles', 'premises', 'markets', 'kilograms', 'events', 'leaflets'] as const;
export type Typed = (typeof TYPED)[number];

/** What an office may also say it did, to be held against its ledgers. */
export const CLAIMED = ['spot_check', 'rectification', 'case', 'transfer'] as const;
export type Claimed = (typeof CLAIMED)[number];

/** Days after a period's end within which its figures are handed in; an office's practice, not law. */
export const GRACE_DAYS = 3;

/** A stretch of time for which figures are handed in, until `dueOn`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
  readonly dueOn: Day;
}

/** The last day of the period that begins on a day: a week on, the middle or the end of its month. */
function endOf(from: Day, reporting: Reporting): Day {
  if (reporting === 'week') return addDays(from, 6);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  if (reporting === 'fortnight' && day <= 15) return `${from.slice(0, 8)}15`;
  return addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1);
}

/** The periods of a campaign, one after the other without a gap; none where no regular figures are asked for. */
export function periodsOf({ from, until, reporting }: { from: Day; until: Day; reporting: Reporting }): Period[] {
  const periods: Period[] = [];
  if (reporting === 'none') return periods;
  for (let at = from; at <= until; at = addDays(periods[periods.length - 1]!.until, 1)) {
    const end = endOf(at, reporting);
    const last = end < until ? end : until;
    periods.push({ from: at, until: last, dueOn: addDays(last, GRACE_DAYS) });
  }
  return periods;
}

/** How the figures of a period stand: ahead of its end, due, missing once its grace is over, or sent, as zero or not. */
export const TALLY_STANDINGS = ['ahead', 'due', 'missing', 'sent', 'zero'] as const;
export type TallyStanding = (typeof TALLY_STANDINGS)[number];

/** How a period stands today, given what was sent for it. */
export function standingOf(period: Period, sent: { readonly zero: boolean } | undefined, today: Day): TallyStanding {
  if (sent) return sent.zero ? 'zero' : 'sent';
  if (today < period.until) return 'ahead';
  return daysBetween(period.until, today) > GRACE_DAYS ? 'missing' : 'due';
}

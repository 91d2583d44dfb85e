import type { CampaignRow } from '#shared/campaigns/campaign.schema.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';

/** How many weeks of a campaign have begun, of how many: `7/12`. */
export function weeksOf({ from, until }: Pick<CampaignRow, 'from' | 'until'>, today: string): string {
  if (!from || !until || today < from) return '';
  const weeks = (day: string) => Math.floor(daysBetween(from, day) / 7) + 1;
  return `${Math.min(weeks(today), weeks(until))}/${weeks(until)}`;
}

/** A share as people say it, one decimal at most; nothing where nothing is asked. */
export const shareOf = (done: number, due: number): string =>
  due === 0 ? '' : `${Math.round((done * 1000) / due) / 10}%`;

/** The list of a campaign's records under the filters of a number that was shown. */
export function recordsPath(id: number, filters: Readonly<Record<string, string | undefined>> = {}): string {
  const f = Object.entries(filters)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}.in.${value}`)
    .join('~');
  return `/campaigns/${id}/records${f ? `?f=${encodeURIComponent(f)}` : ''}`;
}

import { LICENCE_SOON_DAYS } from '#shared/entities/entity.lists.ts';
import { addDays } from '#shared/kernel/calendar.ts';

/** Whether a licence has ended, or will soon; undefined where it holds or has no end. */
export function licenceStanding(expiresOn: string | null | undefined, today: string): 'past' | 'soon' | undefined {
  if (!expiresOn) return undefined;
  if (expiresOn < today) return 'past';
  return expiresOn <= addDays(today, LICENCE_SOON_DAYS) ? 'soon' : undefined;
}

import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { invalid } from '#shared/kernel/errors.ts';

/** Refuses an office that cannot handle: unknown, merged into another, or the coordinating office, which only coordinates. */
export async function checkTarget(work: Work, officeId: number): Promise<void> {
  const place = (await officePlaces(work.tx)).find((office) => office.id === officeId);
  if (!place) throw invalid({ officeId: 'unknown' });
  if (place.successorId) throw invalid({ officeId: 'merged' });
  if (place.department === 'coordination' || place.department === 'procuratorate')
    throw invalid({ officeId: 'cannot_handle' });
}

import type { Work } from '#server/kernel/work.ts';
import { servingIn } from '#server/notices/audience.ts';
import { invalid } from '#shared/kernel/errors.ts';

/** Refuses a handler who does not serve in the office that has the record: the work would be on nobody's desk. */
export async function checkHandler(work: Work, officeId: number, handlerId: number | null | undefined): Promise<void> {
  if (!handlerId) return;
  if ((await servingIn(work.tx, officeId, [handlerId])).length === 0) throw invalid({ handlerId: 'not_serving' });
}

import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { officePlaces } from './office.places.ts';

/** Throws for whoever acts for an office that does not enforce the law itself. */
export async function checkEnforcing({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<void> {
  const place = (await officePlaces(tx)).find(({ id }) => id === actor.officeId);
  if (!place || NOT_ENFORCING.includes(place.department))
    throw new Refusal('forbidden', { need: 'enforcing_office', why: 'not_enforcing' });
}

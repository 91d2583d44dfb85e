import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import type { SearchScope } from '#shared/search/text.ts';

/** A coordinating office sees its block without content, so it does not find anything by content either. */
export async function searchScope(work: Pick<Work, 'tx' | 'actor'>): Promise<SearchScope> {
  const place = (await officePlaces(work.tx)).find((office) => office.id === work.actor.officeId);
  return !place || place.department === 'coordination' ? 'heads' : 'all';
}

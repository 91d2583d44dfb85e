import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';

/** The actor's office and those it took over in a merger: whose registers are now its own. */
export async function ownOffices({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<number[]> {
  const places = await officePlaces(tx);
  const own = [actor.officeId];
  for (const id of own) {
    const former = places.filter((place) => place.successorId === id && !own.includes(place.id));
    own.push(...former.map((place) => place.id)); // the walk goes on over what it finds
  }
  return own;
}

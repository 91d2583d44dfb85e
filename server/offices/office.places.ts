import type { Tx } from '#server/db/database.ts';
import type { OfficePlace } from '#shared/auth/access.ts';
import { offices } from './office.table.ts';

let known = new WeakMap<Tx, OfficePlace[]>();

/** Every office as far as access is concerned, kept until `forgetPlaces`: it is asked for at every change of a dossier. */
export async function officePlaces(tx: Tx): Promise<readonly OfficePlace[]> {
  let places = known.get(tx);
  if (!places) {
    places = await tx
      .select({
        id: offices.id,
        department: offices.department,
        region: offices.region,
        successorId: offices.successorId,
      })
      .from(offices);
    known.set(tx, places);
  }
  return places;
}

/** Called in the turn that changes an office, and again once that turn has ended, whichever way it ended. */
export function forgetPlaces(): void {
  known = new WeakMap();
}

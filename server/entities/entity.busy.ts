import { loadsOf, type SubjectLoad } from '#server/dossiers/subject.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { capsNow, visitCounts } from '#server/visits/visit.count.ts';
import type { WatchLevel } from '#shared/entities/entity.lists.ts';
import type { EntityColumns } from './entity.table.ts';
import { watchedAmong } from './watch.seen.ts';

/** What stands beside an entity wherever it is named. */
export interface Busy extends SubjectLoad {
  readonly visits: number;
  readonly cap: number;
  readonly watch: WatchLevel | null;
}

const IDLE: SubjectLoad = { complaints: 0, open: 0, lastOn: null };

/** This year's complaints and visits, open records and watch marks of some entities, each as far as the reader may know. */
export async function busyOf(
  work: Work,
  rows: readonly Pick<EntityColumns, 'id' | 'county'>[],
): Promise<(row: Pick<EntityColumns, 'id' | 'county'>) => Busy> {
  const ids = rows.map(({ id }) => id);
  const year = Number(work.clock.today().slice(0, 4));
  const loads = await loadsOf(work, ids, `${year}-01-01`);
  const visits = await visitCounts(work, ids, year);
  const cap = await capsNow(work);
  const watched = await watchedAmong(work, ids);
  return ({ id, county }) => ({
    ...(loads.get(id) ?? IDLE),
    visits: visits.get(id) ?? 0,
    cap: cap(county),
    watch: watched.get(id) ?? null,
  });
}

import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { caseOffences } from '#server/cases/case.offences.ts';
import { complaintOffences } from '#server/complaints/complaint.offences.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Repeats } from '#shared/entities/entity.api.ts';
import { kindOfMatter, monthsBefore, REPEAT_MONTHS, type RepeatTie, repeatsAmong } from '#shared/entities/repeats.ts';
import { reachAny } from './entity.reach.ts';
import { entitiesOf } from './entity.read.ts';
import { named } from './entity.shown.ts';
import { entityKeys, entityOwners } from './entity.table.ts';

/** Ledgers whose records may count as offences, each by one function; a later ledger adds a line. */
const SOURCES = [complaintOffences, caseOffences] as const;
/** So many entities are looked at, the one asked about among them. */
const MOST = 100;

/** What an entity, whoever stands behind it, and whatever else is at its address did of one kind more than once, as far as the reader may see. */
export async function repeatsOf(
  work: Work,
  id: number,
  { months = REPEAT_MONTHS, exact = false }: { months?: number; exact?: boolean },
): Promise<Repeats> {
  await reachAny(work, id);
  const ties = await tiedTo(work, id);
  const since = monthsBefore(work.clock.today(), months);
  const found = (await Promise.all(SOURCES.map((offences) => offences(work, [...ties.keys()], since)))).flat();
  const names = new Map((await entitiesOf(work, [...ties.keys()])).map((row) => [row.id, named(row)]));
  const offences = found.map((one) => ({
    ...one,
    stub: false,
    entity: names.get(one.entityId)!,
    tie: ties.get(one.entityId)!,
  }));
  return { since, groups: repeatsAmong(offences, exact ? (matter) => matter : kindOfMatter) };
}

/** The entity itself; then what shares an owner or operator with it; then what is at the same address. */
async function tiedTo(work: Work, id: number): Promise<Map<number, RepeatTie>> {
  const ties = new Map<number, RepeatTie>([[id, 'entity']]);
  const tie = (ids: readonly number[], why: RepeatTie) => {
    for (const one of ids) if (!ties.has(one) && ties.size < MOST) ties.set(one, why);
  };
  const owners = await work.tx
    .select({ id: entityOwners.ownerId })
    .from(entityOwners)
    .where(eq(entityOwners.entityId, id));
  const persons = [id, ...owners.map((one) => one.id)];
  const shared = await work.tx
    .select({ owner: entityOwners.ownerId, owned: entityOwners.entityId })
    .from(entityOwners)
    .where(or(inArray(entityOwners.ownerId, persons), eq(entityOwners.entityId, id)));
  tie(
    shared.flatMap(({ owner, owned }) => [owner, owned]),
    'owner',
  );
  tie(await sharing(work, id, 'id_no'), 'owner');
  tie(await sharing(work, id, 'address'), 'address');
  return ties;
}

/** Entities that have a key of one kind in common with another; those merged away lead nowhere here, their records were moved. */
async function sharing(work: Work, id: number, kind: 'id_no' | 'address'): Promise<number[]> {
  const keys = await work.tx
    .select({ key: entityKeys.key })
    .from(entityKeys)
    .where(and(eq(entityKeys.entityId, id), eq(entityKeys.kind, kind)));
  if (keys.length === 0) return [];
  const rows = await work.tx
    .selectDistinct({ id: entityKeys.entityId })
    .from(entityKeys)
    .where(
      and(
        eq(entityKeys.kind, kind),
        inArray(
          entityKeys.key,
          keys.map(({ key }) => key),
        ),
        ne(entityKeys.entityId, id),
      ),
    )
    .limit(MOST);
  return rows.map((one) => one.id);
}

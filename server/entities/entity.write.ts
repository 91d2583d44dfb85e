import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { CODED_KINDS, type EntityKind } from '#shared/entities/entity.lists.ts';
import { codeKey } from '#shared/entities/entity.names.ts';
import type { EntityOwner, EntityPerson, EntityPlace, Licence } from '#shared/entities/entity.schema.ts';
import { cleanText, codeAdviceOf, halfWidth, isCreditCode, isDamagedNumber } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { entitiesOf } from './entity.read.ts';
import { named } from './entity.shown.ts';
import { type EntityFacts, entities, entityKeys, entityOwners } from './entity.table.ts';

/** What lists filter and sort by, worked out anew from the facts. */
export async function copiesOf(facts: EntityFacts) {
  const { pinyinOf } = await import('#server/search/initials.ts');
  const [place] = facts.places;
  const ends = facts.licences.flatMap(({ expiresOn }) => (expiresOn ? [expiresOn] : [])).sort();
  return {
    nameSort: pinyinOf(facts.name).join(' ').slice(0, 200),
    codeSound: facts.code !== null && isCreditCode(facts.code),
    county: place?.county ?? null,
    township: place?.township ?? null,
    licenceDueOn: ends[0] ?? null,
  };
}

/** Texts as they are stored: cleaned, and nothing where nothing was said. */
export function cleaned(facts: EntityFacts): EntityFacts {
  const text = (value: string | null) => (value && cleanText(value)) || null;
  const place = ({ county, township, address }: EntityPlace): EntityPlace => ({
    county,
    ...(text(township ?? null) ? { township: text(township!)! } : {}),
    ...(text(address ?? null) ? { address: text(address!)! } : {}),
  });
  const licence = ({ kind, number, issuer, expiresOn }: Licence): Licence => ({
    kind,
    number: halfWidth(number),
    ...(text(issuer ?? null) ? { issuer: text(issuer!)! } : {}),
    ...(expiresOn ? { expiresOn } : {}),
  });
  return {
    ...facts,
    name: cleanText(facts.name),
    nameBo: text(facts.nameBo),
    code: text(facts.code),
    noCodeReason: facts.code ? null : facts.noCodeReason,
    notes: text(facts.notes),
    formerNames: facts.formerNames.map((one) => ({ ...one, name: cleanText(one.name) })),
    oldNumbers: facts.oldNumbers.map((one) => ({ ...one, number: halfWidth(one.number) })),
    places: facts.places.map(place),
    licences: facts.licences.map(licence),
  };
}

/** Refuses what cannot be kept, each field with its remedy. A code whose check digits disagree is kept: it is warned of, not blocked. */
export function checkFacts(facts: EntityFacts, person: EntityPerson): void {
  const faults: Record<string, string> = {};
  if (facts.name === '') faults['name'] = 'required';
  if (facts.code && codeAdviceOf(facts.code)?.problem === 'damaged') faults['code'] = 'damaged';
  if (!facts.code && !facts.noCodeReason && CODED_KINDS.includes(facts.kind)) faults['noCodeReason'] = 'required';
  if (facts.kind === 'person' && facts.places.some(({ address }) => address)) faults['places'] = 'home_in_person';
  if (facts.kind !== 'person' && person.address) faults['person.address'] = 'address_in_places';
  if (person.idNo && isDamagedNumber(person.idNo)) faults['person.idNo'] = 'damaged';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

/** Refuses links to what is not there, to itself, or round in a circle. */
export async function checkLinks(
  work: Work,
  id: number | null,
  { branchOf, owners }: { branchOf?: number | null | undefined; owners?: readonly EntityOwner[] | undefined },
): Promise<void> {
  const asked = [...new Set([...(branchOf ? [branchOf] : []), ...(owners ?? []).map(({ entityId }) => entityId)])];
  const found = new Map((await entitiesOf(work, asked)).map((row) => [row.id, row]));
  const gone = (one: number) => !found.has(one) || found.get(one)!.mergedInto !== null;
  if (branchOf && (branchOf === id || gone(branchOf)))
    throw invalid({ branchOf: branchOf === id ? 'itself' : 'unknown' });
  if (branchOf && found.get(branchOf)!.branchOf !== null && found.get(branchOf)!.branchOf === id)
    throw invalid({ branchOf: 'circle' });
  const wrong = owners?.find(({ entityId }) => entityId === id || gone(entityId));
  if (wrong) throw invalid({ owners: wrong.entityId === id ? 'itself' : 'unknown' });
}

/** Refuses the very code of another entity, unless whoever files has seen that one and knows it to be another. */
export async function checkCode(work: Work, id: number | null, code: string | null, others: readonly number[] = []) {
  if (!code) return;
  const same = await work.tx
    .select({ id: entities.id, kind: entities.kind, name: entities.name })
    .from(entityKeys)
    .innerJoin(entities, eq(entities.id, entityKeys.entityId))
    .where(
      and(
        inArray(entityKeys.kind, ['code', 'number']),
        eq(entityKeys.key, codeKey(code)),
        isNull(entities.mergedInto),
        ...(id === null ? [] : [ne(entities.id, id)]),
      ),
    )
    .limit(10);
  const unseen = same.filter((one) => !others.includes(one.id));
  if (unseen.length > 0) throw new Refusal('already_exists', { entities: unseen.map(named) });
}

/** Stores who stands behind an entity, in place of who did before. */
export async function storeOwners(work: Pick<Work, 'tx'>, id: number, owners: readonly EntityOwner[]): Promise<void> {
  await work.tx.delete(entityOwners).where(eq(entityOwners.entityId, id));
  const rows = owners.map(({ entityId, role }) => ({ entityId: id, ownerId: entityId, role }));
  if (rows.length > 0) await work.tx.insert(entityOwners).values(rows).onConflictDoNothing();
}

/** Tells whoever looks at entities that one of them is new or another than before. */
export function announce(work: Work, id: number, event: string): void {
  work.outbox.put({ topic: 'entity', id, event });
}

/** Kinds whose names are themselves personal data. */
export const isPerson = (kind: EntityKind): boolean => kind === 'person';

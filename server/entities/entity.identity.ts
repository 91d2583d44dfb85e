import { eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { checkOpeningPace, OPEN_SECONDS } from '#server/audit/openings.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { type EntityKind, PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import type { EntityPerson } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { maskName, maskPhone } from '#shared/kernel/masking.ts';
import { reachEntity } from './entity.reach.ts';
import { type EntityColumns, entities, entityPersons } from './entity.table.ts';

const about = (id: number) => `entity:${id}`;
const isMobile = (phone: string) => /1[3-9]\d{9}$/.test(phone.normalize('NFKC').replace(/\D/g, ''));

/** What the row may show of the compartment. A firm's fixed line is its own, everything else is somebody's. */
export function masksOf(kind: EntityKind, person: EntityPerson) {
  const { operator, idNo, phone } = person;
  const clean = idNo?.normalize('NFKC').trim() ?? '';
  return {
    operatorMask: operator?.trim() ? maskName(operator) : null,
    phoneMask: phone?.trim() ? (kind === 'person' || isMobile(phone) ? maskPhone(phone) : phone.trim()) : null,
    idTail: clean.length >= 8 ? clean.slice(-4) : null,
    personal: PERSONAL_FIELDS.filter((field) => person[field]?.trim()),
  };
}

/** A compartment's text sealed to be kept beside another thing about the same entity, and opened again. */
export const sealText = (work: Pick<Work, 'vault'>, id: number, person: EntityPerson): Buffer =>
  work.vault.seal(JSON.stringify(person), about(id));
export const openText = (work: Pick<Work, 'vault'>, id: number, sealed: Buffer): EntityPerson =>
  JSON.parse(work.vault.open(sealed, about(id))) as EntityPerson;

/** Seals the compartment of an entity; an empty one leaves nothing behind. */
export async function sealPerson(work: Pick<Work, 'tx' | 'vault'>, id: number, person: EntityPerson): Promise<void> {
  const kept = Object.fromEntries(Object.entries(person).filter(([, value]) => value?.trim()));
  if (Object.keys(kept).length === 0) {
    await work.tx.delete(entityPersons).where(eq(entityPersons.id, id));
    return;
  }
  const sealed = sealText(work, id, kept);
  await work.tx
    .insert(entityPersons)
    .values({ id, sealed })
    .onConflictDoUpdate({ target: entityPersons.id, set: { sealed } });
}

/** The compartment opened for the product's own work (comparing, changing), never to be answered. */
export async function unsealPerson(work: Pick<Work, 'tx' | 'vault'>, id: number): Promise<EntityPerson> {
  const [row] = await work.tx
    .select({ sealed: entityPersons.sealed })
    .from(entityPersons)
    .where(eq(entityPersons.id, id));
  return row ? openText(work, id, row.sealed) : {};
}

/** A natural person's names are themselves personal data: they open with the rest. */
const namesOf = (row: EntityColumns) =>
  row.kind === 'person'
    ? { name: row.name, nameBo: row.nameBo, formerNames: row.formerNames.map(({ name }) => name) }
    : { name: null, nameBo: null, formerNames: [] };

/** Opens who stands behind an entity, for a minute and a stated reason; each opening is an audit line and is counted. */
export async function openEntityIdentity(work: Work, id: number, { reason }: { reason: string }) {
  const row = await reachEntity(work, id);
  if (row.kind !== 'person' && row.personal.length === 0) throw new Refusal('not_found');
  await checkOpeningPace(work);
  const person = await unsealPerson(work, id);
  await work.tx
    .update(entities)
    .set({ identityOpenings: sql`${entities.identityOpenings} + 1` })
    .where(eq(entities.id, id));
  await record(work, 'identity.opened', about(id), { reason });
  return { person, ...namesOf(row), seconds: OPEN_SECONDS };
}

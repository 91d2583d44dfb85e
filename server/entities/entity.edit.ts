import { and, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Changed, Reversal } from '#server/operations/operation.service.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import type { PersonalField } from '#shared/entities/entity.lists.ts';
import type { EntityEdit, EntityOwner, EntityPerson } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { masksOf, sealPerson, unsealPerson } from './entity.identity.ts';
import { makeFindable } from './entity.keys.ts';
import { reachAtVersion } from './entity.reach.ts';
import { nameShown, tibetanShown } from './entity.shown.ts';
import { type EntityColumns, type EntityFacts, entities, entityOwners } from './entity.table.ts';
import {
  announce,
  checkCode,
  checkFacts,
  checkLinks,
  cleaned,
  copiesOf,
  isPerson,
  storeOwners,
} from './entity.write.ts';

/** Names of a natural person are personal data: the audit says that they changed, not from what to what. */
const NAMES = ['name', 'nameBo', 'formerNames'];

/** Edits an entity at a version: each changed field leaves its old and new value in the audit, personal ones only that they changed. */
export async function editEntity(
  work: Work,
  id: number,
  ask: EntityEdit,
  reversal: Reversal = {},
): Promise<{ readonly row: EntityColumns; readonly changed: Changed | null }> {
  const { version, person: personal = {}, owners, others, ...fields } = ask;
  const before = await reachAtVersion(work, id, version, (row) => currentOf(row, fields));
  const facts = cleaned({ ...factsOf(before), ...fields } as EntityFacts);
  const personBefore = await unsealPerson(work, id);
  const person = changedPerson(personBefore, personal);
  checkFacts(facts, person);
  await checkLinks(work, id, { branchOf: fields.branchOf, owners });
  if (facts.code !== before.code) await checkCode(work, id, facts.code, others);

  const ownersBefore = await ownersNow(work, id);
  const changes = {
    ...changesOf<object>(factsOf(before), facts),
    ...(owners ? changesOf<object>({ owners: ownersBefore }, { owners }) : {}),
  };
  const touched = personalChanges(personBefore, person);
  if (Object.keys(changes).length + touched.length === 0) return { row: before, changed: null };
  if (touched.length > 0) await sealPerson(work, id, person);
  if (owners) await storeOwners(work, id, owners);
  const after = await storeFacts(work, before, facts, person);
  await makeFindable(work, after, person, false);
  await record(work, 'entity.edited', `entity:${id}`, { ...told(before, after, changes, touched), ...reversal });
  announce(work, id, 'edited');
  const names = Object.keys(changes);
  const was = { ...factsOf(before), owners: ownersBefore };
  const is = { ...factsOf(after), owners: await ownersNow(work, id) };
  return {
    row: after,
    changed: {
      id,
      version: after.version,
      before: { ...picked(was, names), ...flat(personBefore, touched) },
      after: { ...picked(is, names), ...flat(person, touched) },
    },
  };
}

const picked = (values: object, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, (values as Record<string, unknown>)[name] ?? null]));

/** Fields of the compartment by names of their own, so that each is compared and set by itself. */
export const flat = (person: EntityPerson, fields: readonly PersonalField[]) =>
  Object.fromEntries(fields.map((field) => [`person.${field}`, person[field] ?? null]));

/** Stores facts with their copies and masks, one version on; throws where somebody else was first. */
export async function storeFacts(
  work: Work,
  before: EntityColumns,
  facts: EntityFacts,
  person: EntityPerson,
): Promise<EntityColumns> {
  const [after] = await work.tx
    .update(entities)
    .set({
      ...facts,
      ...(await copiesOf(facts)),
      ...masksOf(facts.kind, person),
      version: before.version + 1,
      updatedAt: work.clock.now(),
    })
    .where(and(eq(entities.id, before.id), eq(entities.version, before.version)))
    .returning();
  if (!after) throw new Refusal('changed_meanwhile');
  return after;
}

/** The facts among a row's columns. */
export const factsOf = ({
  kind,
  name,
  nameBo,
  code,
  noCodeReason,
  industry,
  branchOf,
  riskClass,
  standing,
  notes,
  formerNames,
  oldNumbers,
  places,
  licences,
}: EntityColumns): EntityFacts => ({
  kind,
  name,
  nameBo,
  code,
  noCodeReason,
  industry,
  branchOf,
  riskClass,
  standing,
  notes,
  formerNames,
  oldNumbers,
  places,
  licences,
});

/** Who stands behind an entity now, as a form sends it. */
export async function ownersNow(work: Pick<Work, 'tx'>, id: number): Promise<EntityOwner[]> {
  return work.tx
    .select({ entityId: entityOwners.ownerId, role: entityOwners.role })
    .from(entityOwners)
    .where(eq(entityOwners.entityId, id))
    .orderBy(entityOwners.ownerId, entityOwners.role);
}

/** The compartment with some of its fields changed or taken away. */
function changedPerson(before: EntityPerson, change: NonNullable<EntityEdit['person']>): EntityPerson {
  const after = Object.entries({ ...before, ...change }).filter(([, value]) => value?.trim());
  return Object.fromEntries(after) as EntityPerson;
}

const personalChanges = (before: EntityPerson, after: EntityPerson): PersonalField[] =>
  (['operator', 'idNo', 'phone', 'address'] as const).filter((field) => before[field] !== after[field]);

function told(
  before: EntityColumns,
  after: EntityColumns,
  changes: ReturnType<typeof changesOf>,
  touched: readonly PersonalField[],
) {
  const secret = isPerson(before.kind) || isPerson(after.kind);
  const personal = [...touched, ...(secret ? NAMES.filter((name) => name in (changes ?? {})) : [])];
  const open = Object.entries(changes ?? {}).filter(([field]) => !(secret && NAMES.includes(field)));
  return {
    ...(open.length > 0 ? { changes: Object.fromEntries(open) } : {}),
    ...(personal.length > 0 ? { personal } : {}),
  };
}

/** The fields asked for as they stand now, so that the conflict dialog can show both sides; a person's name only masked. */
function currentOf(row: EntityColumns, fields: object) {
  const shown = { ...row, name: nameShown(row), nameBo: tibetanShown(row) } as Record<string, unknown>;
  if (isPerson(row.kind)) delete shown['formerNames'];
  return Object.fromEntries(Object.keys(fields).map((field) => [field, shown[field] ?? null]));
}

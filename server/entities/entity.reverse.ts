import type { Work } from '#server/kernel/work.ts';
import { keepOperation, type Values } from '#server/operations/operation.service.ts';
import type { Edits } from '#server/operations/reversers.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import type { EntityEdit } from '#shared/entities/entity.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { editEntity, factsOf, flat, ownersNow } from './entity.edit.ts';
import { unsealPerson } from './entity.identity.ts';
import { reachEntity } from './entity.reach.ts';
import { readEntity } from './entity.read.ts';
import { nameShown } from './entity.shown.ts';

/** Edits an entity; what can be taken back is an operation. */
export async function editOneEntity(work: Work, id: number, ask: EntityEdit) {
  const { changed } = await editEntity(work, id, ask);
  const operation = await keepOperation(work, { act: 'edit', kind: 'entity' }, [changed]);
  return { ...(await readEntity(work, id)), operation };
}

/** How edits of entities are taken back; whoever lost the right to edit them may not. */
export const entityEdits: Edits = {
  async standing(work, id) {
    if (!permissionsOf(work.actor).has('entity.edit')) throw new Refusal('forbidden', { permission: 'entity.edit' });
    const row = await reachEntity(work, id);
    const now = {
      ...factsOf(row),
      owners: await ownersNow(work, id),
      ...flat(await unsealPerson(work, id), PERSONAL_FIELDS),
    };
    return { version: row.version, number: nameShown(row), now };
  },
  async restore(work, id, version, values, undoes) {
    const { row } = await editEntity(work, id, { ...nested(values), version }, { undoes });
    return row.version;
  },
};

/** The edit that sets these values: the compartment's fields stand together in it. */
function nested(values: Values): Omit<EntityEdit, 'version'> {
  const parts = Object.entries(values);
  const personal = parts.filter(([field]) => field.startsWith('person.'));
  return {
    ...Object.fromEntries(parts.filter(([field]) => !field.startsWith('person.'))),
    ...(personal.length > 0
      ? { person: Object.fromEntries(personal.map(([field, value]) => [field.slice(7), value])) }
      : {}),
  } as Omit<EntityEdit, 'version'>;
}

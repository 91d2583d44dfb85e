import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import { addressKey, codeKey, nameKey } from '#shared/entities/entity.names.ts';
import type { EntityMerging, EntityOwner, EntityPerson, EntityPlace, Licence } from '#shared/entities/entity.schema.ts';
import { CHOSEN_FIELDS } from '#shared/entities/entity.schema.ts';
import type { EntityFacts } from './entity.table.ts';

type Whole = EntityFacts & { owners: EntityOwner[] };
type Side = Whole & { id: number };
type Take = EntityMerging['take'];

/** What two entities are together: a choice for what there can be one of, both for what there can be many of. Nothing is dropped. */
export function together(survivor: Side, other: Side, take: Take): Whole {
  const { id, ...kept } = survivor;
  const result: Whole = { ...kept };
  for (const field of CHOSEN_FIELDS)
    if (other[field] !== null && (take.includes(field) || survivor[field] === null))
      Object.assign(result, { [field]: other[field] });
  if (result.branchOf === id || result.branchOf === other.id) result.branchOf = null;
  if (result.code !== null) result.noCodeReason = null;
  else result.noCodeReason = survivor.noCodeReason ?? other.noCodeReason;
  result.notes = bothTexts(survivor.notes, other.notes);
  result.formerNames = unique(
    [...survivor.formerNames, ...other.formerNames, { name: survivor.name }, { name: other.name }],
    ({ name }) => nameKey(name),
  ).filter(({ name }) => nameKey(name) !== nameKey(result.name));
  result.oldNumbers = unique(
    [...survivor.oldNumbers, ...other.oldNumbers, ...spareCodes(survivor, other)],
    ({ number }) => codeKey(number),
  ).filter(({ number }) => result.code === null || codeKey(number) !== codeKey(result.code));
  result.places = unique([...survivor.places, ...other.places], placeKey);
  result.licences = unique([...survivor.licences, ...other.licences], licenceKey);
  result.owners = unique([...survivor.owners, ...other.owners], ({ entityId, role }) => `${entityId} ${role}`).filter(
    ({ entityId }) => entityId !== id && entityId !== other.id,
  );
  return result;
}

/** The compartments of two entities together: a choice where both know something, else what one of them knows. */
export function togetherPerson(survivor: EntityPerson, other: EntityPerson, take: Take): EntityPerson {
  const result: Record<string, string> = {};
  for (const field of PERSONAL_FIELDS) {
    const value = take.includes(field) ? (other[field] ?? survivor[field]) : (survivor[field] ?? other[field]);
    if (value) result[field] = value;
  }
  return result;
}

const spareCodes = (...sides: Side[]) =>
  sides.flatMap(({ code }) => (code === null ? [] : [{ kind: 'other' as const, number: code }]));

function bothTexts(a: string | null, b: string | null): string | null {
  if (!a || !b || a === b) return a ?? b;
  return `${a}\n${b}`;
}

const placeKey = ({ county, township, address }: EntityPlace) =>
  `${county} ${nameKey(township ?? '')} ${addressKey(address ?? '') ?? nameKey(address ?? '')}`;
const licenceKey = ({ kind, number }: Licence) => `${kind} ${codeKey(number)}`;

/** Each once, the first as it stands. */
function unique<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = keyOf(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

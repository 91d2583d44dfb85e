import { say } from '#client/kernel/words.ts';
import { PERSONAL_FIELDS } from '#shared/entities/entity.lists.ts';
import { type Entity, EntityFiling } from '#shared/entities/entity.schema.ts';
import { type Faults, type FormSchema, faultsOf } from '#shared/kernel/faults.ts';
import type { EntityAnswers, EntityValues } from './entity-form.ts';

type Fields = Record<string, unknown>;

/** Lists are always sent whole: what stands in the form is all there is. */
const LISTS = ['formerNames', 'oldNumbers', 'places', 'owners', 'licences'] as const;
const PLAIN = [
  'kind',
  'name',
  'nameBo',
  'code',
  'noCodeReason',
  'industry',
  'riskClass',
  'standing',
  'branchOf',
  'notes',
] as const;

/** A form begins with what an entity's page shows; what is masked there stands as a hint, not as a value. */
export function valuesOf(entity: Entity): EntityValues {
  const person = entity.kind === 'person';
  const { operatorMask, phoneMask, idTail, personal, name, nameBo } = entity;
  const hidden = '***';
  const mask = { operator: operatorMask, phone: phoneMask, idNo: idTail ? `…${idTail}` : null, address: null };
  return {
    ...Object.fromEntries(PLAIN.map((field) => [field, entity[field]])),
    ...Object.fromEntries(LISTS.map((field) => [field, entity[field]])),
    ...(person ? { name: '', nameBo: '', formerNames: [] } : {}),
    owners: entity.owners.map(({ id, name: whose, role }) => ({ entityId: id, name: whose, role })),
    branchOf: entity.branchOf?.id ?? null,
    branchName: entity.branchOf?.name ?? '',
    person: {},
    masks: {
      ...Object.fromEntries(
        PERSONAL_FIELDS.filter((field) => personal.includes(field)).map((field) => [field, mask[field] ?? hidden]),
      ),
      ...(person ? { name, ...(nameBo ? { nameBo } : {}) } : {}),
    },
  };
}

/** A filing from what was typed. */
export function filingFrom({ cleared: _, person, ...answers }: EntityAnswers): Fields {
  const lists = Object.fromEntries(LISTS.map((field) => [field, answers[field] ?? []]));
  return { standing: 'open', ...answers, ...lists, person };
}

/** Only what differs from the entity as it was opened. */
export function changesFrom(entity: Entity, { cleared, person, ...answers }: EntityAnswers): Fields {
  const before = valuesOf(entity) as Fields;
  const secret = entity.kind === 'person';
  const owners = entity.owners.map(({ id, role }) => ({ entityId: id, role }));
  const changed: Fields = {};
  for (const field of PLAIN) {
    const answer = answers[field] ?? null;
    if (secret && (field === 'name' || field === 'nameBo') && answer === null) continue; // a masked name left alone
    if (answer !== (before[field] ?? null)) changed[field] = answer;
  }
  for (const field of LISTS) {
    const answer = answers[field];
    if (answer === undefined) continue; // not asked for in this form
    const stood = field === 'owners' ? owners : before[field];
    if (sorted(answer) !== sorted(stood)) changed[field] = answer;
  }
  const personal = { ...person, ...Object.fromEntries(cleared.map((field) => [field, null])) };
  if (Object.keys(personal).length > 0) changed['person'] = personal;
  return changed;
}

/** JSON with every object's keys in order, so that two lists are told apart by what they say. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Which field fails which rule, in a filing or in the changes to an entity. */
export function faultsIn(body: Fields, entity: Entity | undefined): Faults {
  const filing = EntityFiling as unknown as FormSchema;
  const schema = entity ? ({ ...filing, required: [] } as unknown as FormSchema) : filing;
  const given = Object.fromEntries(
    Object.entries(body).filter(([field, value]) => value !== null && field !== 'person'),
  );
  const faults = faultsOf(schema, entity ? given : { ...given, person: {} });
  if (entity && body['name'] === null) faults['name'] = 'required';
  return faults;
}

/** A field in words, for the dialog in which two people's versions meet. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one: Fields) =>
      Object.values(one)
        .map((part) => say(`region.${part}`) ?? String(part))
        .join(' '),
    )
    .join('\n');
}

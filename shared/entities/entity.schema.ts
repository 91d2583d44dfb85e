import { type Static, Type } from 'typebox';
import { Day, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { REGION_CODES } from '../offices/regions.ts';
import {
  ENTITY_KINDS,
  INDUSTRIES,
  LICENCE_KINDS,
  MATCH_REASONS,
  NO_CODE_REASONS,
  NUMBER_KINDS,
  OWNER_ROLES,
  PERSONAL_FIELDS,
  RISK_CLASSES,
  STANDINGS,
  WATCH_LEVELS,
} from './entity.lists.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Kind = oneOf(ENTITY_KINDS, 'entity.kind');
const County = oneOf(REGION_CODES, 'region');

/** Where it is or trades: county, township, and the address as people say it there; several places are several of these. */
export const EntityPlace = Type.Object(
  {
    county: County,
    township: Type.Optional(Type.String({ maxLength: 60 })),
    address: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: 'EntityPlace', ...closed },
);
export type EntityPlace = Static<typeof EntityPlace>;

/** A name it bore before, until a day where that is known. */
export const FormerName = Type.Object({ name: Name, until: Type.Optional(Day) }, { $id: 'FormerName', ...closed });
export type FormerName = Static<typeof FormerName>;

/** A number from before the credit code, or of another register. */
export const OldNumber = Type.Object(
  { kind: oneOf(NUMBER_KINDS, 'entity.number'), number: Type.String({ minLength: 1, maxLength: 60 }) },
  { $id: 'OldNumber', ...closed },
);
export type OldNumber = Static<typeof OldNumber>;

export const Licence = Type.Object(
  {
    kind: oneOf(LICENCE_KINDS, 'entity.licence'),
    number: Type.String({ minLength: 1, maxLength: 80 }),
    issuer: Type.Optional(Type.String({ maxLength: 100 })),
    expiresOn: Type.Optional(Day),
  },
  { $id: 'Licence', ...closed },
);
export type Licence = Static<typeof Licence>;

/** Another entity, mostly a person, that stands behind this one. */
export const EntityOwner = Type.Object(
  { entityId: Id, role: oneOf(OWNER_ROLES, 'entity.role') },
  { $id: 'EntityOwner', ...closed },
);
export type EntityOwner = Static<typeof EntityOwner>;

/** The compartment: legal representative or operator, resident ID, telephone, a person's home. Sealed at rest, opened with a reason. */
export const EntityPerson = Type.Object(
  {
    operator: Type.Optional(Type.String({ maxLength: 60 })),
    idNo: Type.Optional(Type.String({ maxLength: 30, format: 'id_no' })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: 'EntityPerson', ...closed },
);
export type EntityPerson = Static<typeof EntityPerson>;

const lists = {
  formerNames: Type.Array(FormerName, { maxItems: 20 }),
  oldNumbers: Type.Array(OldNumber, { maxItems: 20 }),
  places: Type.Array(EntityPlace, { maxItems: 20 }),
  owners: Type.Array(EntityOwner, { maxItems: 20 }),
  licences: Type.Array(Licence, { maxItems: 40 }),
};
const plain = {
  nameBo: Type.String({ maxLength: 200, lang: 'bo' }),
  code: Type.String({ maxLength: 60, format: 'code' }),
  noCodeReason: oneOf(NO_CODE_REASONS, 'entity.no_code'),
  industry: oneOf(INDUSTRIES, 'entity.industry'),
  branchOf: Id,
  riskClass: oneOf(RISK_CLASSES, 'entity.risk'),
  notes: Type.String({ maxLength: 4000 }),
};

/** What is written down when something is first supervised. */
export const EntityFiling = Type.Object(
  {
    kind: Kind,
    name: Name,
    nameBo: Type.Optional(plain.nameBo),
    code: Type.Optional(plain.code),
    noCodeReason: Type.Optional(plain.noCodeReason),
    industry: Type.Optional(plain.industry),
    branchOf: Type.Optional(plain.branchOf),
    riskClass: Type.Optional(plain.riskClass),
    standing: oneOf(STANDINGS, 'entity.standing'),
    notes: Type.Optional(plain.notes),
    person: EntityPerson,
    ...lists,
    /** Entities with the very same code that whoever files has seen and knows to be others. */
    others: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  },
  { $id: 'EntityFiling', ...closed },
);
export type EntityFiling = Static<typeof EntityFiling>;

/** Changes to an entity; null takes a value away. Of the compartment only what changes is sent: its values are not on screen. */
export const EntityEdit = Type.Object(
  {
    version: Version,
    kind: Type.Optional(Kind),
    name: Type.Optional(Name),
    nameBo: Type.Optional(orNull(plain.nameBo)),
    code: Type.Optional(orNull(plain.code)),
    noCodeReason: Type.Optional(orNull(plain.noCodeReason)),
    industry: Type.Optional(orNull(plain.industry)),
    branchOf: Type.Optional(orNull(plain.branchOf)),
    riskClass: Type.Optional(orNull(plain.riskClass)),
    standing: Type.Optional(oneOf(STANDINGS, 'entity.standing')),
    notes: Type.Optional(orNull(plain.notes)),
    person: Type.Optional(
      Type.Object(
        {
          operator: Type.Optional(orNull(EntityPerson.properties.operator)),
          idNo: Type.Optional(orNull(EntityPerson.properties.idNo)),
          phone: Type.Optional(orNull(EntityPerson.properties.phone)),
          address: Type.Optional(orNull(EntityPerson.properties.address)),
        },
        closed,
      ),
    ),
    formerNames: Type.Optional(lists.formerNames),
    oldNumbers: Type.Optional(lists.oldNumbers),
    places: Type.Optional(lists.places),
    owners: Type.Optional(lists.owners),
    licences: Type.Optional(lists.licences),
    others: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  },
  { $id: 'EntityEdit', ...closed },
);
export type EntityEdit = Static<typeof EntityEdit>;

/** What stands beside an entity wherever it is named: how busy it keeps the reader's office, and this year's visits of everybody. */
const busy = {
  complaints: Type.Integer(),
  open: Type.Integer(),
  visits: Type.Integer(),
  cap: Type.Integer(),
  lastOn: orNull(Day),
  watch: orNull(oneOf(WATCH_LEVELS, 'watch.level')),
};

const named = {
  id: Id,
  kind: Kind,
  /** A natural person's is masked: 扎***. */
  name: Type.String(),
  nameBo: orNull(Type.String()),
  code: orNull(Type.String()),
  county: orNull(Type.String()),
  township: orNull(Type.String()),
  operatorMask: orNull(Type.String()),
  idTail: orNull(Type.String()),
};

/** One row of the list of entities (S24). */
export const EntityRow = Type.Object(
  {
    ...named,
    codeSound: Type.Boolean(),
    noCodeReason: orNull(oneOf(NO_CODE_REASONS, 'entity.no_code')),
    address: orNull(Type.String()),
    industry: orNull(oneOf(INDUSTRIES, 'entity.industry')),
    riskClass: orNull(oneOf(RISK_CLASSES, 'entity.risk')),
    standing: oneOf(STANDINGS, 'entity.standing'),
    licenceDueOn: orNull(Day),
    ...busy,
    updatedAt: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'EntityRow' },
);
export type EntityRow = Static<typeof EntityRow>;

/** An entity found for what was typed or may be the same; `why` says by what. */
export const EntityHit = Type.Object(
  { ...named, address: orNull(Type.String()), why: Type.Array(oneOf(MATCH_REASONS, 'entity.match')), ...busy },
  { $id: 'EntityHit' },
);
export type EntityHit = Static<typeof EntityHit>;

/** Another entity by name, as far as its reader may know it. */
export const EntityName = Type.Object({ id: Id, name: Type.String(), kind: Kind });
export type EntityName = Static<typeof EntityName>;

/** An entity as its own page shows it: everything but the compartment, of which only masks and which fields are filled. */
export const Entity = Type.Object(
  {
    ...EntityRow.properties,
    phoneMask: orNull(Type.String()),
    personal: Type.Array(oneOf(PERSONAL_FIELDS, 'entity.personal')),
    identityOpenings: Type.Integer(),
    formerNames: Type.Array(FormerName),
    oldNumbers: Type.Array(OldNumber),
    places: Type.Array(EntityPlace),
    licences: Type.Array(Licence),
    owners: Type.Array(Type.Object({ ...EntityName.properties, role: EntityOwner.properties.role })),
    owns: Type.Array(Type.Object({ ...EntityName.properties, role: EntityOwner.properties.role })),
    branchOf: orNull(EntityName),
    branches: Type.Array(EntityName),
    notes: orNull(Type.String()),
    /** Entities that were merged into this one and can be taken out again. */
    merges: Type.Array(
      Type.Object({
        id: Id,
        other: EntityName,
        reason: Type.String(),
        mergedBy: Type.Integer(),
        mergedAt: Type.String(),
      }),
    ),
    /** Where this one was merged into another, the one that goes on. */
    mergedInto: orNull(Id),
    createdBy: Type.Integer(),
    createdOfficeId: Type.Integer(),
    createdAt: Type.String(),
  },
  { $id: 'Entity' },
);
export type Entity = Static<typeof Entity>;

/** What there can be only one of: in a merge one side's is chosen, unless only one side has any. */
export const CHOSEN_FIELDS = [
  'kind',
  'name',
  'nameBo',
  'code',
  'industry',
  'riskClass',
  'standing',
  'branchOf',
] as const;
const TAKEN_FIELDS = [...CHOSEN_FIELDS, ...PERSONAL_FIELDS] as const;

/** Makes one of two entities; `take` names the fields whose value comes from the other. */
export const EntityMerging = Type.Object(
  {
    version: Version,
    otherId: Id,
    otherVersion: Version,
    take: Type.Array(oneOf(TAKEN_FIELDS, 'EntityFiling'), { maxItems: TAKEN_FIELDS.length, uniqueItems: true }),
    reason: Type.String({ minLength: 2, maxLength: 1000 }),
  },
  { $id: 'EntityMerging', ...closed },
);
export type EntityMerging = Static<typeof EntityMerging>;

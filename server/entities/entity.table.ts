import { bytes, count, day, flag, id, index, instant, json, label, oneOf, pair, ref, table, text } from '#columns';
import {
  ENTITY_KINDS,
  INDUSTRIES,
  NO_CODE_REASONS,
  OWNER_ROLES,
  type PersonalField,
  RISK_CLASSES,
  STANDINGS,
} from '#shared/entities/entity.lists.ts';
import type { EntityOwner, EntityPlace, FormerName, Licence, OldNumber } from '#shared/entities/entity.schema.ts';

/** What is supervised 监管对象. One that was merged into another keeps its row and only points there. */
export const entities = table(
  'entities',
  {
    id: id(),
    kind: oneOf(ENTITY_KINDS).notNull(),
    name: label().notNull(),
    nameBo: label(),
    nameSort: label().notNull(), // in pinyin, by which lists sort
    code: label(), // as it was typed
    codeSound: flag().notNull().default(false),
    noCodeReason: oneOf(NO_CODE_REASONS),
    county: label(), // of the first place, copied here so that lists can filter
    township: label(),
    places: json<EntityPlace[]>().notNull(),
    formerNames: json<FormerName[]>().notNull(),
    oldNumbers: json<OldNumber[]>().notNull(),
    licences: json<Licence[]>().notNull(),
    licenceDueOn: day(), // the first licence to end, copied here so that lists can filter
    industry: oneOf(INDUSTRIES),
    riskClass: oneOf(RISK_CLASSES),
    standing: oneOf(STANDINGS).notNull(),
    branchOf: ref(),
    notes: text(),
    // What may be shown of the compartment, and which of its fields are filled.
    operatorMask: label(),
    phoneMask: label(),
    idTail: label(),
    personal: json<PersonalField[]>().notNull(),
    identityOpenings: count().notNull().default(0),
    mergedInto: ref(),
    version: count().notNull().default(1),
    createdBy: ref().notNull(),
    createdOfficeId: ref().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    batchId: ref(), // the import that filed it: taken back, it goes too unless others lean on it
  },
  (t) => [
    index('entities_by_change').on(t.mergedInto, t.updatedAt, t.id),
    index('entities_by_name').on(t.mergedInto, t.nameSort, t.id),
    index('entities_by_place').on(t.mergedInto, t.county, t.updatedAt, t.id),
    index('entities_by_place_name').on(t.mergedInto, t.county, t.nameSort, t.id),
    index('entities_by_kind').on(t.mergedInto, t.kind, t.updatedAt, t.id),
    index('entities_by_industry').on(t.mergedInto, t.industry, t.updatedAt, t.id),
    index('entities_by_code_fault').on(t.mergedInto, t.codeSound, t.updatedAt, t.id),
    index('entities_by_risk').on(t.mergedInto, t.riskClass, t.updatedAt, t.id),
    index('entities_by_standing').on(t.mergedInto, t.standing, t.updatedAt, t.id),
    index('entities_by_licence').on(t.mergedInto, t.licenceDueOn, t.id),
    index('entities_by_branch').on(t.branchOf),
    index('entities_by_batch').on(t.batchId),
  ],
);
export type EntityColumns = typeof entities.$inferSelect;

/** The compartment, sealed by the vault; opened by one operation only. */
export const entityPersons = table('entity_persons', {
  id: ref()
    .primaryKey()
    .references(() => entities.id),
  sealed: bytes().notNull(),
});

/** By what an entity is found exactly: keys of codes, names and addresses in clear, of personal data as keyed digests. */
export const entityKeys = table(
  'entity_keys',
  {
    kind: oneOf(['code', 'number', 'name', 'core', 'bo', 'address', 'initials', 'phone', 'tail', 'id_no']).notNull(),
    key: label().notNull(),
    entityId: ref()
      .notNull()
      .references(() => entities.id),
  },
  (t) => [pair(t.kind, t.key, t.entityId), index('entity_keys_by_entity').on(t.entityId)],
);
export type KeyKind = (typeof entityKeys.$inferSelect)['kind'];

/** Who stands behind an entity: entities themselves, so that one owner of several shops is seen as one. */
export const entityOwners = table(
  'entity_owners',
  {
    entityId: ref()
      .notNull()
      .references(() => entities.id),
    ownerId: ref()
      .notNull()
      .references(() => entities.id),
    role: oneOf(OWNER_ROLES).notNull(),
  },
  (t) => [pair(t.entityId, t.ownerId, t.role), index('entity_owners_by_owner').on(t.ownerId)],
);

/** The facts of an entity: what a person said of it, without the copies and masks worked out from that. */
export type EntityFacts = Pick<
  EntityColumns,
  | 'kind'
  | 'name'
  | 'nameBo'
  | 'code'
  | 'noCodeReason'
  | 'industry'
  | 'branchOf'
  | 'riskClass'
  | 'standing'
  | 'notes'
  | 'formerNames'
  | 'oldNumbers'
  | 'places'
  | 'licences'
>;
type MergedFacts = EntityFacts & { owners: EntityOwner[] };

/** What pointed to the other and was pointed to the survivor, by id; of owners also the rows that were dropped as doubles. */
export interface MergeMoves {
  readonly records: number[];
  readonly parties: number[];
  readonly visits: number[];
  readonly marks: number[];
  readonly branches: number[];
  readonly owned: Pick<typeof entityOwners.$inferSelect, 'entityId' | 'role'>[];
  readonly ownedDropped: Pick<typeof entityOwners.$inferSelect, 'entityId' | 'role'>[];
}

/** What a merge changed, kept so that it can be taken back exactly. The other's row itself stays as it was and only points on. */
export const entityMerges = table(
  'entity_merges',
  {
    id: id(),
    survivorId: ref()
      .notNull()
      .references(() => entities.id),
    otherId: ref()
      .notNull()
      .references(() => entities.id),
    reason: label().notNull(),
    /** The survivor's facts and owners before, and as the merge left them: what differs from the latter now has moved on. */
    before: json<MergedFacts>().notNull(),
    given: json<MergedFacts>().notNull(),
    /** The same of the compartment, sealed. */
    personBefore: bytes().notNull(),
    personGiven: bytes().notNull(),
    moved: json<MergeMoves>().notNull(),
    mergedBy: ref().notNull(),
    mergedAt: instant().notNull(),
    undoneBy: ref(),
    undoneAt: instant(),
  },
  (t) => [index('entity_merges_by_survivor').on(t.survivorId), index('entity_merges_by_other').on(t.otherId)],
);
export type MergeRow = typeof entityMerges.$inferSelect;

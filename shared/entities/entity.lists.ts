/** What can be supervised, and so have a dossier of its own. */
export const ENTITY_KINDS = [
  'company',
  'sole_trader',
  'cooperative',
  'unlicensed',
  'person',
  'premises',
  'product',
  'vehicle',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Kinds that ought to have a credit code: without one, the reason is written down. */
export const CODED_KINDS: readonly EntityKind[] = ['company', 'sole_trader', 'cooperative', 'unlicensed'];

/** Why there is no credit code. A stall, a herder at the roadside: name, telephone and place are all there is. */
export const NO_CODE_REASONS = ['stall', 'not_registered', 'not_known', 'exempt', 'elsewhere'] as const;

/** What a number written as a code is; only the first has check digits that are asked for. */
export const CODE_CLASSES = ['credit', 'registration', 'old_registration', 'organisation', 'other'] as const;
export type CodeClass = (typeof CODE_CLASSES)[number];

/** Numbers from before the credit code, and others a paper may bear. */
export const NUMBER_KINDS = ['registration', 'organisation', 'tax', 'other'] as const;

/** Whether it still trades, as a visit finds it. */
export const STANDINGS = ['open', 'suspended', 'closed', 'revoked', 'moved', 'missing'] as const;

export const RISK_CLASSES = ['A', 'B', 'C', 'D'] as const;

export const OWNER_ROLES = ['legal_person', 'operator', 'owner', 'manager'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

export const INDUSTRIES = [
  'food_retail',
  'catering',
  'food_making',
  'farm_produce',
  'farm_inputs',
  'herbs',
  'drugs',
  'devices',
  'cosmetics',
  'retail',
  'appliances',
  'clothing',
  'building',
  'fuel',
  'vehicles',
  'market',
  'online',
  'lodging',
  'tourism',
  'transport',
  'personal_service',
  'fitness',
  'education',
  'health',
  'equipment',
  'other',
] as const;

export const LICENCE_KINDS = [
  'business',
  'food_trade',
  'food_making',
  'small_food',
  'drug_trade',
  'device_trade',
  'seed',
  'pesticide',
  'vet_drug',
  'slaughter',
  'special_trade',
  'hygiene',
  'fuel_retail',
  'hazardous',
  'transport',
  'equipment',
  'other',
] as const;

/** A licence that ends within so many days is told of beforehand (custom). */
export const LICENCE_SOON_DAYS = 60;

/** How urgently an office is asked to keep an eye on an entity 重点关注. */
export const WATCH_LEVELS = ['notice', 'focus', 'strict'] as const;
export type WatchLevel = (typeof WATCH_LEVELS)[number];

/** Where a watch mark stands; one that is in force ends by itself on its last day. */
export const WATCH_STATES = ['asked', 'approved', 'refused', 'ended'] as const;

/** Why two entities may be one, the surest first. */
export const MATCH_REASONS = [
  'code',
  'number',
  'id_no',
  'name',
  'core_name',
  'tibetan',
  'phone',
  'address',
  'initials',
  'part',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** Fields of the compartment: whose name, number, telephone and home these are is personal data 个人信息. */
export const PERSONAL_FIELDS = ['operator', 'idNo', 'phone', 'address'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

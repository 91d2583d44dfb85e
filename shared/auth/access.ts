import { heads } from './permissions.ts';

/** The part an office takes in a dossier: one owner, any number of co-handlers and readers, and whom it was sent to and has not taken it on. */
export const PARTS = ['owner', 'co_handler', 'reader', 'addressee'] as const;
export type Part = (typeof PARTS)[number];

/** How an office comes to see a dossier: by taking part, along its line 条, or across its block 块. */
export const SIGHTS = ['owner', 'co_handler', 'reader', 'addressee', 'line', 'block'] as const;
export type Sight = (typeof SIGHTS)[number];

/** What one may do with a dossier, each including those before it. */
export const ACCESS = ['stub', 'overview', 'read', 'edit', 'own'] as const;
export type Access = (typeof ACCESS)[number];

/** What each sight opens. Line and block give an overview: everything but personal data; to an addressee, that it is there. */
const OPENS: Record<Sight, Access> = {
  owner: 'own',
  co_handler: 'edit',
  reader: 'read',
  addressee: 'overview',
  line: 'overview',
  block: 'overview',
};

/** True where a sight is enough for a need. A restricted dossier shows those not named in it no more than its stub. */
export function gives(sight: Sight, need: Access, restricted: 'open' | 'named' | 'not_named' = 'open'): boolean {
  const most = restricted === 'not_named' ? 'stub' : OPENS[sight];
  return ACCESS.indexOf(most) >= ACCESS.indexOf(need);
}

/** Whether a person counts as named: only those named, and the heads of the owning office, who name the others. */
export function namedIn(sight: Sight, listed: boolean, roles: readonly string[]): boolean {
  return listed || (sight === 'owner' && heads(roles));
}

/** An office as far as access is concerned. */
export interface OfficePlace {
  readonly id: number;
  readonly department: string;
  readonly region: string;
  /** The office that took over this one's records in a merger, itself perhaps merged later. */
  readonly successorId: number | null;
}

/** The facts of a dossier that decide who sees it. */
export interface DossierPlace {
  readonly ownerOfficeId: number;
  readonly county: string;
  readonly parts: readonly { officeId: number; part: Part }[];
  /** Set while it is only being written: then it is its owner's alone. */
  readonly alone?: boolean | undefined;
}

/** Ranks sights so that an office with several keeps the one that opens most. */
const rank = (sight: Sight) => SIGHTS.length - SIGHTS.indexOf(sight);

/**
 * Every office that sees a dossier, and how: its parts, the prefecture bureaus of the lines taking part, and the
 * coordinating offices of its county and of the prefecture. The one place this rule is written; lists, search, counts,
 * exports and streams read its stored answer.
 */
export function sightsOf(
  dossier: DossierPlace,
  offices: readonly OfficePlace[],
  prefecture: string,
): Map<number, Sight> {
  const byId = new Map(offices.map((office) => [office.id, office]));
  const seen = new Map<number, Sight>();
  const see = (officeId: number, sight: Sight) => {
    const before = seen.get(officeId);
    if (!before || rank(sight) > rank(before)) seen.set(officeId, sight);
  };
  if (dossier.alone) {
    for (const heir of heirs(dossier.ownerOfficeId, byId)) see(heir.id, 'owner');
    return seen;
  }
  const parts = [{ officeId: dossier.ownerOfficeId, part: 'owner' as Part }, ...dossier.parts];
  for (const { officeId, part } of parts) {
    for (const heir of heirs(officeId, byId)) {
      see(heir.id, part === 'owner' && officeId !== dossier.ownerOfficeId ? 'co_handler' : part);
      if (part === 'reader' || part === 'addressee') continue; // a line begins with taking part in the work
      for (const office of offices) {
        if (office.region === prefecture && office.department === heir.department) see(office.id, 'line');
      }
    }
  }
  for (const office of offices) {
    if (office.department !== 'coordination') continue;
    if (office.region === prefecture || office.region === dossier.county) see(office.id, 'block');
  }
  return seen;
}

/** An office and whoever took over its records. */
function heirs(officeId: number, byId: ReadonlyMap<number, OfficePlace>): OfficePlace[] {
  const chain: OfficePlace[] = [];
  for (
    let at = byId.get(officeId);
    at && !chain.includes(at);
    at = at.successorId ? byId.get(at.successorId) : undefined
  ) {
    chain.push(at);
  }
  return chain;
}

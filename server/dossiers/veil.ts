import type { Tx } from '#server/db/database.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { type Kind, VEILED } from '#shared/dossiers/dossier.kinds.ts';
import type { DossierRow } from './dossier.table.ts';
import type { Reached } from './reach.service.ts';

/** What of a record was handed on: its story and its files as far as they are another office's to read. */
export interface Shared {
  /** The audit line with which the story begins for them; null where they are told none. */
  readonly storyFrom: number | null;
  /** Files they may have, besides those they added themselves. */
  readonly fileIds: ReadonlySet<number>;
  /** Limits of the owner's own work beforehand, which are not theirs to see. */
  readonly hiddenClocks: readonly string[];
}

/** How a ledger says what of a record it has handed on, and which files stay whatever happens. */
export interface Veil {
  shared(tx: Tx, dossier: DossierRow): Promise<Shared>;
  /** Files that belong to an act already taken: nobody takes them out any more. */
  keeps(tx: Tx, dossier: DossierRow): Promise<ReadonlySet<number>>;
}

const veils = new Map<Kind, Veil>();

/** A ledger whose records are not read whole by whoever takes part says so once, when it is loaded. */
export function setVeil(kind: Kind, veil: Veil): void {
  veils.set(kind, veil);
}

const NOTHING: Shared = { storyFrom: null, fileIds: new Set(), hiddenClocks: [] };

/** What a reader from outside may have of a record; null where nothing is kept from them. A veiled ledger that never spoke hides all. */
export async function sharedWith(tx: Tx, { row, sight }: Pick<Reached, 'row' | 'sight'>, officeId: number) {
  if (!VEILED.includes(row.kind) || sight === 'owner' || sight === 'block') return null;
  if (sight === 'line' && (await sameDepartment(tx, officeId, row.ownerOfficeId))) return null;
  return (await veils.get(row.kind)?.shared(tx, row)) ?? NOTHING;
}

/** Files of a record that can no longer be taken out. */
export async function keptFiles(tx: Tx, dossier: DossierRow): Promise<ReadonlySet<number>> {
  return (await veils.get(dossier.kind)?.keeps(tx, dossier)) ?? NOTHING.fileIds;
}

async function sameDepartment(tx: Tx, one: number, other: number): Promise<boolean> {
  const places = await officePlaces(tx);
  const departmentOf = (id: number) => places.find((place) => place.id === id)?.department;
  return departmentOf(one) === departmentOf(other);
}

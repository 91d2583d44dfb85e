import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { type Sight, sightsOf } from '#shared/auth/access.ts';
import { PRIVATE } from '#shared/dossiers/dossier.kinds.ts';
import { PREFECTURE } from '#shared/offices/regions.ts';
import { type DossierRow, dossierParts, dossierSights, dossiers } from './dossier.table.ts';

/** Where no clock runs, lists sorted by due day end; an unsettled one stands at the first day of the missing year. */
const NEVER = '9999-12-31';
/** A paused clock is waited for, not worked against: it stands behind every running one. */
const PAUSED = '9998-12-31';

/** Parts of one dossier. */
export const partsOf = prepared((tx) =>
  tx
    .select()
    .from(dossierParts)
    .where(eq(dossierParts.dossierId, sql.placeholder('id')))
    .prepare(),
);

const stored = prepared((tx) =>
  tx
    .select({ officeId: dossierSights.officeId, sight: dossierSights.sight })
    .from(dossierSights)
    .where(eq(dossierSights.dossierId, sql.placeholder('id')))
    .prepare(),
);

const insert = prepared((tx) =>
  tx
    .insert(dossierSights)
    .values({
      officeId: sql.placeholder('officeId'),
      dossierId: sql.placeholder('dossierId'),
      sight: sql.placeholder('sight'),
      kind: sql.placeholder('kind'),
      state: sql.placeholder('state'),
      county: sql.placeholder('county'),
      ownerOfficeId: sql.placeholder('ownerOfficeId'),
      receivedOn: sql.placeholder('receivedOn'),
      dueKey: sql.placeholder('dueKey'),
      campaignId: sql.placeholder('campaignId'),
    })
    .prepare(),
);

/** The copies lists filter and sort by. */
const copies = (dossier: DossierRow) => ({
  kind: dossier.kind,
  state: dossier.state,
  county: dossier.county,
  ownerOfficeId: dossier.ownerOfficeId,
  receivedOn: dossier.receivedOn,
  campaignId: dossier.campaignId,
  dueKey: dossier.pausedOn
    ? PAUSED
    : (dossier.dueOn ?? (dossier.unsettledYear ? `${dossier.unsettledYear}-01-01` : NEVER)),
});

/** Stores who sees a dossier anew, after it was made, or its owner, parts, county, state or due day changed. */
export async function settleSights(work: Pick<Work, 'tx'>, dossier: DossierRow): Promise<void> {
  const parts = await partsOf(work.tx).execute({ id: dossier.id });
  const wanted = sightsOf(
    {
      ownerOfficeId: dossier.ownerOfficeId,
      county: dossier.county,
      parts,
      alone: PRIVATE[dossier.kind]?.includes(dossier.state),
    },
    await officePlaces(work.tx),
    PREFECTURE,
  );
  const before = new Map((await stored(work.tx).execute({ id: dossier.id })).map((row) => [row.officeId, row.sight]));
  const gone = [...before.keys()].filter((officeId) => !wanted.has(officeId));
  if (gone.length > 0) {
    await work.tx
      .delete(dossierSights)
      .where(and(eq(dossierSights.dossierId, dossier.id), inArray(dossierSights.officeId, gone)));
  }
  if (before.size > gone.length) await refreshCopies(work.tx, dossier);
  for (const [officeId, sight] of wanted) await settleOne(work.tx, dossier, officeId, sight, before.get(officeId));
}

async function settleOne(tx: Tx, dossier: DossierRow, officeId: number, sight: Sight, before: Sight | undefined) {
  if (!before) await insert(tx).execute({ officeId, dossierId: dossier.id, sight, ...copies(dossier) });
  else if (before !== sight) {
    await tx
      .update(dossierSights)
      .set({ sight })
      .where(and(eq(dossierSights.dossierId, dossier.id), eq(dossierSights.officeId, officeId)));
  }
}

const put = (name: keyof ReturnType<typeof copies>) => sql`${sql.placeholder(name)}`;
const refresh = prepared((tx) =>
  tx
    .update(dossierSights)
    .set({
      kind: put('kind'),
      state: put('state'),
      county: put('county'),
      ownerOfficeId: put('ownerOfficeId'),
      receivedOn: put('receivedOn'),
      dueKey: put('dueKey'),
      campaignId: put('campaignId'),
    })
    .where(eq(dossierSights.dossierId, sql.placeholder('id')))
    .prepare(),
);

/** Brings the copies in line with a dossier whose viewers did not change. */
export async function refreshCopies(tx: Tx, dossier: DossierRow): Promise<void> {
  await refresh(tx).execute({ id: dossier.id, ...copies(dossier) });
}

/** Stores anew who sees what, after offices were founded, merged or moved: takes effect at the next request. */
export async function resettleSights(work: Pick<Work, 'tx'>, officeIds: readonly number[]): Promise<number> {
  const touched = await work.tx
    .selectDistinct({ id: dossierSights.dossierId })
    .from(dossierSights)
    .where(inArray(dossierSights.officeId, [...officeIds]));
  const ids = touched.map((row) => row.id);
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await work.tx
      .select()
      .from(dossiers)
      .where(inArray(dossiers.id, ids.slice(at, at + 500)));
    for (const row of rows) await settleSights(work, row);
  }
  return ids.length;
}

/** Which offices see a dossier now: whom a message about it may reach. */
export async function viewersOf(tx: Tx, dossierId: number): Promise<number[]> {
  return (await stored(tx).execute({ id: dossierId })).map((row) => row.officeId);
}

/** Which offices see any of some dossiers. */
export async function viewersOfMany(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const seen = await tx
    .selectDistinct({ officeId: dossierSights.officeId })
    .from(dossierSights)
    .where(inArray(dossierSights.dossierId, [...ids]));
  return seen.map(({ officeId }) => officeId);
}

/** Which offices see any dossier of an import: whom one message about all of it may reach. */
export async function viewersOfBatch(tx: Tx, batchId: number): Promise<number[]> {
  const seen = await tx
    .selectDistinct({ officeId: dossierSights.officeId })
    .from(dossierSights)
    .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
    .where(eq(dossiers.batchId, batchId));
  return seen.map(({ officeId }) => officeId);
}

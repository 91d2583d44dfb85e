import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { sampleOf } from './sample.standing.ts';
import type { SampleColumns } from './sample.table.ts';
import { type SpotCheckColumns, spotChecks } from './spot-check.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(spotChecks)
    .where(eq(spotChecks.id, sql.placeholder('id')))
    .prepare(),
);

/** A spot check's own columns; its dossier was reached before, so it is there. */
export async function spotCheckOf(tx: Tx, id: number): Promise<SpotCheckColumns> {
  const [row] = await byId(tx).execute({ id });
  return row!;
}

/** A check with its sample, as its steps see it. */
export type SpotCheckStanding = SpotCheckColumns & { readonly sample: SampleColumns | null };

/** A check's own columns with those of its sample, where it is one. */
export async function standingOf(tx: Tx, id: number): Promise<SpotCheckStanding> {
  const own = await spotCheckOf(tx, id);
  return { ...own, sample: own.checkKind === 'sampling' ? await sampleOf(tx, id) : null };
}

/** Checks of an entity that are planned and not begun, of whatever department, from a day on. */
export const plannedAt = prepared((tx) =>
  tx
    .select({
      id: dossiers.id,
      officeId: dossiers.ownerOfficeId,
      plannedOn: spotChecks.plannedOn,
      purpose: spotChecks.purpose,
    })
    .from(dossiers)
    .innerJoin(spotChecks, eq(spotChecks.id, dossiers.id))
    .where(
      and(
        eq(dossiers.subjectId, sql.placeholder('entityId')),
        eq(dossiers.kind, 'spot_check'),
        inArray(dossiers.state, ['to_check']),
        eq(dossiers.restricted, false),
        gte(spotChecks.until, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(spotChecks.plannedOn), asc(dossiers.id))
    .limit(20)
    .prepare(),
);

import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
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

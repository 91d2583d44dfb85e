import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { ACCESS, type Access, gives, namedIn, type Sight } from '#shared/auth/access.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { type DossierRow, dossierNames, dossierSights, dossiers } from './dossier.table.ts';

/** A dossier with how its reader came to see it, and the most that opens. */
export interface Reached {
  readonly row: DossierRow;
  readonly sight: Sight;
  readonly access: Access;
}

const seen = prepared((tx) =>
  tx
    .select({ row: dossiers, sight: dossierSights.sight, named: dossierNames.personId })
    .from(dossiers)
    .innerJoin(
      dossierSights,
      and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, sql.placeholder('officeId'))),
    )
    .leftJoin(
      dossierNames,
      and(eq(dossierNames.dossierId, dossiers.id), eq(dossierNames.personId, sql.placeholder('personId'))),
    )
    .where(eq(dossiers.id, sql.placeholder('id')))
    .prepare(),
);

/** The only way to a dossier by id: you must say what for. To an office that does not see it, it is not there. */
export async function reachDossier(
  work: Pick<Work, 'tx' | 'actor'>,
  id: number,
  kind: Kind | null,
  need: Access,
): Promise<Reached> {
  const { officeId, personId } = work.actor;
  const [found] = await seen(work.tx).execute({ id, officeId, personId });
  if (!found || (kind && found.row.kind !== kind)) throw new Refusal('not_found');
  const { row, sight, named } = found;
  const restriction = !row.restricted
    ? 'open'
    : namedIn(sight, named !== null, work.actor.roles)
      ? 'named'
      : 'not_named';
  if (!gives(sight, need, restriction)) throw new Refusal('forbidden', { need });
  const access = [...ACCESS].reverse().find((most) => gives(sight, most, restriction)) ?? 'stub';
  return { row, sight, access };
}

const ofKind = prepared((tx) =>
  tx
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.id, sql.placeholder('id')), eq(dossiers.kind, sql.placeholder('kind'))))
    .prepare(),
);

/**
 * A dossier that another record's step moves on, whoever takes that step: what lets it move was checked there. Never for anything a
 * person asked for by id.
 */
export async function standingDossier(tx: Work['tx'], id: number, kind: Kind): Promise<DossierRow> {
  const [row] = await ofKind(tx).execute({ id, kind });
  if (!row) throw new Refusal('not_found');
  return row;
}

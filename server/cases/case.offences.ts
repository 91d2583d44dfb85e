import { and, eq, gte, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { askerValues, inTheKnow } from '#server/dossiers/ledger.filter.ts';
import { mine, subjectColumns } from '#server/dossiers/subject.service.ts';
import { preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { caseParties, cases } from './case.table.ts';

const since = preparedFor((tx, ids) =>
  tx
    .select({
      ...subjectColumns,
      entityId: sql<number>`${caseParties.entityId}`,
      on: dossiers.receivedOn,
      matter: cases.matter,
    })
    .from(caseParties)
    .innerJoin(cases, eq(cases.id, caseParties.caseId))
    .innerJoin(dossiers, eq(dossiers.id, cases.id))
    .innerJoin(dossierSights, mine)
    .where(
      and(
        inArray(caseParties.entityId, ids),
        gte(dossiers.receivedOn, sql.placeholder('from')),
        or(isNull(cases.outcome), notInArray(cases.outcome, ['not_established', 'not_filed', 'withdrawn'])),
        inTheKnow,
      ),
    )
    .prepare(),
);

/** Cases against some entities since a day, whichever party of them they are; not those in which nothing was established. */
export async function caseOffences(work: Work, entityIds: readonly number[], from: string) {
  const { query, values } = since(work.tx, entityIds);
  return query.execute({ ...values, ...askerValues(work), from });
}

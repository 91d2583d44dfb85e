import { and, eq, gte, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { askerValues, inTheKnow } from '#server/dossiers/ledger.filter.ts';
import { mine, subjectColumns } from '#server/dossiers/subject.service.ts';
import { preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { complaints } from './complaint.table.ts';

const since = preparedFor((tx, ids) =>
  tx
    .select({
      ...subjectColumns,
      entityId: sql<number>`${dossiers.subjectId}`,
      on: dossiers.receivedOn,
      matter: complaints.matter,
    })
    .from(dossiers)
    .innerJoin(dossierSights, mine)
    .innerJoin(complaints, eq(complaints.id, dossiers.id))
    .where(
      and(
        inArray(dossiers.subjectId, ids),
        gte(dossiers.receivedOn, sql.placeholder('from')),
        notInArray(complaints.intake, ['consultation', 'suggestion']),
        or(isNull(complaints.outcome), notInArray(complaints.outcome, ['refused', 'merged'])),
        inTheKnow,
      ),
    )
    .prepare(),
);

/** Complaints and reports against some entities since a day that may count as offences: neither questions, nor refused, nor a repeat of one that goes on. */
export async function complaintOffences(work: Work, entityIds: readonly number[], from: string) {
  const { query, values } = since(work.tx, entityIds);
  return query.execute({ ...values, ...askerValues(work), from });
}

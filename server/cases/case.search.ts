import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';
import type { CaseColumns } from './case.table.ts';

/** What of a case can be searched for: a natural person's name only as it is masked. */
export async function indexCase(
  work: Pick<Work, 'tx'>,
  dossier: Pick<DossierRow, 'id' | 'number' | 'title' | 'subjectName'>,
  own: Pick<CaseColumns, 'content' | 'violation' | 'foreignNumber' | 'decisionNumber' | 'creditCode'>,
  fresh = false,
): Promise<void> {
  await indexDossier(work, dossier.id, {
    names: [dossier.subjectName ?? '', dossier.title],
    numbers: [dossier.number, own.foreignNumber ?? '', own.decisionNumber ?? '', own.creditCode ?? ''],
    body: `${own.violation}\n${own.content}`,
    fresh,
  });
}

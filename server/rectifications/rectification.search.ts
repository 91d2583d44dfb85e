import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';
import type { RectificationColumns } from './rectification.table.ts';

/** What of a rectification can be searched for: a natural person's name only as it is masked. */
export async function indexRectification(
  work: Pick<Work, 'tx'>,
  dossier: Pick<DossierRow, 'id' | 'number' | 'title' | 'subjectName'>,
  own: Pick<RectificationColumns, 'problem' | 'requirement' | 'orderNumber' | 'creditCode'>,
  fresh = false,
): Promise<void> {
  await indexDossier(work, dossier.id, {
    names: [dossier.subjectName ?? '', dossier.title],
    numbers: [dossier.number, own.orderNumber ?? '', own.creditCode ?? ''],
    body: `${own.problem}\n${own.requirement}`,
    fresh,
  });
}

import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';

/** What of a complaint can be searched for: never who complained. */
export async function indexComplaint(
  work: Pick<Work, 'tx'>,
  dossier: Pick<DossierRow, 'id' | 'number' | 'title' | 'subjectName'>,
  own: { content: string; foreignNumber: string | null; fresh?: boolean },
): Promise<void> {
  await indexDossier(work, dossier.id, {
    names: [dossier.subjectName ?? '', dossier.title],
    numbers: [dossier.number, own.foreignNumber ?? ''],
    body: own.content,
    fresh: own.fresh ?? false,
  });
}

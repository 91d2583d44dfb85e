import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';

/** What of a complaint can be searched for: never who complained. */
export async function indexComplaint(
  work: Work,
  dossier: DossierRow,
  content: string,
  foreignNumber: string | null,
): Promise<void> {
  await indexDossier(
    work,
    dossier.id,
    [dossier.number, dossier.title, dossier.subjectName ?? '', foreignNumber ?? '', content].join('\n'),
  );
}

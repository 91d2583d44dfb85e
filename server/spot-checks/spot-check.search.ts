import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';
import type { SpotCheckColumns } from './spot-check.table.ts';

/** What of a spot check can be searched for: a natural person's name only as it is masked. */
export async function indexSpotCheck(
  work: Pick<Work, 'tx'>,
  dossier: Pick<DossierRow, 'id' | 'number' | 'title' | 'subjectName'>,
  own: Pick<SpotCheckColumns, 'task' | 'findings' | 'noticeNumber' | 'creditCode'>,
  fresh = false,
): Promise<void> {
  await indexDossier(work, dossier.id, {
    names: [dossier.subjectName ?? '', dossier.title],
    numbers: [dossier.number, own.noticeNumber ?? '', own.creditCode ?? ''],
    body: [own.task, own.findings].filter(Boolean).join('\n'),
    fresh,
  });
}

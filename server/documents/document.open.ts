import { record } from '#server/audit/audit.service.ts';
import { checkOpeningPace } from '#server/audit/openings.service.ts';
import { reachFile } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { LEDGERS } from './document.facts.ts';
import type { Kept } from './document.make.ts';
import { reachDocument } from './document.read.ts';

/** Opens a paper that names whom only a reason opens: the opening is a line, and counted on the record, before a byte leaves. */
export async function openPaper(
  work: Work,
  id: number,
  { reason }: { reason: string },
): Promise<Kept & { name: string }> {
  const row = await reachDocument(work, id, 'edit');
  if (!row.sealed || !row.fileId) throw new Refusal('not_found');
  const { file, dossier } = await reachFile(work, row.fileId, 'edit');
  await checkOpeningPace(work);
  await LEDGERS[dossier.kind]?.countOpening?.(work, dossier.id);
  await record(work, 'identity.opened', dossier.id, { reason, documentId: id });
  const { name, size, sha256, sealedAs } = file;
  return { name, size, sha256, sealedAs };
}

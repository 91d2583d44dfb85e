import { removeClocks, removeSpine } from '#server/dossiers/remove.service.ts';
import { deleting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { releaseNumbers } from '#server/numbers/number.given.ts';
import { caseParties, cases } from './case.table.ts';

const removeParties = deleting(caseParties, caseParties.caseId);
const removeOwn = deleting(cases, cases.id);

/** Takes a case wholly out again that an import made and nobody worked on. */
export async function removeCase(work: Work, id: number): Promise<void> {
  await releaseNumbers(work, id, '撤销导入');
  await removeClocks(work, id);
  await removeParties(work.tx, id);
  await removeOwn(work.tx, id);
  await removeSpine(work, id);
}

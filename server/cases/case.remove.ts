import { eq } from 'drizzle-orm';
import { removeClocks, removeSpine } from '#server/dossiers/remove.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { releaseNumbers } from '#server/numbers/number.given.ts';
import { caseParties, cases } from './case.table.ts';

/** Takes a case wholly out again that an import made and nobody worked on. */
export async function removeCase(work: Work, id: number): Promise<void> {
  await releaseNumbers(work, id, '撤销导入');
  await removeClocks(work, id);
  await work.tx.delete(caseParties).where(eq(caseParties.caseId, id));
  await work.tx.delete(cases).where(eq(cases.id, id));
  await removeSpine(work, id);
}

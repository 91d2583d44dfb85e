import type { Work } from '#server/kernel/work.ts';
import { dossierEdits } from '#server/operations/dossier.edits.ts';
import { keepOperation } from '#server/operations/operation.service.ts';
import type { CaseEdit } from '#shared/cases/case.asks.ts';
import { asked, editCase } from './case.edit.ts';
import { readCase } from './case.read.ts';
import { caseColumnsOf } from './case.standing.ts';

/** Edits a case's file; what can be taken back is an operation. */
export async function editOneCase(work: Work, id: number, ask: CaseEdit) {
  const { changed } = await editCase(work, id, ask);
  const operation = await keepOperation(work, { act: 'edit', kind: 'case' }, [changed]);
  return { ...(await readCase(work, id)), operation };
}

/** How edits of a case's file are taken back. */
export const caseEdits = dossierEdits({
  kind: 'case',
  ownOf: async (tx, id, work) => ({ ...(await caseColumnsOf(tx, id)), ...(await asked(work, id)) }),
  edit: editCase,
});

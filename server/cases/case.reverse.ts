import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { keepOperation } from '#server/operations/operation.service.ts';
import type { Edits } from '#server/operations/reversers.ts';
import type { CaseEdit } from '#shared/cases/case.asks.ts';
import { editCase, standingOf } from './case.edit.ts';
import { readCase } from './case.read.ts';
import { caseColumnsOf } from './case.standing.ts';

/** Edits a case's file; what can be taken back is an operation. */
export async function editOneCase(work: Work, id: number, ask: CaseEdit) {
  const { changed } = await editCase(work, id, ask);
  const operation = await keepOperation(work, { act: 'edit', kind: 'case' }, [changed]);
  return { ...(await readCase(work, id)), operation };
}

/** How edits of a case's file are taken back. */
export const caseEdits: Edits = {
  async standing(work, id) {
    const { row } = await reachDossier(work, id, 'case', 'edit');
    return {
      version: row.version,
      number: row.number,
      now: await standingOf(work, row, await caseColumnsOf(work.tx, id)),
    };
  },
  async restore(work, id, version, values, undoes) {
    const { row } = await editCase(work, id, { ...(values as Omit<CaseEdit, 'version'>), version }, { undoes });
    return row.version;
  },
};

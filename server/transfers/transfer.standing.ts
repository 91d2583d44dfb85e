import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { TransferState } from '#shared/transfers/transfer.states.ts';
import type { TransferStanding } from '#shared/transfers/transfer.steps.ts';
import { type TransferColumns, transfers } from './transfer.table.ts';

const byId = prepared((tx) =>
  tx
    .select()
    .from(transfers)
    .where(eq(transfers.id, sql.placeholder('id')))
    .prepare(),
);

/** A transfer's own columns; its dossier was reached before, so it is there. */
export async function columnsOf(tx: Tx, id: number): Promise<TransferColumns> {
  const [row] = await byId(tx).execute({ id });
  if (!row) throw new Refusal('not_found');
  return row;
}

/** What of a transfer decides which steps are open, and what stands in their way. */
export function standingOf(own: TransferColumns, dossier: Pick<DossierRow, 'state'>): TransferStanding {
  return { ...own, state: dossier.state as TransferState };
}

/** How a transfer stands in the words of the rules on papers, which ask of each department what its own procedure asks. */
export async function papersAt(work: Pick<Work, 'tx'>, { road }: TransferColumns, { ownerOfficeId }: DossierRow) {
  const department = (await officePlaces(work.tx)).find(({ id }) => id === ownerOfficeId)?.department ?? '';
  return { words: { 移送: road, 部门: department }, parties: 1 };
}

/** The office a transfer lies with, or is to go to. */
export const receiverOf = async (tx: Tx, id: number): Promise<number> => (await columnsOf(tx, id)).toOfficeId;

import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { setVeil } from '#server/dossiers/veil.ts';
import { MATERIALS } from '#shared/transfers/transfer.lists.ts';
import { columnsOf } from './transfer.standing.ts';
import type { TransferColumns } from './transfer.table.ts';

const filesIn = ({ materials, papers }: TransferColumns) =>
  new Set([...MATERIALS.flatMap((name) => materials[name]?.fileIds ?? []), ...papers]);

/** Of a transfer others have what was sent: its materials, the papers of its steps, and its story since it left. */
setVeil('transfer', {
  async shared(tx: Tx, { id }: DossierRow) {
    const own = await columnsOf(tx, id);
    const fileIds = own.sentLine === null ? new Set<number>() : filesIn(own);
    return { storyFrom: own.sentLine, fileIds, hiddenClocks: ['transfer.decide', 'transfer.send'] };
  },
  keeps: async (tx: Tx, { id }: DossierRow) => filesIn(await columnsOf(tx, id)),
});

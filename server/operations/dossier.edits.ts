import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import type { Changed, Reversal, Values } from './operation.service.ts';
import type { Edits } from './reversers.ts';

/** A record after its edit, and what of it can be taken back: nothing of a correction, which is corrected again instead. */
export interface Edited {
  readonly row: DossierRow;
  readonly changed: Changed | null;
}

/** What an edit changed, by the values of its fields before and after it. */
export function changedBy(after: DossierRow, was: object, is: object, fields: readonly string[]): Changed {
  const values = (of: object) => Object.fromEntries(fields.map((field) => [field, (of as Values)[field] ?? null]));
  return { id: after.id, version: after.version, before: values(was), after: values({ ...is, ...after }) };
}

/** How edits of a ledger's records are taken back: by its own edit, with the values that stood before. */
export function dossierEdits<Ask extends { version: number }>({
  kind,
  ownOf,
  edit,
}: {
  readonly kind: Kind;
  /** Every value an edit can set, besides the spine's. */
  ownOf(tx: Tx, id: number, work: Work): Promise<object>;
  edit(work: Work, id: number, ask: Ask, reversal: Reversal): Promise<Edited>;
}): Edits {
  return {
    async standing(work, id) {
      const { row } = await reachDossier(work, id, kind, 'edit');
      return { version: row.version, number: row.number, now: { ...(await ownOf(work.tx, id, work)), ...row } };
    },
    async restore(work, id, version, values, undoes) {
      return (await edit(work, id, { ...values, version } as unknown as Ask, { undoes })).row.version;
    },
  };
}

import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { viewersOfMany } from '#server/dossiers/sights.service.ts';
import { removeFiled } from '#server/entities/entity.remove.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { endOperations } from '#server/operations/operation.service.ts';
import { addDays, dayOfInstant } from '#shared/kernel/calendar.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { reachImport } from './import.service.ts';
import { importRows, imports } from './import.table.ts';
import { LEDGERS } from './ledgers.ts';

/** As long as a batch can be taken back. */
export const UNDO_DAYS = 30;
/** So many records go while their importer waits; a larger batch goes in the background. */
const WAITED_FOR = 100;
/** Records in one turn: few enough that whoever registers by hand meanwhile hardly waits. */
const AT_ONCE = 40;

const noteGone = prepared((tx) =>
  tx
    .update(importRows)
    .set({ dossierId: null })
    .where(and(eq(importRows.importId, sql.placeholder('id')), eq(importRows.row, sql.placeholder('row'))))
    .prepare(),
);

/** Takes a batch back for thirty days, except the records somebody has worked on since: those are named and stay. */
export async function undoImport(work: Work, id: number) {
  const row = await reachImport(work, id);
  const open = row.state === 'done' || row.state === 'cancelled';
  if (!open) throw new Refusal('not_allowed_in_state', { state: row.state });
  if (addDays(dayOfInstant(row.createdAt), UNDO_DAYS) < work.clock.today()) throw new Refusal('has_moved_on');
  const made = await madeBy(work, id);
  const kept = made.filter(({ version, imported }) => version !== imported);
  const undone = made.length - kept.length;
  await work.tx.update(imports).set({ state: 'undoing' }).where(eq(imports.id, id));
  await endOperations(work, 'import', id);
  await record(work, 'import.undone', `import:${id}`, { undone, kept: kept.map(({ number }) => number) });
  if (undone <= WAITED_FOR) while (await someBack(work, id));
  return { undone, kept: kept.map(({ id: dossierId, number }) => ({ id: dossierId, number })) };
}

/** The records an import made, as they stand, with their version when it had finished with them. */
const madeBy = (work: Work, id: number) =>
  work.tx
    .select({ id: dossiers.id, number: dossiers.number, version: dossiers.version, imported: importRows.version })
    .from(importRows)
    .innerJoin(dossiers, eq(dossiers.id, importRows.dossierId))
    .where(and(eq(importRows.importId, id), isNotNull(importRows.dossierId)));

/** Takes some more records of a batch out; true while some are left. Last go the entities it filed and nobody needs. */
export async function someBack(work: Work, id: number): Promise<boolean> {
  const [row] = await work.tx.select().from(imports).where(eq(imports.id, id));
  if (row?.state !== 'undoing') return false;
  const found = await work.tx
    .select({ id: dossiers.id, number: dossiers.number, row: importRows.row })
    .from(importRows)
    .innerJoin(dossiers, and(eq(dossiers.id, importRows.dossierId), eq(dossiers.version, importRows.version)))
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.row))
    .limit(AT_ONCE + 1);
  const gone = found.slice(0, AT_ONCE);
  const ids = gone.map((one) => one.id);
  const last = ids.length > 0 && ids.length === found.length; // lists are told once, not for every few records
  const viewers = last ? await viewersOfMany(work.tx, ids) : [];
  for (const one of gone) {
    await LEDGERS[row.ledger].remove(work, one.id);
    await noteGone(work.tx).execute({ id, row: one.row });
  }
  const entities = gone.length > 0 ? 0 : await removeFiled(work, id, AT_ONCE);
  const over = gone.length === 0 && entities === 0;
  await work.tx
    .update(imports)
    .set(over ? { state: 'undone' } : { done: row.done - gone.length })
    .where(and(eq(imports.id, id), ne(imports.state, 'undone')));
  if (!over)
    await record(work, 'import.taken_back', `import:${id}`, { records: gone.map(({ number }) => number), entities });
  work.outbox.put({ topic: 'job', id, event: 'import', personIds: [row.personId] });
  if (viewers.length > 0) work.outbox.put({ topic: 'dossier', id: 0, event: 'imported', officeIds: viewers });
  return !over;
}

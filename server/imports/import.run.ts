import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { viewersOfBatch } from '#server/dossiers/sights.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { keepOperation } from '#server/operations/operation.service.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { against } from './import.check.ts';
import { fixed, meaningsOf } from './import.sealed.ts';
import { reachImport, readImport } from './import.service.ts';
import { cellsOf } from './import.sheets.ts';
import { type ImportTableRow, importRows, imports } from './import.table.ts';
import { LEDGERS } from './ledgers.ts';

/** Rows in one turn: few enough that whoever registers by hand meanwhile hardly waits. */
const AT_ONCE = 40;

const noteMade = prepared((tx) =>
  tx
    .update(importRows)
    .set({ dossierId: sql`${sql.placeholder('dossierId')}`, version: sql`${sql.placeholder('version')}` })
    .where(and(eq(importRows.importId, sql.placeholder('id')), eq(importRows.row, sql.placeholder('row'))))
    .prepare(),
);

/** Lets a checked import run in the background; rows that are faulty, or repeats to be skipped, stay behind. */
export async function askRun(work: Work, id: number, repeats: 'skip' | 'import') {
  const row = await reachImport(work, id);
  if (row.state !== 'ready') throw new Refusal('not_allowed_in_state', { state: row.state });
  await work.tx
    .update(imports)
    .set({ state: 'running', repeats, startedAt: work.clock.now() })
    .where(eq(imports.id, id));
  await record(work, 'import.started', `import:${id}`, { fileName: row.fileName, repeats });
  return readImport(work, id);
}

/** Stops an import after the rows already registered; they stay, and can be taken back. */
export async function cancelImport(work: Work, id: number) {
  const row = await reachImport(work, id);
  if (row.state !== 'running' && row.state !== 'ready') throw new Refusal('not_allowed_in_state', { state: row.state });
  await work.tx.update(imports).set({ state: 'cancelled', finishedAt: work.clock.now() }).where(eq(imports.id, id));
  await record(work, 'import.cancelled', `import:${id}`, { done: row.done });
  await keepBatch(work, row);
  return readImport(work, id);
}

/** Takes some more rows of a running import in; true while rows are left. Each row is its own, so that one that fails takes no other with it. */
export async function someRows(work: Work, id: number): Promise<boolean> {
  const [row] = await work.tx.select().from(imports).where(eq(imports.id, id));
  if (row?.state !== 'running') return false;
  const takesRepeats = row.repeats === 'import' && row.ledger !== 'case'; // a decision's number is given once
  const verdicts = takesRepeats ? (['good', 'repeated', 'existing'] as const) : (['good'] as const);
  const waiting = await work.tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), inArray(importRows.verdict, [...verdicts]), isNull(importRows.dossierId)))
    .orderBy(asc(importRows.row))
    .limit(AT_ONCE);
  if (waiting.length === 0) {
    await work.tx.update(imports).set({ state: 'done', finishedAt: work.clock.now() }).where(eq(imports.id, id));
    await record(work, 'import.done', `import:${id}`, { done: row.done });
    const officeIds = await viewersOfBatch(work.tx, id);
    if (officeIds.length > 0) work.outbox.put({ topic: 'dossier', id: 0, event: 'imported', officeIds });
    await keepBatch(work, row);
    return false;
  }
  const cells = await cellsOf(work, row);
  const it = await against(work, row, meaningsOf(work, row));
  const ledger = LEDGERS[row.ledger];
  let failed = 0;
  for (const one of waiting) {
    const original = cells.get(one.row) ?? [];
    const checked = ledger.check(fixed(work, one, original), original, it);
    const made = await ledger.take(work, row, checked).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (made instanceof Refusal) {
      failed += 1;
      const faults = (made.detail['fields'] as Record<string, string> | undefined) ?? { row: made.code };
      const at = and(eq(importRows.importId, id), eq(importRows.row, one.row));
      await work.tx.update(importRows).set({ verdict: 'faulty', faults }).where(at);
    } else await noteMade(work.tx).execute({ id, row: one.row, dossierId: made.id, version: made.version });
  }
  await work.tx
    .update(imports)
    .set({ done: row.done + waiting.length - failed, failed: row.failed + failed })
    .where(eq(imports.id, id));
  return true;
}

/** What an import registered can be taken back as one operation of its day, and for thirty days from its own page. */
async function keepBatch(work: Work, { id, done, ledger }: ImportTableRow): Promise<void> {
  const batch = { id, version: null, before: {}, after: {} };
  await keepOperation(work, { act: 'import', kind: ledger }, done > 0 ? [batch] : []);
}

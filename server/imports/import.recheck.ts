import { and, eq, isNotNull, or } from 'drizzle-orm';
import { inserting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { against, verdictOf } from './import.check.ts';
import { fixed, meaningsOf } from './import.sealed.ts';
import { rowsOf } from './import.sheets.ts';
import { type ImportTableRow, importRows, imports } from './import.table.ts';
import { LEDGERS } from './ledgers.ts';

type Row = typeof importRows.$inferSelect;

const keep = inserting(importRows);

/** What somebody put right or confirmed in the rows so far. */
async function handled(work: Work, id: number): Promise<Map<number, Row>> {
  const rows = await work.tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), or(isNotNull(importRows.fixes), eq(importRows.confirmed, true))));
  return new Map(rows.map((row) => [row.row, row]));
}

/** Checks every row by what the import says now; where the sheet and its heading are as they were, what was put right by hand stays. */
export async function checkAnew(work: Work, row: ImportTableRow, same: boolean): Promise<void> {
  const kept = same ? await handled(work, row.id) : new Map<number, Row>();
  await work.tx.delete(importRows).where(eq(importRows.importId, row.id));
  const skipped = await checkAll(work, row, kept);
  await work.tx.update(imports).set({ skipped }).where(eq(imports.id, row.id));
}

async function checkAll(
  work: Work,
  row: ImportTableRow,
  kept: ReadonlyMap<number, Row>,
): Promise<Record<string, number>> {
  const { rows, skipped } = await rowsOf(work, row);
  const it = await against(work, row, meaningsOf(work, row));
  const ledger = LEDGERS[row.ledger];
  const checked = rows.map(({ row: at, cells }) => {
    const before = kept.get(at);
    return { at, before, ...ledger.check(before ? fixed(work, before, cells) : cells, cells, it) };
  });
  const numbers = checked.map(({ key }) => key).filter((one): one is string => Boolean(one));
  const existing = await ledger.existing(work, [...new Set(numbers)]);
  const seen = new Set<string>();
  for (const { at, before, faults, doubtful, key: number } of checked) {
    const repeated = number !== undefined && seen.has(number);
    if (number) seen.add(number);
    const known = number && existing.has(number) ? 'existing' : repeated ? 'repeated' : undefined;
    const { fixes = null, confirmed = false } = before ?? {};
    const verdict = verdictOf({ faults, doubtful: doubtful && !confirmed }, known);
    await keep(work.tx, { importId: row.id, row: at, verdict, faults, fixes, confirmed });
  }
  return skipped;
}

import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import type { Import, ImportJob } from '#shared/imports/import.api.ts';
import { type ImportTableRow, importRows, imports } from './import.table.ts';

type Counts = Import['counts'];
export const NO_ROWS: Counts = { good: 0, doubtful: 0, faulty: 0, repeated: 0, existing: 0 };
const LISTED = 50;

/** How many rows of each verdict some imports have, by their ids. */
export async function countsOf({ tx }: Pick<Work, 'tx'>, ids: readonly number[]): Promise<Map<number, Counts>> {
  const found = await tx
    .select({ id: importRows.importId, verdict: importRows.verdict, n: sql<number>`count(*)` })
    .from(importRows)
    .where(inArray(importRows.importId, [...ids]))
    .groupBy(importRows.importId, importRows.verdict);
  const counts = new Map<number, Counts>();
  for (const { id, verdict, n } of found) counts.set(id, { ...(counts.get(id) ?? NO_ROWS), [verdict]: n });
  return counts;
}

/** Rows in all, and those to be taken in: a row the ledger refused while running counts among them, for it was tried. */
export function sumsOf({ repeats, ledger, failed }: ImportTableRow, counts: Counts) {
  const { good, doubtful, faulty, repeated, existing } = counts;
  const again = repeats === 'import' && ledger !== 'case' ? repeated + existing : 0;
  return { expected: good + again + failed, total: good + doubtful + faulty + repeated + existing };
}

/** The imports of the actor's office, newest first, without their contents: colleagues see that one runs, and whose. */
export async function listImports(work: Work): Promise<ImportJob[]> {
  const rows = await work.tx
    .select()
    .from(imports)
    .where(eq(imports.officeId, work.actor.officeId))
    .orderBy(desc(imports.id))
    .limit(LISTED);
  const ids = rows.map(({ id }) => id);
  const counts = await countsOf(work, ids);
  return rows.map((row) => ({ ...row, ...sumsOf(row, counts.get(row.id) ?? NO_ROWS) }));
}

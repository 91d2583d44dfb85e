import { and, asc, eq, gt } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { readPenalties } from '#shared/cases/penalty.text.ts';
import type { ImportRow } from '#shared/imports/import.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { doubtsOf } from './case.check.ts';
import { against, verdictOf } from './import.check.ts';
import { about, fixed, meaningsOf } from './import.sealed.ts';
import { reachImport } from './import.service.ts';
import { cellsOf } from './import.sheets.ts';
import { type ImportTableRow, importRows } from './import.table.ts';
import { LEDGERS } from './ledgers.ts';

/** One page of rows, with what is wrong in each. */
export async function listRows(
  work: Work,
  id: number,
  ask: { verdict?: ImportRow['verdict']; cursor?: string; limit?: number },
) {
  const row = await reachImport(work, id);
  const limit = ask.limit ?? 50;
  const found = await work.tx
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        gt(importRows.row, Number(ask.cursor) || 0),
        ...(ask.verdict ? [eq(importRows.verdict, ask.verdict)] : []),
      ),
    )
    .orderBy(asc(importRows.row))
    .limit(limit + 1);
  const cells = await cellsOf(work, row);
  const rows = found.slice(0, limit).map((one) => rowShown(work, row, one, cells.get(one.row) ?? []));
  return { rows, next: found.length > limit ? String(rows[rows.length - 1]!.row) : null };
}

function rowShown(
  work: Work,
  { ledger, mapping }: ImportTableRow,
  one: typeof importRows.$inferSelect,
  original: readonly string[],
): ImportRow {
  const { row, verdict, faults, dossierId } = one;
  const cells = fixed(work, one, original);
  const text = ledger === 'case' && mapping.penaltyText !== undefined ? (cells[mapping.penaltyText] ?? '') : null;
  const code = mapping.subjectCode === undefined ? '' : (cells[mapping.subjectCode] ?? '');
  const reading = text === null ? null : { text, ...readPenalties(text), doubts: doubtsOf(text, code) };
  return {
    row,
    verdict,
    faults,
    dossierId,
    reading: reading as ImportRow['reading'],
    cells: cells.map((cell) => cell.replace('\u0000', '')),
  };
}

/** Puts cells of one row right and checks it anew. */
export async function fixRow(
  work: Work,
  id: number,
  at: number,
  { cells, confirmed: said }: { cells: Record<string, string>; confirmed?: true },
): Promise<ImportRow> {
  const row = await reachImport(work, id);
  if (row.state !== 'ready') throw new Refusal('not_allowed_in_state', { state: row.state });
  const where = and(eq(importRows.importId, id), eq(importRows.row, at));
  const [before] = await work.tx.select().from(importRows).where(where);
  const original = (await cellsOf(work, row)).get(at);
  if (!before || !original) throw new Refusal('not_found');
  const known = before.fixes ? (JSON.parse(work.vault.open(before.fixes, about(id, `row ${at}`))) as object) : {};
  const fixes = work.vault.seal(JSON.stringify({ ...known, ...cells }), about(id, `row ${at}`));
  const it = await against(work, row, meaningsOf(work, row));
  const checked = LEDGERS[row.ledger].check(fixed(work, { ...before, fixes }, original), original, it);
  const { faults } = checked;
  const confirmed = said ?? (before.confirmed && Object.keys(cells).length === 0);
  const there = before.verdict === 'existing' || before.verdict === 'repeated' ? before.verdict : undefined;
  const verdict = verdictOf({ faults, doubtful: checked.doubtful && !confirmed }, there);
  const [after] = await work.tx.update(importRows).set({ fixes, faults, verdict, confirmed }).where(where).returning();
  return rowShown(work, row, after!, original);
}

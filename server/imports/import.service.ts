import { gunzipSync, gzipSync } from 'node:zlib';
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { readPenalties } from '#shared/cases/penalty.text.ts';
import type { Import, ImportDefaults, ImportRow } from '#shared/imports/import.api.ts';
import { guessLedger, guessMapping, type ImportField, type ImportLedger } from '#shared/imports/import.fields.ts';
import { dataRows, findHeader, headerAt, type Matrix } from '#shared/imports/sheet.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { against, verdictOf } from './import.check.ts';
import { remember, remembered, shapeOf } from './import.mappings.ts';
import { type ImportTableRow, importRows, importSheets, imports } from './import.table.ts';
import { LEDGERS } from './ledgers.ts';
import type { Sheet } from './read-sheets.ts';

const START: ImportDefaults = { channel: 'web', intake: 'complaint', answered: 'closed' };
const about = (id: number, part: string | number) => `import:${id}:${part}`;

/** What was read of the files looked at last, so that a page of rows need not unpack a whole file again. */
const recent = new WeakMap<Work['tx'], Map<string, unknown>>();
const REMEMBERED = 4;

async function remembering<T>({ tx }: Pick<Work, 'tx'>, key: string, read: () => Promise<T>): Promise<T> {
  const held = recent.get(tx) ?? new Map<string, unknown>();
  recent.set(tx, held);
  if (held.has(key)) return held.get(key) as T;
  const found = await read();
  if (held.size >= REMEMBERED) held.delete(held.keys().next().value!);
  held.set(key, found);
  return found;
}

/** An import of the actor's own; anybody else's is not there. */
export async function reachImport(work: Pick<Work, 'tx' | 'actor'>, id: number): Promise<ImportTableRow> {
  const [row] = await work.tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.personId, work.actor.personId)));
  if (!row) throw new Refusal('not_found');
  return row;
}

/** Keeps a file that was read, with the header, columns and defaults it most likely has, and checks every row. */
export async function startImport(work: Work, fileName: string, sheets: readonly Sheet[]): Promise<Import> {
  const largest = sheets.reduce((best, { rows }, at) => (rows.length > sheets[best]!.rows.length ? at : best), 0);
  const [made] = await work.tx
    .insert(imports)
    .values({
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      fileName: fileName.slice(0, 200),
      state: 'ready',
      createdAt: work.clock.now(),
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
      sheet: largest,
      headerRow: 1,
      headings: [],
      mapping: {},
      defaults: { ...START, ...(await homeCounty(work)) },
      skipped: {},
    })
    .returning();
  for (const [sheet, { rows }] of sheets.entries()) {
    const packed = gzipSync(JSON.stringify(rows)).toString('base64');
    const sealed = work.vault.seal(packed, about(made!.id, sheet));
    await work.tx.insert(importSheets).values({ importId: made!.id, sheet, sealed });
  }
  return mapImport(work, made!.id, { sheet: largest });
}

async function homeCounty(work: Work): Promise<{ county?: string }> {
  const { officePlaces } = await import('#server/offices/office.places.ts');
  const region = (await officePlaces(work.tx)).find(({ id }) => id === work.actor.officeId)?.region;
  return region ? { county: region } : {};
}

/** The sheet of an import, unsealed. */
function matrixOf(work: Work, id: number, sheet: number): Promise<Matrix> {
  return remembering(work, `${id}/${sheet}`, async () => {
    const [found] = await work.tx
      .select()
      .from(importSheets)
      .where(and(eq(importSheets.importId, id), eq(importSheets.sheet, sheet)));
    if (!found) throw new Refusal('not_found');
    return JSON.parse(
      gunzipSync(Buffer.from(work.vault.open(found.sealed, about(id, sheet)), 'base64')).toString(),
    ) as Matrix;
  });
}

interface Mapping {
  readonly sheet: number;
  readonly ledger?: ImportLedger;
  readonly headerRow?: number;
  readonly mapping?: Partial<Record<ImportField, number>>;
  readonly defaults?: ImportDefaults;
}

/** Says which columns are what, remembers it for files headed alike, and checks every row anew. Nothing is registered yet. */
export async function mapImport(work: Work, id: number, ask: Mapping): Promise<Import> {
  const before = await reachImport(work, id);
  if (before.state !== 'ready') throw new Refusal('not_allowed_in_state', { state: before.state });
  const matrix = await matrixOf(work, id, ask.sheet);
  const header = ask.headerRow ? headerAt(matrix, ask.headerRow - 1) : findHeader(matrix);
  const ledger = ask.ledger ?? (ask.mapping ? before.ledger : guessLedger(header.headings));
  const shape = shapeOf([...(ledger === 'complaint' ? [] : [ledger]), ...header.headings]);
  const mapping = ask.mapping ?? (await remembered(work, shape)) ?? guessMapping(header.headings, ledger);
  if (ask.mapping) await remember(work, shape, ask.mapping);
  const [row] = await work.tx
    .update(imports)
    .set({
      sheet: ask.sheet,
      ledger,
      headerRow: header.row + 1,
      headings: [...header.headings],
      mapping,
      defaults: ask.defaults ?? before.defaults,
    })
    .where(eq(imports.id, id))
    .returning();
  await work.tx.delete(importRows).where(eq(importRows.importId, id));
  const skipped = await checkAll(work, row!);
  await work.tx.update(imports).set({ skipped }).where(eq(imports.id, id));
  return readImport(work, id);
}

/** The rows of the chosen sheet under the chosen header. */
export function rowsOf(work: Work, row: ImportTableRow) {
  const long = (['content', 'reply', 'penaltyText'] as const).flatMap((field) =>
    row.mapping[field] === undefined ? [] : [row.mapping[field]!],
  );
  return remembering(work, `${row.id}/${row.sheet}/${row.headerRow}/${long}`, async () => {
    const matrix = await matrixOf(work, row.id, row.sheet);
    const read = dataRows(matrix, { row: row.headerRow - 1, headings: row.headings }, long);
    return { ...read, cells: new Map(read.rows.map((one) => [one.row, one.cells])) };
  });
}

/** Each row's cells by the number it has in the sheet. */
export const cellsOf = async (work: Work, row: ImportTableRow) => (await rowsOf(work, row)).cells;

async function checkAll(work: Work, row: ImportTableRow): Promise<Record<string, number>> {
  const { rows, skipped } = await rowsOf(work, row);
  const it = await against(work, row.mapping, row.defaults);
  const ledger = LEDGERS[row.ledger];
  const checked = rows.map(({ row: at, cells }) => ({ at, ...ledger.check(cells, cells, it) }));
  const numbers = checked.map(({ key }) => key).filter((one): one is string => Boolean(one));
  const existing = await ledger.existing(work, [...new Set(numbers)]);
  const seen = new Set<string>();
  const values = checked.map(({ at, faults, doubtful, key: number }) => {
    const repeated = number !== undefined && seen.has(number);
    if (number) seen.add(number);
    const known = number && existing.has(number) ? 'existing' : repeated ? 'repeated' : undefined;
    const verdict = verdictOf({ faults, doubtful }, known);
    return { importId: row.id, row: at, verdict, faults } as const;
  });
  for (let from = 0; from < values.length; from += 500)
    await work.tx.insert(importRows).values(values.slice(from, from + 500));
  return skipped;
}

const SAMPLES = 3;

/** An import as the wizard shows it. */
export async function readImport(work: Work, id: number): Promise<Import> {
  return shown(work, await reachImport(work, id));
}

async function shown(work: Work, row: ImportTableRow, withSamples = true): Promise<Import> {
  const counted = await work.tx
    .select({ verdict: importRows.verdict, n: sql<number>`count(*)` })
    .from(importRows)
    .where(eq(importRows.importId, row.id))
    .groupBy(importRows.verdict);
  const counts = { good: 0, doubtful: 0, faulty: 0, repeated: 0, existing: 0 };
  for (const { verdict, n } of counted) counts[verdict] = n;
  const samples = withSamples
    ? (await rowsOf(work, row)).rows
        .slice(0, SAMPLES)
        .map(({ cells }) => cells.map((cell) => cell.replace('\u0000', '').slice(0, 80)))
    : [];
  const { personId: _, officeId: __, repeats: ___, ...rest } = row;
  return {
    ...rest,
    samples,
    counts,
    total: counts.good + counts.doubtful + counts.faulty + counts.repeated + counts.existing,
  };
}

/** The actor's imports, newest first, without their contents. */
export async function listImports(work: Work): Promise<Import[]> {
  const rows = await work.tx
    .select()
    .from(imports)
    .where(eq(imports.personId, work.actor.personId))
    .orderBy(desc(imports.id))
    .limit(50);
  const all: Import[] = [];
  for (const row of rows) all.push(await shown(work, row, false));
  return all;
}

/** A row's cells with whatever was put right in the wizard. */
export function fixed(
  work: Pick<Work, 'vault'>,
  row: typeof importRows.$inferSelect,
  cells: readonly string[],
): string[] {
  if (!row.fixes) return [...cells];
  const fixes = JSON.parse(work.vault.open(row.fixes, about(row.importId, `row ${row.row}`))) as Record<string, string>;
  return cells.map((cell, column) => fixes[column] ?? cell);
}

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
  const reading = text === null ? null : { text, ...readPenalties(text) };
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
  const it = await against(work, row.mapping, row.defaults);
  const checked = LEDGERS[row.ledger].check(fixed(work, { ...before, fixes }, original), original, it);
  const { faults } = checked;
  const confirmed = said ?? (before.confirmed && Object.keys(cells).length === 0);
  const there = before.verdict === 'existing' || before.verdict === 'repeated' ? before.verdict : undefined;
  const verdict = verdictOf({ faults, doubtful: checked.doubtful && !confirmed }, there);
  const [after] = await work.tx.update(importRows).set({ fixes, faults, verdict, confirmed }).where(where).returning();
  return rowShown(work, row, after!, original);
}

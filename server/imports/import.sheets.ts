import { gunzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { dataRows, type Matrix } from '#shared/imports/sheet.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { about } from './import.sealed.ts';
import { type ImportTableRow, importSheets } from './import.table.ts';

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

/** The sheet of an import, unsealed. */
export function matrixOf(work: Work, id: number, sheet: number): Promise<Matrix> {
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

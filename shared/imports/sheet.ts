import { fieldOfHeading } from './import.fields.ts';

/** A sheet as text, row by row; the row's index plus one is the number the spreadsheet shows. */
export type Matrix = readonly (readonly string[])[];

/** Where the data begins and how its columns are headed; a heading over two lines is joined by a slash. */
export interface Header {
  /** Index of the last heading line; -1 where there is none. */
  readonly row: number;
  readonly headings: readonly string[];
}

const LOOKED_AT = 20;
const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '');
const known = (row: readonly string[]) => row.filter((cell) => fieldOfHeading(cell) !== undefined).length;

/** The heading line under whatever title rows stand above: the line that names most fields, or else the first full one. */
export function findHeader(matrix: Matrix): Header {
  let best = -1;
  let most = 0;
  matrix.slice(0, LOOKED_AT).forEach((row, at) => {
    const names = known(row);
    if (names > most) {
      best = at;
      most = names;
    }
  });
  if (best < 0)
    best = Math.max(
      0,
      matrix.findIndex((row) => filled(row).length >= 2),
    );
  return headerAt(matrix, best);
}

/** Whether a line names fields rather than holding data: at least two names, and no fewer than half of what it says. */
export const isHeading = (row: readonly string[]): boolean =>
  known(row) >= Math.max(2, Math.ceil(filled(row).length / 2));

/** Rows that no line heads: their columns go by letters, as a spreadsheet shows them. */
export function withoutHeading(matrix: Matrix): Header {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  return { row: -1, headings: Array.from({ length: width }, (_, at) => letterOf(at)) };
}

const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);

/** The headings when the heading line is this one; the line above joins in where it spans several columns of it. */
export function headerAt(matrix: Matrix, row: number): Header {
  const lower = matrix[row] ?? [];
  const upper = row > 0 ? (matrix[row - 1] ?? []) : [];
  const spans = filled(upper).length >= 2 && upper.some((cell, at) => cell !== '' && cell === upper[at + 1]);
  const below = matrix[row + 1] ?? [];
  const goesOn = isSecondLine(lower, below);
  const top = goesOn ? lower : upper;
  const bottom = goesOn ? below : lower;
  const joined = goesOn || spans;
  const width = Math.max(lower.length, below.length);
  const headings = Array.from({ length: width }, (_, at) => {
    const name = (bottom[at] ?? '').trim();
    const over = (top[at] ?? '').trim();
    if (!joined) return name;
    return name === '' || name === over ? over : over === '' ? name : `${over}/${name}`;
  });
  return { row: goesOn ? row + 1 : row, headings };
}

/** A second heading line: names, not data, under a first line that says one word over neighbours, or that leaves them blank. */
function isSecondLine(first: readonly string[], second: readonly string[]): boolean {
  const words = filled(second);
  if (words.length === 0) return false;
  if (words.every((cell) => fieldOfHeading(cell) !== undefined)) return true;
  const doubled = first.some((cell, at) => cell !== '' && cell === first[at + 1]);
  return doubled && words.length >= 2 && words.every((cell) => cell.length <= 12 && !/^\d+([./-]\d+)*$/.test(cell));
}

/** Why a row under the heading is no record. */
export const SKIPS = ['blank', 'total', 'note', 'header', 'continued'] as const;
export type Skip = (typeof SKIPS)[number];

export interface DataRow {
  /** The number the spreadsheet shows. */
  readonly row: number;
  readonly cells: readonly string[];
}

const TOTAL = /^(合计|小计|总计|共计|累计|total)/i;
const NOTE = /^(注|说明|备注|填表|制表|审核人|填报|统计人|单位负责人)[:：人单]/;
const SAME = /^(同上|〃|″|"|''|””)$/;
const NONE = /^[/／\-—–\\]+$/;

/**
 * The records under a heading. 同上 takes the cell above, a stroke is empty, a line that only goes on with a long text joins the row
 * before; totals, notes, blank and repeated heading lines are left out and counted.
 */
export function dataRows(
  matrix: Matrix,
  header: Header,
  longColumns: readonly number[],
): { rows: DataRow[]; skipped: Record<Skip, number> } {
  const skipped: Record<Skip, number> = { blank: 0, total: 0, note: 0, header: 0, continued: 0 };
  const rows: { row: number; cells: string[] }[] = [];
  const last = lastFilled(matrix);
  const headings = header.headings.join('\u0001');
  for (let at = header.row + 1; at <= last; at += 1) {
    const raw = matrix[at] ?? [];
    const cells = header.headings.map((_, column) => (raw[column] ?? '').trim());
    const before = rows[rows.length - 1];
    const why = skipOf(cells, headings);
    if (why) skipped[why] += 1;
    else if (before && goesOn(cells, longColumns)) {
      for (const column of longColumns)
        if (cells[column]) before.cells[column] = `${before.cells[column]}\n${cells[column]}`;
      skipped.continued += 1;
    } else
      rows.push({
        row: at + 1,
        cells: cells.map((cell, column) =>
          SAME.test(cell) ? (before?.cells[column] ?? '') : NONE.test(cell) ? '' : cell,
        ),
      });
  }
  return { rows, skipped };
}

/** Sheets are often formatted far below their data: rows without a word do not count, not even as blank. */
function lastFilled(matrix: Matrix): number {
  for (let at = matrix.length - 1; at >= 0; at -= 1) if (filled(matrix[at]!).length > 0) return at;
  return -1;
}

function skipOf(cells: readonly string[], headings: string): Skip | undefined {
  const words = filled(cells);
  if (words.length === 0) return 'blank';
  if (cells.join('\u0001') === headings) return 'header';
  const first = words[0]!.replace(/\s/g, '');
  if (TOTAL.test(first)) return 'total';
  return NOTE.test(first) && words.length <= 3 ? 'note' : undefined;
}

const goesOn = (cells: readonly string[], longColumns: readonly number[]) =>
  longColumns.length > 0 &&
  filled(cells).length > 0 &&
  cells.every((cell, column) => cell === '' || longColumns.includes(column));

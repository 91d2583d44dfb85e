/** Cells copied from a spreadsheet: rows of equal length, and what stood in their place before they became text. */
export interface Block {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
}

/**
 * Reads tab-separated text as Excel and WPS put it on the clipboard: a cell that holds a tab, a line break or a quote may stand in quotes,
 * with its own quotes doubled. The line break at the very end begins no row; an empty last column stays.
 *
 * @example blockOf('a\t"b\nc"\n').rows // [['a', 'b\nc']]
 */
export function blockOf(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const cell = quotedAt(text, at) ?? plainAt(text, at);
    rows[rows.length - 1]!.push(cell.value);
    const end = text[cell.end];
    if (end === '\t') {
      at = cell.end + 1;
      if (at === text.length) rows[rows.length - 1]!.push('');
    } else {
      at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
      if (at < text.length) rows.push([]);
    }
  }
  if (rows[0]!.length === 0) return { rows: [], width: 0 };
  const width = Math.max(...rows.map((row) => row.length));
  for (const row of rows) while (row.length < width) row.push('');
  return { rows, width };
}

interface Cell {
  readonly value: string;
  /** Index of the tab or line break after it, or the text's length. */
  readonly end: number;
}

const isEnd = (text: string, at: number) =>
  at >= text.length || text[at] === '\t' || text[at] === '\n' || text[at] === '\r';

/** A cell in quotes; undefined where the quote is only a sign in the text, because none closes it before a tab or line break. */
function quotedAt(text: string, from: number): Cell | undefined {
  if (text[from] !== '"') return undefined;
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] === '"') at = quote + 2;
    else if (isEnd(text, quote + 1))
      return {
        value: text
          .slice(from + 1, quote)
          .replace(/""/g, '"')
          .replace(/\r\n?/g, '\n'),
        end: quote + 1,
      };
    else return undefined;
  }
}

function plainAt(text: string, from: number): Cell {
  let end = from;
  while (!isEnd(text, end)) end += 1;
  return { value: text.slice(from, end), end };
}

/**
 * How many merged cells the same selection holds, by the table a spreadsheet puts beside the text. Excel's own spans over empty
 * neighbours, marked `mso-ignore:colspan`, merge nothing.
 */
export function mergedCells(html: string): number {
  let merged = 0;
  for (const [tag] of html.matchAll(/<t[dh]\b[^>]*>/gi)) {
    if (/\browspan\s*=\s*["']?(?:[2-9]|1\d)/i.test(tag)) merged += 1;
    else if (/\bcolspan\s*=\s*["']?(?:[2-9]|1\d)/i.test(tag) && !/mso-ignore\s*:\s*colspan/i.test(tag)) merged += 1;
  }
  return merged;
}

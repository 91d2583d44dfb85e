// Reads a spreadsheet in a thread of its own, so that a bad file takes down nothing but this thread. Plain JavaScript: it is run as it is.
import { TextDecoder } from 'node:util';
import XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

const MOST_ROWS = 60_000;
const MOST_COLUMNS = 200;

/** CSV by its mark, else UTF-8 where every byte agrees, else GB18030. */
function textOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

function fromCsv(bytes) {
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const head = text.slice(0, 4000);
  const delimiter = ['\t', ';', ','].sort((a, b) => head.split(b).length - head.split(a).length)[0];
  const rows = parse(text, {
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    to: MOST_ROWS + 1,
  });
  return [{ name: 'CSV', rows: rows.map((row) => row.slice(0, MOST_COLUMNS)) }];
}

/** A cell as text: days as days, whole numbers without exponent; a number too long for a spreadsheet is marked as damaged. */
function cellText(cell) {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return '';
  if (cell.t === 'n' && cell.z && XLSX.SSF.is_date(cell.z)) return XLSX.SSF.format('yyyy-mm-dd', cell.v);
  if (cell.t === 'n' && Number.isInteger(cell.v) && Math.abs(cell.v) >= 1e15)
    return `\u0000${cell.v.toLocaleString('en-US', { useGrouping: false })}`;
  if (cell.t === 'd') return cell.v.toISOString().slice(0, 10);
  return String(cell.v);
}

function fromBook(bytes) {
  const book = XLSX.read(bytes, {
    dense: true,
    cellNF: true,
    sheetRows: MOST_ROWS + 1,
    cellFormula: false,
    cellHTML: false,
    bookVBA: false,
  });
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    const rows = (sheet['!data'] ?? []).map((row) =>
      Array.from(row ?? [], (cell) => cellText(cell)).slice(0, MOST_COLUMNS),
    );
    for (const { s, e } of sheet['!merges'] ?? []) {
      if (e.r - s.r > 200 || e.c - s.c > 60) continue;
      const value = rows[s.r]?.[s.c] ?? '';
      for (let r = s.r; r <= e.r; r += 1) for (let c = s.c; c <= e.c; c += 1) if (rows[r]) rows[r][c] ??= value;
      for (let r = s.r; r <= e.r; r += 1)
        for (let c = s.c; c <= e.c; c += 1) if (rows[r] && !rows[r][c]) rows[r][c] = value;
    }
    return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? '')) };
  });
}

export default function readSheets({ bytes }) {
  const buffer = Buffer.from(bytes);
  const isBook = (buffer[0] === 0x50 && buffer[1] === 0x4b) || (buffer[0] === 0xd0 && buffer[1] === 0xcf);
  const sheets = isBook ? fromBook(buffer) : fromCsv(buffer);
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS)) throw new Error('too_many_rows');
  return sheets;
}

import { defused } from './defuse.ts';

/** A spreadsheet's cell holds no more than this. */
const CELL = 32_000;

/** One column of a ledger's file and how its cells are made. */
export interface Column<Row> {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: Row, at: number) => string | number | null;
}

/** A ledger as a file: its name, its columns, and the second sheet that says what was asked for, by whom and when. */
export interface Ledger<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly told: readonly (readonly [string, string])[];
}

const text = (value: string) => ({
  type: String,
  value: defused(value).slice(0, CELL),
  wrap: true,
  alignVertical: 'top' as const,
});
const number = (value: number) => ({ type: Number, value, alignVertical: 'top' as const });
const head = (value: string) => ({
  type: String,
  value,
  fontWeight: 'bold' as const,
  backgroundColor: '#EDF1F6',
  wrap: true,
});

/** Writes a ledger's file; whatever a spreadsheet would run as a formula is text. */
export async function bookOf<Row>({ title, columns, rows, told }: Ledger<Row>): Promise<Buffer> {
  const body = rows.map((row, at) =>
    columns.map(({ cell }) => {
      const value = cell(row, at);
      return value === null || value === '' ? null : typeof value === 'number' ? number(value) : text(value);
    }),
  );
  const sheets = [
    {
      data: [columns.map(({ name }) => head(name)), ...body],
      sheet: title,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    {
      data: told.map((line) => line.map((value) => ({ type: String, value: defused(value) }))),
      sheet: '说明',
      columns: [{ width: 14 }, { width: 60 }],
    },
  ];
  return (await import('write-excel-file/node')).default(sheets as never).toBuffer();
}

/** `台账-投诉举报-夏河县-20261123-1002.xlsx`. */
export const bookName = (...parts: string[]) => `${parts.filter(Boolean).join('-')}.xlsx`;

/** The time of day in a file's name. */
export const stampOf = (now: string) => now.replace(/[-:]/g, '').replace(' ', '-');

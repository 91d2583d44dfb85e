import { isCreditCode } from '#shared/entities/identity.ts';
import type { ImportField, ImportLedger } from '#shared/imports/import.fields.ts';
import type { Matrix } from '#shared/imports/sheet.ts';
import { dayFromCell } from '#shared/imports/values.ts';
import { type Against, clean } from './import.check.ts';
import { officeFrom, READ } from './import.values.ts';

const LOOKED_AT = 200;
/** Of a column's filled cells so many must look like the field. */
const MOST_OF = 0.5;

type Sign = readonly [field: ImportField, test: (cell: string, it: Against) => boolean];

const isName = (cell: string) => /^[\u4e00-\u9fa5·]{2,4}$/.test(cell);
const isBusiness = (cell: string) =>
  /(公司|店|超市|商行|商场|商店|餐厅|饭店|酒店|宾馆|面馆|药房|诊所|加油站|市场|经营部|合作社|厂)([（(].*)?$/.test(cell);
const isDay = (cell: string) => /\d[-./年]\d|^20\d{6}$|^4\d{4}$/.test(cell) && dayFromCell(cell) !== undefined;
const isShort =
  (most: number, test: Sign[1]): Sign[1] =>
  (cell, it) =>
    cell.length <= most && test(cell, it);

const COMMON: readonly Sign[] = [
  ['subjectCode', (cell) => isCreditCode(cell)],
  [
    'county',
    (cell, it) => /^(甘肃省?)?(甘南(藏族自治)?州)?.{2,3}(县|市)?$/.test(cell) && READ.county(cell, it) !== undefined,
  ],
  ['officeId', isShort(20, (cell, it) => officeFrom(cell, it.defaults.county ?? '', it) !== undefined)],
  ['subjectName', isShort(40, isBusiness)],
];
const SIGNS: Record<ImportLedger, readonly Sign[]> = {
  complaint: [
    ['idNo', (cell) => /^\d{17}[\dXx]$/.test(cell)],
    ['phone', (cell) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(cell.replace(/\s/g, ''))],
    ['receivedOn', isDay],
    ...COMMON,
    ['channel', isShort(10, (cell, it) => READ.channel(cell, it) !== undefined)],
    ['intake', isShort(6, (cell, it) => READ.intake(cell, it) !== undefined)],
    ['matter', isShort(12, (cell, it) => READ.matter(cell, it) !== undefined)],
    ['amountFen', (cell) => /^[¥￥]?\d[\d,，]*(\.\d+)?(元|万元?)?$/.test(cell)],
    ['foreignNumber', (cell) => /^[A-Za-z]{0,8}[-\d]{6,}$/.test(cell)],
    ['name', isName],
  ],
  case: [
    ['decisionNumber', (cell) => /[〔[（(]\d{4}[〕\]）)].*号$/.test(cell)],
    ['decidedOn', isDay],
    ...COMMON,
    ['penaltyText', (cell) => /罚款|罚没|没收|警告|不予(行政)?处罚|吊销/.test(cell)],
    ['basis', (cell) => /《.+》.*第/.test(cell)],
    ['matter', isShort(12, (cell, it) => READ.matter(cell, it) !== undefined)],
  ],
};
/** What the longest texts left are. */
const LONG: Record<ImportLedger, ImportField> = { complaint: 'content', case: 'violation' };

/** What the columns of rows without a heading most likely are, by what stands in them; each field once, a mere count of the rows none. */
export function guessByContent(
  matrix: Matrix,
  ledger: ImportLedger,
  it: Against,
): Partial<Record<ImportField, number>> {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    matrix.slice(0, LOOKED_AT).flatMap((row) => clean(row[at] ?? '') || []),
  );
  const free = new Set(columns.flatMap((cells, at) => (cells.length > 0 && !isRunning(cells) ? [at] : [])));
  const mapping: Partial<Record<ImportField, number>> = {};
  const take = (field: ImportField, at: number | undefined) => {
    if (at === undefined) return;
    mapping[field] = at;
    free.delete(at);
  };
  for (const [field, test] of SIGNS[ledger])
    take(
      field,
      [...free].find((at) => columns[at]!.filter((cell) => test(cell, it)).length >= columns[at]!.length * MOST_OF),
    );
  const length = (at: number) => columns[at]!.reduce((sum, cell) => sum + cell.length, 0) / columns[at]!.length;
  const [longest] = [...free].filter((at) => length(at) >= 6).sort((a, b) => length(b) - length(a));
  take(LONG[ledger], longest);
  return mapping;
}

/** 序号: the rows counted. */
const isRunning = ([first = '', ...others]: readonly string[]) =>
  first.length <= 5 && others.every((cell, at) => cell === String(Number(first) + at + 1));

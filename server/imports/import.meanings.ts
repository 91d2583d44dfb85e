import { and, eq, isNotNull } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { CHANNELS, INTAKES } from '#shared/complaints/complaint.lists.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import type { Import, ImportValue } from '#shared/imports/import.api.ts';
import {
  ELSEWHERE,
  MEANT_FIELDS,
  type Meanings,
  type MeantField,
  meaningKey,
  toldAnew,
} from '#shared/imports/meanings.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import { type Against, against, clean } from './import.check.ts';
import { remember, shapeOf } from './import.mappings.ts';
import { checkAnew } from './import.recheck.ts';
import { fixed, meaningsOf, sealedMeanings } from './import.sealed.ts';
import { reachImport, readImport } from './import.service.ts';
import { rowsOf } from './import.sheets.ts';
import { type ImportTableRow, importRows, imports } from './import.table.ts';
import { officeFrom, READ } from './import.values.ts';

/** A word longer than this is no name of a list's value. */
const LONGEST = 80;
/** Words of one field told at most; a column with more of them is the wrong column. */
const MOST = 100;

/** The file's words for values of our lists that nobody knows, or that were told what they mean, each once with its rows, most rows first. */
export async function valuesOf(work: Work, id: number): Promise<ImportValue[]> {
  const row = await reachImport(work, id);
  const meanings = meaningsOf(work, row);
  const it = await against(work, row, {}); // what would be read if nobody had said anything
  const all = await cellsNow(work, row);
  return MEANT_FIELDS.flatMap((field) => {
    const column = row.mapping[field];
    if (column === undefined) return [];
    const words = new Map<string, { written: string; rows: number }>();
    for (const cells of all) {
      const written = clean(cells[column] ?? '');
      if (!written || written.length > LONGEST || written.startsWith('\u0000')) continue;
      const key = meaningKey(written);
      if (meanings[field]?.[key] === undefined && isKnown(field, written, cells, it)) continue;
      const word = words.get(key) ?? { written, rows: 0 };
      word.rows += 1;
      words.set(key, word);
    }
    return [...words]
      .map(([key, word]) => ({ field, ...word, meaning: meanings[field]?.[key] ?? null }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, MOST);
  });
}

/** Every row's cells as they stand, with what was put right by hand. */
async function cellsNow(work: Work, row: ImportTableRow): Promise<readonly (readonly string[])[]> {
  const { rows } = await rowsOf(work, row);
  const mended = await work.tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, row.id), isNotNull(importRows.fixes)));
  const by = new Map(mended.map((one) => [one.row, one]));
  return rows.map(({ row: at, cells }) => (by.has(at) ? fixed(work, by.get(at)!, cells) : cells));
}

/** Another office of the prefecture is known, although its decisions are its own to enter. */
function isKnown(field: MeantField, written: string, cells: readonly string[], it: Against): boolean {
  if (field !== 'officeId') return READ[field](written, it) !== undefined;
  const county = it.mapping.county === undefined ? '' : clean(cells[it.mapping.county] ?? '');
  return officeFrom(written, (county && READ.county(county, it)) || it.defaults.county || '', it) !== undefined;
}

const LISTS: Record<Exclude<MeantField, 'officeId'>, readonly string[]> = {
  matter: MATTER_CODES,
  channel: CHANNELS,
  intake: INTAKES,
  county: [PREFECTURE, ...COUNTIES],
};

/** Says once what words of the file mean: every row is checked anew, and files headed alike are read so from now on. */
export async function tellMeanings(
  work: Work,
  id: number,
  values: readonly { field: MeantField; written: string; meaning: string | null }[],
): Promise<Import> {
  const before = await reachImport(work, id);
  if (before.state !== 'ready') throw new Refusal('not_allowed_in_state', { state: before.state });
  const it = await against(work, before, {});
  for (const { field, meaning } of values)
    if (meaning !== null && !isOurs(field, meaning, before, it)) throw invalid({ [field]: 'unknown' });
  const meanings: Meanings = toldAnew(meaningsOf(work, before), values);
  await remember(work, shapeOf(before.ledger, before.headings), before.mapping, meanings);
  const [row] = await work.tx
    .update(imports)
    .set({ meanings: sealedMeanings(work, id, meanings) })
    .where(eq(imports.id, id))
    .returning();
  await checkAnew(work, row!, true);
  return readImport(work, id);
}

function isOurs(field: MeantField, meaning: string, { ledger }: ImportTableRow, it: Against): boolean {
  if (field !== 'officeId') return LISTS[field].includes(meaning);
  if (ledger === 'case') return meaning === ELSEWHERE || it.own.includes(Number(meaning));
  const office = it.offices.find((one) => one.id === Number(meaning));
  return office !== undefined && !office.successorId && !['coordination', 'procuratorate'].includes(office.department);
}

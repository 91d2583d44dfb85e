import { gzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import type { Import, ImportDefaults } from '#shared/imports/import.api.ts';
import { guessLedger, guessMapping, type ImportField, type ImportLedger } from '#shared/imports/import.fields.ts';
import { findHeader, type Header, headerAt, isHeading, type Matrix, withoutHeading } from '#shared/imports/sheet.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { against } from './import.check.ts';
import { countsOf, NO_ROWS, sumsOf } from './import.counts.ts';
import { guessByContent } from './import.guess.ts';
import { remember, remembered, shapeOf } from './import.mappings.ts';
import { checkAnew } from './import.recheck.ts';
import { about, sealedMeanings } from './import.sealed.ts';
import { matrixOf, rowsOf } from './import.sheets.ts';
import { type ImportTableRow, importSheets, imports } from './import.table.ts';
import type { Sheet } from './read-sheets.ts';

const START: ImportDefaults = { channel: 'web', intake: 'complaint', answered: 'closed' };
/** An import of the actor's own; anybody else's is not there. */
export async function reachImport(work: Pick<Work, 'tx' | 'actor'>, id: number): Promise<ImportTableRow> {
  const [row] = await work.tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.personId, work.actor.personId)));
  if (!row) throw new Refusal('not_found');
  return row;
}

interface Brought {
  readonly fileName: string;
  readonly origin: Import['origin'];
  readonly sheets: readonly Sheet[];
  readonly ledger?: ImportLedger;
}

/** Keeps what was brought, with the header, columns and defaults it most likely has, and checks every row. */
export async function startImport(work: Work, { fileName, origin, sheets, ledger }: Brought): Promise<Import> {
  const largest = sheets.reduce((best, { rows }, at) => (rows.length > sheets[best]!.rows.length ? at : best), 0);
  const [made] = await work.tx
    .insert(imports)
    .values({
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      fileName: fileName.slice(0, 200),
      origin,
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
  const headless = origin === 'paste' && !isHeading(sheets[largest]!.rows[0] ?? []);
  return mapImport(work, made!.id, {
    sheet: largest,
    ...(ledger ? { ledger } : {}),
    ...(headless ? { headerRow: 0 } : {}),
  });
}

async function homeCounty(work: Work): Promise<{ county?: string }> {
  const { officePlaces } = await import('#server/offices/office.places.ts');
  const region = (await officePlaces(work.tx)).find(({ id }) => id === work.actor.officeId)?.region;
  return region ? { county: region } : {};
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
  const header = headerOf(matrix, ask.headerRow);
  const ledger = ask.ledger ?? (ask.mapping ? before.ledger : guessLedger(header.headings));
  const shape = shapeOf(ledger, header.headings);
  const known = await remembered(work, shape);
  const defaults = ask.defaults ?? before.defaults;
  const mapping = ask.mapping ?? (await mappingOf(work, { header, matrix, ledger, defaults, known }));
  if (ask.mapping) await remember(work, shape, ask.mapping, known.meanings);
  const same = before.sheet === ask.sheet && before.headerRow === header.row + 1 && before.ledger === ledger;
  const [row] = await work.tx
    .update(imports)
    .set({
      sheet: ask.sheet,
      ledger,
      headerRow: header.row + 1,
      headings: [...header.headings],
      mapping,
      defaults,
      meanings: sealedMeanings(work, id, known.meanings),
    })
    .where(eq(imports.id, id))
    .returning();
  await checkAnew(work, row!, same);
  return readImport(work, id);
}

function headerOf(matrix: Matrix, headerRow: number | undefined): Header {
  if (headerRow === 0) return withoutHeading(matrix);
  return headerRow === undefined ? findHeader(matrix) : headerAt(matrix, headerRow - 1);
}

/** By the headings as they were matched last, or as they read; without any by what stands in the columns. */
async function mappingOf(
  work: Work,
  {
    header,
    matrix,
    ledger,
    defaults,
    known,
  }: {
    header: Header;
    matrix: Matrix;
    ledger: ImportLedger;
    defaults: ImportDefaults;
    known: Awaited<ReturnType<typeof remembered>>;
  },
) {
  if (header.row >= 0) return known.mapping ?? guessMapping(header.headings, ledger);
  return guessByContent(matrix, ledger, await against(work, { mapping: {}, defaults }, known.meanings));
}

const SAMPLES = 3;

/** An import as the wizard shows it. */
export async function readImport(work: Work, id: number): Promise<Import> {
  const row = await reachImport(work, id);
  const counts = (await countsOf(work, [id])).get(id) ?? NO_ROWS;
  const samples = (await rowsOf(work, row)).rows
    .slice(0, SAMPLES)
    .map(({ cells }) => cells.map((cell) => cell.replace('\u0000', '').slice(0, 80)));
  const { personId: _, officeId: __, repeats: ___, meanings: ____, ...rest } = row;
  return { ...rest, samples, counts, ...sumsOf(row, counts) };
}

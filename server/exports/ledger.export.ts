import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import { EXPORT_MOST } from '#shared/exports/export.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { bookName, bookOf, type Ledger, stampOf } from './book.ts';

const PAGE = 200;

interface Paging {
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads a list to its end into `rows`; refuses with `too_large` beyond what one file holds. */
export async function readPages<Found, Row>(
  rows: Row[],
  page: (paging: Paging) => Promise<{ rows: Found[]; next: string | null }>,
  taken: (found: Found[]) => Row[] | Promise<Row[]>,
): Promise<void> {
  for (let cursor: string | undefined; ; ) {
    const found = await page({ limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const row of await taken(found.rows)) rows.push(row);
    if (rows.length > EXPORT_MOST) throw new Refusal('too_large', { most: EXPORT_MOST });
    if (!found.next) return;
    cursor = found.next;
    await new Promise((resolve) => setImmediate(resolve)); // others are answered in between
  }
}

/** Offices and people by id as a file writes them; nothing for none. */
export async function namesInFiles(work: Work) {
  const { offices, people } = await readDirectory(work);
  const office = new Map(offices.map(({ id, name }) => [id, name]));
  const person = new Map(people.map(({ id, name }) => [id, name]));
  return {
    office: (id: number) => office.get(id) ?? '',
    person: (id: number | null) => (id ? (person.get(id) ?? '') : ''),
  };
}

interface Told<Row> extends Omit<Ledger<Row>, 'told'> {
  /** The ledger's name in the name of its file. */
  readonly short: string;
  readonly ask: { readonly q?: string };
  readonly note: string;
  readonly now: string;
}

/** A ledger's file: its sheet, and a second one saying what was asked for, by whom and when. */
export async function ledgerFile<Row>(work: Work, { title, short, columns, rows, ask, note, now }: Told<Row>) {
  const own = (await readDirectory(work)).offices.find(({ id }) => id === work.actor.officeId);
  const bytes = await bookOf({
    title,
    columns,
    rows,
    told: [
      ['台账', title],
      ['单位', own?.name ?? ''],
      ['导出人', work.actor.name],
      ['导出时间', now],
      ['筛选条件', JSON.stringify({ ...ask, ...(ask.q ? { q: '（有查找词）' } : {}) })],
      ['记录数', String(rows.length)],
      ['说明', note],
    ],
  });
  const place = REGIONS.find(({ code }) => code === own?.region)?.name ?? '';
  return { name: bookName('台账', short, place, stampOf(now)), bytes, rows: rows.length };
}

/** The line that says who took what out; words somebody searched for do not stand in it. */
export const recordExport = (work: Work, what: string, ask: object & { q?: string }, rows: number) =>
  record(work, 'export.run', what, { rows, filter: { ...ask, ...(ask.q ? { q: true } : {}) } });

import type { Work } from '#server/kernel/work.ts';
import { listRegister } from '#server/numbers/number.register.ts';
import { readDirectory } from '#server/offices/directory.service.ts';
import type { OfficialNumber } from '#shared/numbers/number.api.ts';
import { PAPER_CODES, type PaperCode } from '#shared/numbers/paper.codes.ts';
import { numberWords } from '#shared/words/number.words.ts';
import { bookName, bookOf, type Column, stampOf } from './book.ts';
import { namesInFiles, readPages } from './ledger.export.ts';

interface Exported {
  readonly number: OfficialNumber;
  readonly person: (id: number | null) => string;
}

const office = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const at = (instant: string | null) => (instant ? office.format(new Date(instant)) : '');

/** 文号登记簿, in running order, nothing left out: what is void or was used outside stands in its place. */
const COLUMNS: readonly Column<Exported>[] = [
  { name: '序号', width: 6, cell: (_, row) => row + 1 },
  {
    name: '文号',
    width: 30,
    cell: ({ number: { text, until } }) => (until ? `${text} 起，至顺序号 ${until}` : text),
  },
  { name: '文书', width: 26, cell: ({ number }) => numberWords[`paper.${number.paper}`][0] },
  { name: '年份', width: 7, cell: ({ number }) => number.year },
  { name: '顺序号', width: 8, cell: ({ number }) => number.running },
  { name: '状态', width: 10, cell: ({ number }) => numberWords[`number.standing.${number.standing}`][0] },
  { name: '用于', width: 13, cell: ({ number }) => number.dossierNumber ?? '' },
  { name: '事由', width: 34, cell: ({ number }) => number.dossierTitle ?? '' },
  { name: '用途说明', width: 24, cell: ({ number }) => number.note ?? '' },
  { name: '取号人', width: 10, cell: ({ number, person }) => person(number.personId) },
  { name: '取号时间', width: 17, cell: ({ number }) => at(number.at) },
  { name: '作废人', width: 10, cell: ({ number, person }) => person(number.voidedBy) },
  { name: '作废时间', width: 17, cell: ({ number }) => at(number.voidedAt) },
  { name: '作废或线下用号说明', width: 34, cell: ({ number }) => number.reason ?? '' },
];

type Ask = { officeId: number; year: number; paper?: PaperCode };

/** The register of a year as a file, as far as its reader sees the records behind the numbers. */
export async function exportNumbers(work: Work, ask: Ask, now: string) {
  const { offices } = await readDirectory(work);
  const { person } = await namesInFiles(work);
  const rows: Exported[] = [];
  for (const paper of ask.paper ? [ask.paper] : PAPER_CODES)
    await readPages(
      rows,
      (paging) => listRegister(work, { ...ask, paper, ...paging }),
      (found) => found.map((number) => ({ number, person })),
    );
  const own = offices.find(({ id }) => id === ask.officeId);
  const bytes = await bookOf({
    title: '文号登记簿',
    columns: COLUMNS,
    rows,
    told: [
      ['登记簿', '文号登记簿'],
      ['单位', own?.name ?? ''],
      ['年份', String(ask.year)],
      ['文书', ask.paper ? numberWords[`paper.${ask.paper}`][0] : '全部'],
      ['导出人', work.actor.name],
      ['导出时间', now],
      ['记录数', String(rows.length)],
      ['说明', '作废的文号保留并写明原因，不再使用；受限记录只列编号。'],
    ],
  });
  return {
    name: bookName('文号登记簿', own?.shortName ?? '', String(ask.year), stampOf(now)),
    bytes,
    rows: rows.length,
  };
}

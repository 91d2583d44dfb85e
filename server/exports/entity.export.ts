import type { EntityFilter } from '#server/entities/entity.filter.ts';
import { listEntities } from '#server/entities/entity.list.ts';
import type { Work } from '#server/kernel/work.ts';
import type { EntityRow } from '#shared/entities/entity.schema.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { entityWords } from '#shared/words/entity.words.ts';
import type { Column } from './book.ts';
import { ledgerFile, readPages } from './ledger.export.ts';

const words: Readonly<Record<string, readonly [string, string]>> = entityWords;
const word = (prefix: string, value: string | null) => (value ? (words[`${prefix}.${value}`]?.[0] ?? value) : '');
const region = (code: string | null) => REGIONS.find((one) => one.code === code)?.name ?? '';

/** The list as it is handed in: masked, and the counts as far as whoever takes it out may know them. */
const COLUMNS: readonly Column<EntityRow>[] = [
  { name: '序号', width: 6, cell: (_, row) => row + 1 },
  { name: '名称', width: 30, cell: ({ name }) => name },
  { name: '藏文名称', width: 26, cell: ({ nameBo }) => nameBo ?? '' },
  { name: '类别', width: 12, cell: ({ kind }) => word('entity.kind', kind) },
  { name: '统一社会信用代码', width: 22, cell: ({ code }) => code ?? '' },
  { name: '无代码原因', width: 16, cell: ({ noCodeReason }) => word('entity.no_code', noCodeReason) },
  { name: '县市', width: 12, cell: ({ county }) => region(county) },
  { name: '乡镇街道', width: 14, cell: ({ township }) => township ?? '' },
  { name: '地址', width: 30, cell: ({ address }) => address ?? '' },
  { name: '行业', width: 14, cell: ({ industry }) => word('entity.industry', industry) },
  { name: '法定代表人或经营者', width: 12, cell: ({ operatorMask }) => operatorMask ?? '' },
  { name: '风险等级', width: 9, cell: ({ riskClass }) => riskClass ?? '' },
  { name: '经营状态', width: 12, cell: ({ standing }) => word('entity.standing', standing) },
  { name: '最早到期证照', width: 13, cell: ({ licenceDueOn }) => licenceDueOn ?? '' },
  { name: '今年投诉举报', width: 9, cell: ({ complaints }) => complaints },
  { name: '在办', width: 7, cell: ({ open }) => open },
  { name: '今年检查', width: 9, cell: ({ visits }) => visits },
  { name: '检查上限', width: 9, cell: ({ cap }) => cap },
  { name: '最近记录', width: 12, cell: ({ lastOn }) => lastOn ?? '' },
  { name: '重点关注', width: 12, cell: ({ watch }) => word('watch.level', watch) },
];

type Ask = EntityFilter & { q?: string };

/** The filtered list of entities as a file. */
export async function exportEntities(work: Work, ask: Ask, now: string) {
  const rows: EntityRow[] = [];
  await readPages(
    rows,
    (paging) => listEntities(work, { ...ask, ...paging }),
    (found) => found,
  );
  return ledgerFile(work, {
    title: '监管对象台账',
    short: '监管对象',
    columns: COLUMNS,
    rows,
    ask,
    note: '自然人名称、经营者按规定掩码；投诉举报与在办件数为本单位可见的件数；检查为各部门当年计入上限的次数。',
    now,
  });
}

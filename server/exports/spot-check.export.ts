import type { Work } from '#server/kernel/work.ts';
import { listSpotChecks, type SpotCheckFilter } from '#server/spot-checks/spot-check.list.ts';
import { readSpotCheck } from '#server/spot-checks/spot-check.read.ts';
import { REGIONS } from '#shared/offices/regions.ts';
import { ledgerFile, namesInFiles, readPages } from './ledger.export.ts';
import { type ExportedSpotCheck, SPOT_CHECK_COLUMNS } from './spot-check.columns.ts';

const countyOf = (code: string) => REGIONS.find((region) => region.code === code)?.name ?? code;

/** 监督抽查结果汇总表 as a file; what its reader sees as a stub stands there as a stub. */
export async function exportSpotChecks(work: Work, ask: SpotCheckFilter, now: string) {
  const { office } = await namesInFiles(work);
  const rows: ExportedSpotCheck[] = [];
  await readPages(
    rows,
    (paging) => listSpotChecks(work, { ...ask, ...paging }),
    async (found) => {
      const page: ExportedSpotCheck[] = [];
      for (const { id, ownerOfficeId, county } of found)
        page.push({ record: await readSpotCheck(work, id), office: office(ownerOfficeId), county: countyOf(county) });
      return page;
    },
  );
  return ledgerFile(work, {
    title: '监督抽查结果汇总表',
    short: '监督抽查',
    columns: SPOT_CHECK_COLUMNS,
    rows,
    ask,
    note: '自然人姓名按规定掩码；受限记录只列编号、状态、检查单位。',
    now,
  });
}

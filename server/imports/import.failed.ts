import { and, asc, eq, isNull } from 'drizzle-orm';
import { defused } from '#server/exports/defuse.ts';
import type { Work } from '#server/kernel/work.ts';
import { importFieldWords } from '#shared/words/import.words.ts';
import { fixed } from './import.sealed.ts';
import { reachImport } from './import.service.ts';
import { rowsOf } from './import.sheets.ts';
import { importRows } from './import.table.ts';

const WHY: Record<string, string> = {
  required: '缺少',
  damaged: '可能已被表格软件截断，以原件为准',
  date: '不是日期',
  future: '晚于今天',
  before_decision: '早于处罚日期，或晚于今天',
  unknown: '不认识',
  other_office: '是本州另一单位作出的决定，由该单位自己导入',
  nothing_ordered: '没有读出处罚，请写清楚，或者写明不予处罚',
  own_number: '是本台账已有的记录',
  already_exists: '编号已存在',
  forbidden: '没有登记这类记录的权限',
  names_person: '标题里不能写出自然人姓名',
  pattern: '不是金额',
  maxLength: '太长',
  minLength: '太短',
};
const fields: Record<string, readonly [string, string]> = importFieldWords;
/** What was refused as a whole is no field's fault. */
const told = (field: string, fault: string) => {
  const name = fields[`import.field.${field}`]?.[0];
  const why = WHY[fault] ?? fault;
  return name ? `${name}：${why}` : why;
};

/** The rows that were not taken in, in their own columns and order, with the sheet's row number and why: to be put right and sent again. */
export async function failedRows(work: Work, id: number): Promise<{ name: string; bytes: Buffer }> {
  const row = await reachImport(work, id);
  const cells = new Map((await rowsOf(work, row)).rows.map((one) => [one.row, one.cells]));
  const left = await work.tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), isNull(importRows.dossierId)))
    .orderBy(asc(importRows.row));
  const text = (value: string) => ({ type: String, value: defused(value.replace('\u0000', '')) });
  const head = [...row.headings, '行号', '原因'].map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const body = left.map((one) => {
    const why = Object.entries(one.faults).map(([field, fault]) => told(field, fault));
    const reason =
      why.length > 0
        ? why.join('；')
        : one.verdict === 'doubtful'
          ? '处罚内容待确认'
          : one.verdict === 'existing'
            ? '编号已存在'
            : '编号重复';
    return [...fixed(work, one, cells.get(one.row) ?? []).map(text), { type: Number, value: one.row }, text(reason)];
  });
  const bytes = await (await import('write-excel-file/node')).default([head, ...body] as never, {}).toBuffer();
  return { name: `未导入-${row.fileName.replace(/\.\w+$/, '')}.xlsx`, bytes };
}

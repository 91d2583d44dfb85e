import { and, inArray, lt, notInArray } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { importRows, importSheets, imports } from './import.table.ts';
import { UNDO_DAYS } from './import.undo.ts';

/** Forgets imports that can no longer be taken back, finished or never run, with all that was in their files; answers how many. */
export async function purgeImports(work: Work): Promise<number> {
  const before = addDays(work.clock.today(), -UNDO_DAYS - 1);
  const old = await work.tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(lt(imports.createdAt, before), notInArray(imports.state, ['running', 'undoing'])));
  const ids = old.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 400) {
    const some = ids.slice(at, at + 400);
    await work.tx.delete(importSheets).where(inArray(importSheets.importId, some));
    await work.tx.delete(importRows).where(inArray(importRows.importId, some));
    await work.tx.delete(imports).where(inArray(imports.id, some));
  }
  return ids.length;
}

import { existsSync } from 'node:fs';
import { verifyAudit } from '#server/audit/audit.verify.ts';
import { foldersOf } from '#server/data-folder.ts';
import { openDatabase } from '#server/db/database.ts';

/** Proves the audit chain of a data folder; answers 1 and names the line where it breaks. */
export async function verifyAuditOf(data: string): Promise<number> {
  const { database } = foldersOf(data);
  if (!existsSync(database)) throw new Error(`没有数据 · no data in ${data}`);
  const db = openDatabase(database);
  const { lines, broken, head } = await verifyAudit(db.read);
  await db.close();
  if (broken) {
    console.error(`审计链在第 ${broken.id} 条断开 · the chain breaks at line ${broken.id} (${broken.why})`);
    return 1;
  }
  console.log(`审计链完整 · the chain holds: ${lines} lines, head ${head}`);
  return 0;
}

import { resolve } from 'node:path';
import { record } from '#server/audit/audit.service.ts';
import { foldersOf, lockFolder } from '#server/data-folder.ts';
import { openDatabase } from '#server/db/database.ts';
import { restoreBackup } from '#server/db/restore.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { SYSTEM } from '#server/kernel/work.ts';

/** Puts a backup into an empty folder and leaves a line about it there; a damaged one is refused with the reason. */
export async function restore(_data: string, [from, target]: string[]): Promise<number> {
  if (!from || !target) throw new Error('npm run cli -- restore <备份 · backup> <空文件夹 · empty folder>');
  const to = resolve(target);
  const manifest = await restoreBackup(resolve(from), to);
  const unlock = lockFolder(foldersOf(to).lock);
  const db = openDatabase(foldersOf(to).database);
  try {
    const trace = { requestId: 'restore', address: '' };
    await db.transact((tx) =>
      record({ tx, actor: SYSTEM, clock: wallClock, trace }, 'system.restored', 'system', { madeAt: manifest.madeAt }),
    );
  } finally {
    await db.close();
    unlock();
  }
  console.log(`已恢复 ${manifest.madeAt} 的备份 · restored the backup of ${manifest.madeAt}: ${to}`);
  console.log(`启动 · start it: npm start -- --data ${to}`);
  return 0;
}

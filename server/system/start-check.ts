import { existsSync, statSync } from 'node:fs';
import { inspect } from '#server/db/inspect.ts';

/**
 * After a stop that left work in the write-ahead log (a kill, a power cut) every page is read before anybody signs in. Throws, with what
 * to do, where one is damaged; answers 'ok', or null after a clean stop, which needs no check.
 */
export async function checkAfterUnclean(database: string): Promise<string | null> {
  const log = `${database}-wal`;
  if (!existsSync(database) || !existsSync(log) || statSync(log).size === 0) return null;
  const { verdict } = await inspect(database, 'quick');
  if (verdict === 'ok') return verdict;
  throw new Error(
    [
      `数据库损坏（${verdict}）。请勿删除任何文件；用最近的备份恢复到新文件夹后启动：`,
      `the database is damaged. Delete nothing; restore the latest backup into a new folder and start there:`,
      'npm run cli -- restore <data/backups/backup-…> <新文件夹 · new folder>',
    ].join('\n'),
  );
}

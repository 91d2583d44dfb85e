import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in the one folder that is the whole product's memory. */
export function foldersOf(data: string) {
  return {
    database: join(data, 'yipanqi.db'),
    key: join(data, 'keys', 'master.key'),
    backups: join(data, 'backups'),
    files: join(data, 'files'),
    lock: join(data, 'yipanqi.lock'),
  } as const;
}

/** Makes the data folder, readable by its owner only. */
export function makeDataFolder(data: string): ReturnType<typeof foldersOf> {
  const folders = foldersOf(data);
  for (const folder of [data, join(data, 'keys'), folders.backups, folders.files])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** Takes the folder for this process alone; throws with the other's number where another works in it. A lock left by a crash is taken over. */
export function lockFolder(lock: string): () => void {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const file = openSync(lock, 'wx', 0o600);
      writeSync(file, String(process.pid));
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(lock, 'utf8'));
      if (holder !== process.pid && isAlive(holder))
        throw new Error(`数据文件夹正由进程 ${holder} 使用 · the data folder is in use by process ${holder}`);
      rmSync(lock, { force: true });
    }
  }
  throw new Error('数据文件夹被占用 · the data folder is in use');
}

/** The process that works in a data folder, or null. */
export function holderOf(lock: string): number | null {
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  return isAlive(holder) ? holder : null;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { foldersOf } from '#server/data-folder.ts';

/** Copies a data folder, running or not, to a new folder that starts as it is: database by the engine's own backup, then keys and files. */
export async function backup(data: string, [target]: string[]): Promise<number> {
  if (!target) throw new Error('npm run cli -- backup <新文件夹 · new folder>');
  const to = resolve(target);
  if (existsSync(join(to, 'yipanqi.db'))) throw new Error(`已有数据 · holds data already: ${to}`);
  const from = foldersOf(data);
  if (!existsSync(from.database)) throw new Error(`没有数据 · no data in ${data}`);
  const copy = foldersOf(to);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const source = new Sqlite(from.database, { readonly: true });
  await source.backup(copy.database);
  source.close();
  const opened = new Sqlite(copy.database, { readonly: true });
  const verdict = opened.pragma('integrity_check', { simple: true });
  opened.close();
  if (verdict !== 'ok') throw new Error(`副本损坏 · the copy is damaged: ${verdict}`);
  for (const folder of [dirname(from.key), from.files]) {
    if (existsSync(folder)) cpSync(folder, join(to, folder.slice(data.length + 1)), { recursive: true });
  }
  console.log(`已备份到 ${to} · backed up to ${to}`);
  return 0;
}

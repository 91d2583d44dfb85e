import { resolve } from 'node:path';
import { makeBackup } from '#server/db/backup.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { VERSION } from '#server/version.ts';

/** Copies a data folder, running or not, to a new folder that starts as it is: checked, and listed with its hashes. */
export async function backup(data: string, [target]: string[]): Promise<number> {
  if (!target) throw new Error('npm run cli -- backup <新文件夹 · new folder>');
  const to = resolve(target);
  const { members, damaged, audit } = await makeBackup({ data, to, at: wallClock.now(), version: VERSION });
  for (const path of damaged)
    console.error(`原文件已损坏，照原样备份 · damaged in the data folder, copied as it is: ${path}`);
  console.log(`已备份到 ${to} · backed up to ${to}: ${members.length} files, ${audit.lines} audit lines`);
  return damaged.length > 0 ? 1 : 0;
}

import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldersOf } from '#server/data-folder.ts';
import { hashOf } from '#server/files/store.ts';
import { inspect, verifyAuditIn } from './inspect.ts';
import { BadBackup, type Manifest, readManifest } from './manifest.ts';

/** The engine's side files: beside another database they would be mixed into it. */
const SIDE_FILES = ['yipanqi.db-wal', 'yipanqi.db-shm', 'yipanqi.db-journal'];

/** Puts a backup into an empty folder, every file and row checked on the way; a damaged backup is refused and leaves nothing behind. */
export async function restoreBackup(backup: string, to: string): Promise<Manifest> {
  checkEmpty(to);
  const manifest = readManifest(backup);
  const aside = `${to}.partial`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  try {
    for (const { path, size, sha256 } of manifest.members) {
      const from = join(backup, path);
      if (!existsSync(from)) throw new BadBackup(`备份缺少文件 · the backup lacks a file: ${path}`);
      if (statSync(from).size !== size) throw new BadBackup(`文件大小不符 · a file has another size: ${path}`);
      await copyInto(from, join(aside, path));
      if ((await hashOf(join(aside, path))) !== sha256)
        throw new BadBackup(`文件内容不符 · a file has other content: ${path}`);
    }
    await checkDatabase(foldersOf(aside).database, manifest);
    for (const name of SIDE_FILES) {
      rmSync(join(aside, name), { force: true });
      rmSync(join(to, name), { force: true });
    }
    if (existsSync(to)) rmdirSync(to);
    renameSync(aside, to);
    return manifest;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}

function checkEmpty(to: string) {
  if (!existsSync(to)) return;
  const held = readdirSync(to);
  if (held.includes('yipanqi.lock'))
    throw new Error(`有服务正在使用此文件夹，请先停止 · a running product uses this folder, stop it first: ${to}`);
  if (held.includes('yipanqi.db'))
    throw new Error(`已有数据，恢复只能进入空文件夹 · holds data already, choose an empty folder: ${to}`);
  if (held.some((name) => !SIDE_FILES.includes(name)))
    throw new Error(`文件夹不是空的 · the folder is not empty: ${to}`);
}

async function copyInto(from: string, to: string) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  chmodSync(to, 0o600);
  const handle = await open(to, 'r');
  await handle.sync().finally(() => handle.close());
}

/** The database as a whole: every page, the rows of every table, the audit chain and its end. */
async function checkDatabase(file: string, manifest: Manifest) {
  const { verdict, counts } = await inspect(file, 'full');
  if (verdict !== 'ok') throw new BadBackup(`数据库损坏 · the database is damaged: ${verdict}`);
  const uneven = Object.entries(manifest.counts).find(([table, rows]) => counts[table] !== rows);
  if (uneven)
    throw new BadBackup(`行数不符 · another number of rows in ${uneven[0]}: ${counts[uneven[0]]} ≠ ${uneven[1]}`);
  const { broken, lines, head } = await verifyAuditIn(file);
  if (broken || lines !== manifest.audit.lines || head !== manifest.audit.head)
    throw new BadBackup('审计链不完整 · the audit chain does not hold');
}

import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCalendar } from '#server/clocks/law.edit.ts';
import { foldersOf, holderOf } from '#server/data-folder.ts';
import { contentsOf, engineOf, inspect, lookInto, verifyAuditIn } from '#server/db/inspect.ts';
import { migrationsFolder, readMigrations } from '#server/db/migrate.ts';
import { hashOf } from '#server/files/store.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { newestBackup } from '#server/system/system.service.ts';

type Finding = readonly [well: boolean, said: string];
type Folders = ReturnType<typeof foldersOf>;

const MB = 1024 * 1024;
const HOUR = 3_600_000;

/** What is looked at, in the order of what matters: each answers in words whether it is well. */
const CHECKS: readonly [name: string, look: (folders: Folders, data: string) => Promise<Finding>][] = [
  ['数据库引擎 engine', engine],
  ['数据库完整 pages', pages],
  ['数据版本 data version', migrations],
  ['审计链 audit chain', audit],
  ['密钥 key', key],
  ['附件 files', contents],
  ['文件夹 folder', folder],
  ['磁盘空间 room', room],
  ['明年日历 calendar', calendar],
  ['备份 backup', lastBackup],
];

/** Looks at a data folder from all sides and says in plain words what is well and what is not; answers how many things are not. */
export async function doctor(data: string, [other]: string[]): Promise<number> {
  const at = other ? resolve(other) : data;
  const folders = foldersOf(at);
  if (!existsSync(folders.database)) throw new Error(`没有数据 · no data in ${at}`);
  let wrong = 0;
  for (const [name, look] of CHECKS) {
    const [well, said] = await look(folders, at).catch((error: Error): Finding => [false, error.message]);
    if (!well) wrong += 1;
    console.log(`${well ? '✓ 正常 ok  ' : '✗ 问题 WRONG'} ${name}: ${said}`);
  }
  console.log(wrong === 0 ? '一切正常 · all is well' : `${wrong} 项需要处理 · ${wrong} need attention`);
  return Math.min(wrong, 100);
}

async function engine({ database }: Folders): Promise<Finding> {
  const { version, synchronous } = engineOf(database);
  return [
    synchronous === 2,
    `SQLite ${version}, ${synchronous === 2 ? 'synchronous FULL' : `synchronous ${synchronous}`}`,
  ];
}

async function pages({ database }: Folders): Promise<Finding> {
  const { verdict } = await inspect(database, 'quick');
  if (verdict === 'ok') return [true, '逐页读过，完好 · every page read, sound'];
  return [false, `有损坏，请勿删除文件，用备份恢复到新文件夹 · damaged, delete nothing, restore a backup: ${verdict}`];
}

async function migrations({ database }: Folders): Promise<Finding> {
  const { migrations: has } = await inspect(database, 'quick');
  const knows = readMigrations(migrationsFolder(dirname(fileURLToPath(import.meta.url)))).length;
  if (has === knows) return [true, String(has)];
  if (has > knows) return [false, `数据由更新的版本写成，请升级 · written by a newer version: ${has} > ${knows}`];
  return [true, `${has}，下次启动时升级 · upgraded at the next start to ${knows}`];
}

async function audit({ database }: Folders): Promise<Finding> {
  const { broken, lines } = await verifyAuditIn(database);
  if (broken) return [false, `第 ${broken.id} 条断开 · breaks at line ${broken.id}`];
  return [true, `${lines} 条完整 · lines hold`];
}

async function key({ key: file }: Folders): Promise<Finding> {
  if (!existsSync(file)) return [false, `缺少密钥，投诉人身份无法打开 · missing, identities cannot be opened: ${file}`];
  const open = (statSync(file).mode & 0o077) !== 0;
  return [!open, open ? `他人可读，请执行 · others can read it, run: chmod 600 ${file}` : '仅本用户可读 · private'];
}

async function contents({ database, files }: Folders): Promise<Finding> {
  const named = contentsOf(database);
  const bad: string[] = [];
  for (const sha256 of named) {
    const found = await hashOf(join(files, sha256.slice(0, 2), sha256)).catch(() => null);
    if (found !== sha256) bad.push(sha256.slice(0, 12));
  }
  if (bad.length === 0) return [true, `${named.length} 个，内容相符 · all as they were kept`];
  return [
    false,
    `${bad.length} 个缺失或改变，从备份取回 · missing or changed, fetch from a backup: ${bad.slice(0, 5).join(', ')}`,
  ];
}

async function folder({ lock }: Folders, data: string): Promise<Finding> {
  const holder = holderOf(lock);
  const open = (statSync(data).mode & 0o077) !== 0;
  if (open) return [false, `他人可进入，请执行 · others can enter, run: chmod 700 ${data}`];
  return [true, holder ? `进程 ${holder} 正在使用 · in use by process ${holder}` : '没有进程使用 · nobody works in it'];
}

async function room({ database }: Folders, data: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(data);
  const free = Math.floor((bavail * bsize) / MB);
  const reserve = Math.ceil(Math.max(500, (2 * statSync(database).size) / MB));
  return [free >= reserve, `剩余 ${free} MB，至少需要 ${reserve} MB · free, of which ${reserve} MB must stay`];
}

async function calendar({ database }: Folders): Promise<Finding> {
  const { missingYear, alarm } = await lookInto(database, (tx) => readCalendar({ tx, clock: wallClock }));
  if (missingYear === null) return [true, '已导入 · loaded'];
  return [!alarm, `${missingYear} 年放假安排尚未导入 · the holidays of ${missingYear} are not loaded`];
}

async function lastBackup({ backups }: Folders): Promise<Finding> {
  const last = newestBackup(backups);
  if (!last) return [false, '没有备份 · none: npm run cli -- backup DIR'];
  const hours = Math.floor((Date.parse(wallClock.now()) - Date.parse(last.madeAt)) / HOUR);
  return [hours <= 26, `${hours} 小时前 · hours ago (${last.madeAt})`];
}

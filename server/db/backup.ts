import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { foldersOf } from '#server/data-folder.ts';
import { hashOf } from '#server/files/store.ts';
import { inspect, verifyAuditIn } from './inspect.ts';
import { type Manifest, type Member, manifestText, readManifest } from './manifest.ts';

/** Where a backup comes from and goes to; `link` shares unchanging files with the data folder instead of copying them. */
export interface BackupAsk {
  readonly data: string;
  readonly to: string;
  readonly at: string;
  readonly version: string;
  readonly link?: boolean;
}

/**
 * Copies a data folder while people work in it, into a folder that starts as it is. The copy is opened, checked and listed with its hashes
 * before it gets its name; whatever fails leaves nothing behind.
 */
export async function makeBackup(ask: BackupAsk): Promise<Manifest> {
  const { data, to } = ask;
  if (!existsSync(foldersOf(data).database)) throw new Error(`没有数据 · no data in ${data}`);
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`文件夹不是空的 · the folder is not empty: ${to}`);
  const aside = `${to}.partial`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  try {
    await copyDatabase(foldersOf(data).database, foldersOf(aside).database);
    await describe(ask, aside);
    if (existsSync(to)) rmdirSync(to);
    renameSync(aside, to);
    await sync(dirname(to));
    return readManifest(to);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}

/** One moment of the database: an open reading holds it still while others write on. */
async function copyDatabase(from: string, to: string) {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 250 });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(to);
    source.exec('commit');
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  const copy = new Sqlite(to);
  copy.pragma('journal_mode = DELETE'); // one file, complete in itself
  copy.close();
  await sync(to);
}

/** Checks the copied database, adds keys and files, and writes the manifest last. */
async function describe({ data, at, version, link }: BackupAsk, aside: string) {
  const { database } = foldersOf(aside);
  const { verdict, counts, migrations } = await inspect(database, 'full');
  if (verdict !== 'ok') throw new Error(`副本损坏 · the copy is damaged: ${verdict}`);
  const { broken, lines, head } = await verifyAuditIn(database);
  if (broken) throw new Error(`审计链在第 ${broken.id} 条断开 · the audit chain breaks at line ${broken.id}`);
  const members = [await memberOf(aside, 'yipanqi.db')];
  for (const path of placesIn(data)) {
    mkdirSync(dirname(join(aside, path)), { recursive: true, mode: 0o700 });
    if (!(link && path.startsWith('files/') && linked(join(data, path), join(aside, path)))) {
      await copyFile(join(data, path), join(aside, path));
      chmodSync(join(aside, path), 0o600);
      await sync(join(aside, path));
    }
    members.push(await memberOf(aside, path));
  }
  const damaged = members.filter(({ path, sha256 }) => path.startsWith('files/') && !path.endsWith(sha256));
  const text = manifestText({
    format: 1,
    version,
    madeAt: at,
    migrations,
    counts,
    audit: { lines, head },
    members,
    damaged: damaged.map(({ path }) => path),
  });
  await writeFile(join(aside, 'manifest.json'), text, { mode: 0o600 });
  await sync(join(aside, 'manifest.json'));
  await sync(aside);
}

/** Keys and kept contents; what is still being uploaded belongs to no record yet. */
function placesIn(data: string): string[] {
  const places = existsSync(foldersOf(data).key) ? ['keys/master.key'] : [];
  const { files } = foldersOf(data);
  for (const prefix of existsSync(files) ? readdirSync(files) : []) {
    if (prefix.length !== 2) continue;
    for (const name of readdirSync(join(files, prefix))) places.push(`files/${prefix}/${name}`);
  }
  return places;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false; // another disk, or one without links
  }
}

async function memberOf(folder: string, path: string): Promise<Member> {
  const file = join(folder, path);
  return { path, size: statSync(file).size, sha256: await hashOf(file) };
}

async function sync(path: string) {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

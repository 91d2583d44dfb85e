import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of a backup, as it was when the backup was made. */
export interface Member {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a backup says of itself; written last, so that a half-made backup has none. */
export interface Manifest {
  readonly format: 1;
  readonly version: string;
  readonly madeAt: string;
  readonly migrations: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly audit: { readonly lines: number; readonly head: string };
  readonly members: readonly Member[];
  /** Files whose content was no longer what it was when it was kept. */
  readonly damaged: readonly string[];
  /** SHA-256 of all the above. */
  readonly digest: string;
}

/** A backup that must not be relied on, with the reason in words. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
}

/** The only places a backup may hold: a path from a changed list leads nowhere else. */
const PLACE = /^(?:yipanqi\.db|keys\/master\.key|files\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

/** The text of a manifest, with the digest over it. */
export function manifestText(facts: Omit<Manifest, 'digest'>): string {
  return `${JSON.stringify({ ...facts, digest: digestOf(facts) }, null, 1)}\n`;
}

function digestOf(facts: Omit<Manifest, 'digest'>): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Reads a backup's manifest; throws BadBackup where it is missing, unreadable or changed. */
export function readManifest(backup: string): Manifest {
  const file = join(backup, 'manifest.json');
  if (!existsSync(file))
    throw new BadBackup(`没有清单，备份未完成或不是备份 · no manifest: unfinished, or not a backup: ${backup}`);
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    throw new BadBackup('清单无法读取 · the manifest cannot be read');
  }
  const { digest, ...facts } = manifest;
  if (manifest.format !== 1 || digest !== digestOf(facts)) throw new BadBackup('清单被改动 · the manifest was changed');
  const stray = manifest.members.find(({ path }) => !PLACE.test(path));
  if (stray) throw new BadBackup(`清单含有不明文件 · the manifest names a strange file: ${stray.path}`);
  if (!manifest.members.some(({ path }) => path === 'yipanqi.db'))
    throw new BadBackup('清单中没有数据库 · the manifest names no database');
  return manifest;
}

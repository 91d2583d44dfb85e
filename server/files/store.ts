import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#shared/kernel/errors.ts';

const HASH = /^[0-9a-f]{64}$/;
/** Space that stays free for the database, whatever is uploaded. */
const RESERVE = 500 * 1024 * 1024;
/** Content no row names after this long is left over from a refused change. */
const ORPHAN_MS = 24 * 3_600_000;
/** An upload nobody went on with for this long is broken. */
const BROKEN_MS = 3_600_000;

/** Content by its SHA-256, under the data folder; a name never becomes a path. */
export class Store {
  readonly #folder: string;
  /** Where unfinished uploads lie. */
  readonly uploads: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.uploads = join(folder, 'uploads');
    mkdirSync(this.uploads, { recursive: true, mode: 0o700 });
  }

  #pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('not a content hash');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /** Keeps a file's content, on disk before this answers; the same content is kept once. */
  async keepFile(from: string): Promise<string> {
    const sha256 = await hashOf(from);
    await this.#keep(sha256, (to) => copyFile(from, to));
    return sha256;
  }

  /** The same for content in memory. */
  async keepBytes(bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.#keep(sha256, (to) => writeFile(to, bytes, { mode: 0o600 }));
    return sha256;
  }

  async #keep(sha256: string, write: (to: string) => Promise<void>) {
    const path = this.#pathOf(sha256);
    if (touched(path)) return;
    const folder = join(path, '..');
    const aside = join(this.uploads, `${randomBytes(12).toString('hex')}.new`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await write(aside);
    await sync(aside);
    await rename(aside, path);
    await sync(folder);
    await sync(this.#folder);
  }

  /** Content as it was kept; where the disk gives back anything else it is refused, never handed out. */
  async read(sha256: string) {
    const path = this.#pathOf(sha256);
    const found = await hashOf(path).catch(() => null);
    if (found !== sha256) throw new Refusal('damaged');
    return createReadStream(path);
  }

  /** Refuses content for which there is no room beside what the database may need. */
  async checkRoom(size: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.#folder);
    if (bavail * bsize - size < RESERVE) throw new Refusal('storage_full');
  }

  /** Removes uploads nobody went on with; answers how many files. */
  async sweepUploads(now: number): Promise<number> {
    let gone = 0;
    for (const name of await readdir(this.uploads)) {
      const path = join(this.uploads, name);
      const touchedLast = name.endsWith('.json') ? path.slice(0, -5) : path; // what stands beside an upload is as old as it
      const { mtimeMs } = await stat(touchedLast).catch(() => ({ mtimeMs: touchedLast === path ? now : 0 }));
      if (now - mtimeMs < BROKEN_MS) continue;
      await unlink(path).catch(() => undefined);
      gone += 1;
    }
    return gone;
  }

  /** Removes old content that no row names; `named` answers those of one folder. Looking and removing are one step, so nobody keeps it between. */
  async sweepOrphans(now: number, named: (prefix: string) => Promise<ReadonlySet<string>>): Promise<number> {
    let gone = 0;
    for (const prefix of await readdir(this.#folder)) {
      if (prefix.length !== 2) continue;
      const kept = await named(prefix);
      for (const sha256 of await readdir(join(this.#folder, prefix))) {
        if (kept.has(sha256)) continue;
        const path = this.#pathOf(sha256);
        if (now - statSync(path).mtimeMs < ORPHAN_MS) continue;
        unlinkSync(path);
        gone += 1;
      }
    }
    return gone;
  }
}

/** Whether this content is there already; if so its age begins anew, so that it is not swept while its row is written. */
function touched(path: string): boolean {
  try {
    const now = new Date();
    utimesSync(path, now, now);
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function sync(path: string) {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

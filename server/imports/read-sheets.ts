import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Piscina from 'piscina';
import type { Matrix } from '#shared/imports/sheet.ts';
import { Refusal } from '#shared/kernel/errors.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: Matrix;
}

const LONGEST_MS = 60_000;
/** A packed file may grow this much when unpacked, and no more. */
const UNPACKED_MB = 400;

let pool: Piscina | undefined;

/** The worker stands in the source tree beside this file's own, also when the server is built. */
function workerFile(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, 'server/imports/read-sheets.worker.mjs');
    if (existsSync(file)) return file;
    if (at === dirname(at)) throw new Error('read-sheets.worker.mjs is missing');
  }
}

/** Reads .xlsx, .xls, .et and CSV in its own thread; throws `unsupported_type` for what is none of them, or takes too long or too much. */
export async function readSheets(bytes: Buffer): Promise<Sheet[]> {
  pool ??= new (await import('piscina')).default({
    filename: workerFile(),
    maxThreads: 1,
    minThreads: 0,
    idleTimeout: 5000,
    resourceLimits: { maxOldGenerationSizeMb: UNPACKED_MB },
  });
  try {
    const sheets = (await pool.run({ bytes }, { signal: AbortSignal.timeout(LONGEST_MS) })) as Sheet[];
    const full = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
    if (full.length === 0) throw new Refusal('unsupported_type', { reason: 'empty' });
    return full;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.message === 'too_many_rows') throw new Refusal('too_large', { most: 60_000 });
    throw new Refusal('unsupported_type', { reason: 'unreadable' });
  }
}

import type Piscina from 'piscina';
import { workerFile } from '#server/kernel/worker-file.ts';
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

/** Reads .xlsx, .xls, .et and CSV in its own thread; throws `unsupported_type` for what is none of them, or takes too long or too much. */
export async function readSheets(bytes: Buffer): Promise<Sheet[]> {
  pool ??= new (await import('piscina')).default({
    filename: workerFile('server/imports/read-sheets.worker.mjs'),
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

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Verdict, verifyAudit } from '#server/audit/audit.verify.ts';
import { openConnection } from './connection.ts';

/** What a reading of every page found: 'ok' or the engine's own words, and how many rows each table has. */
export interface Inspection {
  readonly verdict: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly migrations: number;
}

/** The worker stands in the source tree, also when the server is built. */
function workerFile(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, 'server/db/inspect.worker.mjs');
    if (existsSync(file)) return file;
    if (at === dirname(at)) throw new Error('inspect.worker.mjs is missing');
  }
}

/** Reads a whole data file in a thread of its own: `quick` its structure, `full` its indexes too. A damaged file is an answer, not an error. */
export function inspect(file: string, depth: 'quick' | 'full'): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: { file, depth } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Proves the audit chain of a data file that nobody works in. */
export async function verifyAuditIn(file: string): Promise<Verdict> {
  const connection = openConnection(file, true);
  try {
    return await verifyAudit(drizzle(connection, { casing: 'snake_case' }));
  } finally {
    connection.close();
  }
}

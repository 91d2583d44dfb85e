import { Worker } from 'node:worker_threads';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Verdict, verifyAudit } from '#server/audit/audit.verify.ts';
import { workerFile } from '#server/kernel/worker-file.ts';
import { openConnection } from './connection.ts';
import type { Tx } from './database.ts';

/** What a reading of every page found: 'ok' or the engine's own words, and how many rows each table has. */
export interface Inspection {
  readonly verdict: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly migrations: number;
}

/** Reads a whole data file in a thread of its own: `quick` its structure, `full` its indexes too. A damaged file is an answer, not an error. */
export function inspect(file: string, depth: 'quick' | 'full'): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('server/db/inspect.worker.mjs'), { workerData: { file, depth } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Lets one look into a data file through a reader of its own, open no longer than that. */
export async function lookInto<T>(file: string, look: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = openConnection(file, true);
  try {
    return await look(drizzle(connection, { casing: 'snake_case' }));
  } finally {
    connection.close();
  }
}

/** Proves the audit chain of a data file. */
export const verifyAuditIn = (file: string): Promise<Verdict> => lookInto(file, verifyAudit);

/** The hash an audit line carries; undefined where the chain has no such line. */
export function hashOfLine(file: string, id: number): string | undefined {
  const connection = openConnection(file, true);
  try {
    return connection.prepare('select hash from audit_lines where id = ?').pluck().get(id) as string | undefined;
  } finally {
    connection.close();
  }
}

/** The engine's version and how safely it writes this file, read after a first query. */
export function engineOf(file: string): { version: string; synchronous: number } {
  const connection = openConnection(file, true);
  try {
    const version = connection.prepare('select sqlite_version()').pluck().get() as string;
    return { version, synchronous: connection.pragma('synchronous', { simple: true }) as number };
  } finally {
    connection.close();
  }
}

/** What kept files' rows say must lie in the files folder: each content's hash, previews included. */
export function contentsOf(file: string): string[] {
  const connection = openConnection(file, true);
  try {
    const named = 'select sha256 from files union select preview from files where preview is not null';
    return connection.prepare(named).pluck().all() as string[];
  } finally {
    connection.close();
  }
}

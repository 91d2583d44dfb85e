import { AsyncLocalStorage } from 'node:async_hooks';
import type Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { Refusal } from '#shared/kernel/errors.ts';
import { openConnection, refusalOf } from './connection.ts';

/** What a service works with: the writer inside a turn, the read-only reader outside. */
export type Tx = BetterSQLite3Database<Record<string, never>>;

/** The seam: one writer behind a queue, one reader that cannot write even by mistake. */
export interface Database {
  readonly read: Tx;
  /** Runs one turn and answers only after it is durably on disk. Throwing undoes all of the turn. */
  transact<T>(work: (tx: Tx) => Promise<T>, options?: { evenWhenLow?: boolean }): Promise<T>;
  /** Read-only, with the reason, once the disk refused a write; null while all is well. */
  readonly trouble: string | null;
  setTrouble(reason: string | null): void;
  readonly file: string;
  close(): Promise<void>;
}

/** Writes to these leave no audit line: they say who is signed in or what was seen, not what is true. */
const UNRECORDED = new Set([
  'sessions',
  'attempts',
  'idempotency_keys',
  'drafts',
  'notices',
  'notice_choices',
  'views',
  'preferences',
  'job_progress',
  'outbox',
  'operations',
  'operation_rows',
  'imports',
  'import_sheets',
  'import_rows',
  'import_mappings',
]);

interface Turn {
  open: boolean;
  wrote: string | null;
  recorded: boolean;
  run(sql: string): void;
}
interface Waiting {
  run(): Promise<void>;
  acknowledge(): void;
  fail(error: unknown): void;
}

const turns = new AsyncLocalStorage<Turn>();
const WRITE = /^\s*(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from|replace\s+into)\s+"?(\w+)/i;
const BATCH = 256;

/** Called by `record()`: this turn has its audit line. */
export function markRecorded(): void {
  const turn = turns.getStore();
  if (turn) turn.recorded = true;
}

/** Runs one part of a turn by itself: a refusal undoes that part alone and is answered; anything else undoes the whole turn. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | Refusal> {
  const turn = turns.getStore();
  if (!turn?.open) throw new Error('attempt outside a turn');
  const { wrote, recorded, run } = turn;
  run('SAVEPOINT part');
  try {
    const done = await act();
    run('RELEASE part');
    return done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    run('ROLLBACK TO part');
    run('RELEASE part');
    Object.assign(turn, { wrote, recorded });
    return error;
  }
}

/** Opens the data file's two connections. `slow` hears of turns above 100 ms: they hold up every other writer. */
export function openDatabase(file: string, slow: (ms: number) => void = () => undefined): Database {
  const writer = openConnection(file, false);
  const reader = openConnection(file, true);
  const parts = ['turn', 'part'].flatMap((name) => [`SAVEPOINT ${name}`, `RELEASE ${name}`, `ROLLBACK TO ${name}`]);
  const exec = Object.fromEntries(
    ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', ...parts].map((sql) => [sql, writer.prepare(sql)]),
  ) as Record<string, Sqlite.Statement>;
  const run = (sql: string): void => void exec[sql]!.run();

  const tx: Tx = drizzle(writer, {
    casing: 'snake_case',
    logger: {
      logQuery(sql) {
        const turn = turns.getStore();
        if (!turn?.open) throw new Error('tx used after its turn: an await is missing');
        const table = WRITE.exec(sql)?.[1];
        if (table && !UNRECORDED.has(table)) turn.wrote = table;
      },
    },
  });
  const read: Tx = drizzle(reader, {
    casing: 'snake_case',
    logger: {
      logQuery() {
        if (turns.getStore()?.open) throw new Error('db.read inside a turn: use tx');
      },
    },
  });

  const queue: Waiting[] = [];
  let draining: Promise<void> | null = null;
  let trouble: string | null = null;
  let closed = false;

  /** One durable commit for every turn that is waiting; each is undone alone, all are acknowledged after the sync. */
  async function drain() {
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const done: Waiting[] = [];
      try {
        run('BEGIN IMMEDIATE');
      } catch (error) {
        for (const turn of queue.splice(0)) turn.fail(refusalOf(error));
        break;
      }
      while (queue.length > 0 && done.length < BATCH) {
        const next = queue.shift()!;
        run('SAVEPOINT turn');
        try {
          await next.run();
          run('RELEASE turn');
          done.push(next);
        } catch (error) {
          if (writer.inTransaction) {
            run('ROLLBACK TO turn');
            run('RELEASE turn');
          }
          next.fail(refusalOf(error));
        }
        if (!writer.inTransaction) break;
      }
      commit(done);
    }
    turns.disable(); // while nothing is written, reading does not pay for following turns through every promise
    draining = null;
  }

  function commit(done: Waiting[]) {
    try {
      run('COMMIT');
      for (const turn of done) turn.acknowledge();
    } catch (error) {
      if (writer.inTransaction) run('ROLLBACK');
      for (const turn of done) turn.fail(refusalOf(error));
    }
  }

  function transact<T>(work: (tx: Tx) => Promise<T>, { evenWhenLow = false } = {}): Promise<T> {
    if (turns.getStore()?.open) return Promise.reject(new Error('transact inside transact'));
    if (closed) return Promise.reject(new Refusal('read_only', { reason: 'closing' }));
    if (trouble && !evenWhenLow) return Promise.reject(new Refusal('read_only', { reason: trouble }));
    return new Promise<T>((resolve, reject) => {
      let result: T;
      queue.push({
        async run() {
          const turn: Turn = { open: true, wrote: null, recorded: false, run };
          const began = performance.now();
          try {
            result = await turns.run(turn, () => work(tx));
            if (turn.wrote && !turn.recorded) throw new Error(`a change to ${turn.wrote} left no audit line`);
          } finally {
            turn.open = false;
            const ms = performance.now() - began;
            if (ms > 100) slow(ms);
          }
        },
        acknowledge: () => resolve(result),
        fail: reject,
      });
      draining ??= drain();
    });
  }

  return {
    read,
    transact,
    file,
    get trouble() {
      return trouble;
    },
    setTrouble(reason) {
      trouble = reason;
    },
    async close() {
      closed = true;
      await draining;
      if (trouble !== 'damaged') writer.pragma('optimize');
      reader.close();
      if (trouble !== 'damaged') writer.pragma('wal_checkpoint(TRUNCATE)'); // a damaged file is left as it is for whoever looks
      writer.close();
    },
  };
}

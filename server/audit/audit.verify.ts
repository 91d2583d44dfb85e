import { asc, gt } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { GENESIS, hashOf } from './audit.service.ts';
import { auditLines } from './audit.table.ts';

/** What became of a walk along the chain: how many lines hold, and the first that does not. */
export interface Verdict {
  readonly lines: number;
  readonly broken: { readonly id: number; readonly why: 'missing_before' | 'altered' } | null;
  /** The last line's hash: kept elsewhere it proves that nothing was cut off at the end. */
  readonly head: string;
}

/** Walks the whole chain, a thousand lines at a time, and names the first line that does not follow from the one before. */
export async function verifyAudit(tx: Tx): Promise<Verdict> {
  let head = GENESIS;
  let last = 0;
  for (;;) {
    const lines = await tx
      .select()
      .from(auditLines)
      .where(gt(auditLines.id, last))
      .orderBy(asc(auditLines.id))
      .limit(1000);
    if (lines.length === 0) return { lines: last, broken: null, head };
    for (const line of lines) {
      if (line.id !== last + 1) return { lines: last, broken: { id: line.id, why: 'missing_before' }, head };
      if (hashOf(line, head) !== line.hash) return { lines: last, broken: { id: line.id, why: 'altered' }, head };
      head = line.hash;
      last = line.id;
    }
    await new Promise(setImmediate); // others are served between two thousands
  }
}

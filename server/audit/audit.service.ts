import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { markRecorded } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { canonical, type Facts } from '#shared/audit/audit.events.ts';
import { auditLines } from './audit.table.ts';

/** What the first line commits to. */
export const GENESIS = 'yipanqi';

const head = prepared((tx) =>
  tx
    .select({ id: auditLines.id, hash: auditLines.hash })
    .from(auditLines)
    .orderBy(desc(auditLines.id))
    .limit(1)
    .prepare(),
);
const append = prepared((tx) =>
  tx
    .insert(auditLines)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      event: sql.placeholder('event'),
      dossierId: sql.placeholder('dossierId'),
      subject: sql.placeholder('subject'),
      personId: sql.placeholder('personId'),
      officeId: sql.placeholder('officeId'),
      requestId: sql.placeholder('requestId'),
      address: sql.placeholder('address'),
      detail: sql.placeholder('detail'),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
);

/** The last line written, by whomever. */
export async function lastLineId(tx: Work['tx']): Promise<number> {
  return (await head(tx).execute())[0]?.id ?? 0;
}

/** What an audit line is about: a dossier by its number, or anything else by a word such as `person:7`. */
export type Subject = number | string;

/** Writes the turn's audit line, chained to the one before. A turn that changes anything without it is undone. */
export async function record(
  work: Pick<Work, 'tx' | 'actor' | 'clock' | 'trace'>,
  event: string,
  about: Subject,
  facts: Facts = {},
): Promise<void> {
  const [last] = await head(work.tx).execute();
  const line = {
    id: (last?.id ?? 0) + 1,
    at: work.clock.now(),
    event,
    dossierId: typeof about === 'number' ? about : null,
    subject: typeof about === 'string' ? about : null,
    personId: work.actor.personId,
    officeId: work.actor.officeId,
    requestId: work.trace.requestId,
    address: work.trace.address,
    detail: JSON.parse(JSON.stringify(facts)) as Record<string, unknown>,
  };
  await append(work.tx).execute({ ...line, hash: hashOf(line, last?.hash ?? GENESIS) });
  markRecorded();
}

/** SHA-256 of a line's canonical text, which includes the hash before it. */
export function hashOf(line: Parameters<typeof canonical>[0], previousHash: string): string {
  return createHash('sha256').update(canonical(line, previousHash)).digest('base64url');
}

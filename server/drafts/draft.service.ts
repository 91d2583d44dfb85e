import { and, count, desc, eq, lt } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import {
  DRAFT_BYTES,
  DRAFT_DAYS,
  DRAFTS_MOST,
  type Draft,
  type DraftFace,
  type DraftKeeping,
} from '#shared/drafts/draft.api.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type DraftRow, drafts } from './draft.table.ts';

const about = (personId: number, key: string) => `draft:${personId}:${key}`;
const mine = ({ actor }: Pick<Work, 'actor'>, key: string) =>
  and(eq(drafts.personId, actor.personId), eq(drafts.key, key));

const faceOf = ({ key, kind, at, savedAt, version }: DraftRow): DraftFace => ({
  key,
  kind,
  at,
  version,
  until: addDays(savedAt.slice(0, 10), DRAFT_DAYS),
});

/** One's own unfinished forms, the last touched first. */
export async function ownDrafts(work: Work): Promise<DraftFace[]> {
  const rows = await work.tx
    .select()
    .from(drafts)
    .where(eq(drafts.personId, work.actor.personId))
    .orderBy(desc(drafts.savedAt));
  return rows.map(faceOf);
}

/** One's own draft with what was typed; anybody else's is not there. */
export async function readDraft(work: Work, key: string): Promise<Draft> {
  const [row] = await work.tx.select().from(drafts).where(mine(work, key));
  if (!row) throw new Refusal('not_found');
  const answers = JSON.parse(work.vault.open(row.sealed, about(row.personId, key))) as Draft['answers'];
  return { ...faceOf(row), answers };
}

/** Keeps what was typed. A newer copy from another device is never replaced unseen: its version and time are told instead. */
export async function keepDraft(work: Work, key: string, ask: DraftKeeping): Promise<DraftFace> {
  const text = JSON.stringify(ask.answers);
  if (Buffer.byteLength(text) > DRAFT_BYTES) throw new Refusal('too_large', { most: DRAFT_BYTES });
  const { personId } = work.actor;
  const [before] = await work.tx.select().from(drafts).where(mine(work, key));
  const savedAt = work.clock.now();
  const at = instantOf(ask.at, savedAt);
  checkNewer(before, at, ask.version);
  if (!before) await checkRoom(work);
  const fresh = {
    kind: ask.kind,
    sealed: work.vault.seal(text, about(personId, key)),
    at,
    savedAt,
    version: (before?.version ?? 0) + 1,
  };
  const [row] = await work.tx
    .insert(drafts)
    .values({ personId, key, ...fresh })
    .onConflictDoUpdate({ target: [drafts.personId, drafts.key], set: fresh })
    .returning();
  return faceOf(row!);
}

/** A browser whose clock runs ahead may not claim a time nobody has reached. */
function instantOf(at: string, now: string): string {
  const told = Date.parse(at);
  if (Number.isNaN(told)) throw invalid({ at: 'format' });
  return told > Date.parse(now) ? now : new Date(told).toISOString();
}

function checkNewer(before: DraftRow | undefined, at: string, version: number | undefined) {
  const other = before ? { version: before.version, at: before.at } : { version: 0 };
  const clash = version === undefined ? before !== undefined && before.at > at : version !== other.version;
  if (clash) throw new Refusal('changed_meanwhile', other);
}

async function checkRoom(work: Work) {
  const [held] = await work.tx.select({ n: count() }).from(drafts).where(eq(drafts.personId, work.actor.personId));
  if (held!.n >= DRAFTS_MOST) throw new Refusal('too_large', { most: DRAFTS_MOST });
}

/** Forgets a draft, because it became a record or was given up. */
export async function dropDraft(work: Work, key: string) {
  const gone = await work.tx.delete(drafts).where(mine(work, key)).returning({ key: drafts.key });
  return { dropped: gone.length > 0 };
}

/** Deletes what nobody touched for thirty days; answers how many. */
export async function purgeDrafts(work: Work): Promise<number> {
  const before = new Date(Date.parse(work.clock.now()) - DRAFT_DAYS * 86_400_000).toISOString();
  const gone = await work.tx.delete(drafts).where(lt(drafts.savedAt, before)).returning({ key: drafts.key });
  return gone.length;
}

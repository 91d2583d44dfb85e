import { and, eq, inArray, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { DUE_EVENTS, isDue, NOTICE_EVENT_NAMES, type NoticeEvent } from '#shared/notices/notice.events.ts';
import type { Post } from './audience.ts';
import { notices } from './notice.table.ts';

/** Read notices are kept this long, unread ones longer: a list to look back in, not an archive. */
const READ_DAYS = 90;
const LONGEST_DAYS = 400;

/** Tells people of an event of a record; whoever caused it is not told, and nobody twice of the same due day. */
export async function notify(
  work: Work,
  dossierId: number,
  event: NoticeEvent,
  to: readonly Post[],
  dueOn: string | null = null,
): Promise<number> {
  const posts = new Map(
    to.filter(({ personId }) => personId !== work.actor.personId).map((one) => [one.personId, one]),
  );
  if (posts.size === 0) return 0;
  const at = work.clock.now();
  const told = await work.tx
    .insert(notices)
    .values([...posts.values()].map((post) => ({ ...post, dossierId, event, at, dueOn })))
    .onConflictDoNothing()
    .returning({ personId: notices.personId });
  const personIds = told.map(({ personId }) => personId);
  if (personIds.length > 0) work.outbox.put({ topic: 'notice', id: dossierId, event, personIds });
  return personIds.length;
}

/** What a record's next step settles: all but reminders and questions, which have answers of their own. */
const BY_STEP = NOTICE_EVENT_NAMES.filter((event) => event !== 'access_asked' && !isDue(event));

/** After a step nobody waits for it any more, and reminders of another due day are past. */
export async function settleStep(work: Work, dossier: DossierRow): Promise<void> {
  await settle(work, dossier.id, inArray(notices.event, BY_STEP));
  await settleDue(work, dossier);
}

/** After a due day moved, paused or ended, reminders of it are past. */
export async function settleDue(work: Work, { id, dueOn, pausedOn }: DossierRow): Promise<void> {
  const past = dueOn === null || pausedOn !== null ? undefined : ne(notices.dueOn, dueOn);
  await settle(work, id, and(inArray(notices.event, [...DUE_EVENTS]), past));
}

/** After a question was answered nobody waits for the answer. */
export function settleAnswered(work: Work, dossierId: number, event: NoticeEvent): Promise<void> {
  return settle(work, dossierId, eq(notices.event, event));
}

async function settle(work: Work, dossierId: number, which: SQL | undefined) {
  const settled = await work.tx
    .update(notices)
    .set({ doneAt: work.clock.now() })
    .where(and(eq(notices.dossierId, dossierId), isNull(notices.doneAt), which))
    .returning({ personId: notices.personId });
  const personIds = [...new Set(settled.map(({ personId }) => personId))];
  if (personIds.length > 0) work.outbox.put({ topic: 'notice', id: dossierId, event: 'settled', personIds });
}

/** Marks one's own notices as read; somebody else's among them are left alone. */
export async function readNotices(work: Work, ids: readonly number[]) {
  const { personId } = work.actor;
  const read = await work.tx
    .update(notices)
    .set({ readAt: work.clock.now() })
    .where(and(inArray(notices.id, [...ids]), eq(notices.personId, personId), isNull(notices.readAt)))
    .returning({ id: notices.id });
  if (read.length > 0) work.outbox.put({ topic: 'notice', id: 0, event: 'read', personIds: [personId] });
  return { read: read.length };
}

/** Forgets all notices of a record that left the ledger. */
export async function forgetNotices(tx: Tx, dossierId: number): Promise<void> {
  await tx.delete(notices).where(eq(notices.dossierId, dossierId));
}

/** Deletes what was read and is old, and whatever is very old; answers how many. */
export async function purgeNotices(work: Work): Promise<number> {
  const daysAgo = (days: number) => new Date(Date.parse(work.clock.now()) - days * 86_400_000).toISOString();
  const gone = await work.tx
    .delete(notices)
    .where(or(lt(notices.at, daysAgo(LONGEST_DAYS)), lt(notices.readAt, daysAgo(READ_DAYS))))
    .returning({ id: notices.id });
  return gone.length;
}

/** Marks everything told before an instant as read: a sample year begins without a year's unread notices. */
export async function readNoticesBefore(tx: Tx, at: string): Promise<void> {
  await tx.update(notices).set({ readAt: at }).where(lt(notices.at, at));
}

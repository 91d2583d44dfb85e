import { and, eq, inArray, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { deleting } from '#server/kernel/row-writes.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import { SYSTEM, type Work } from '#server/kernel/work.ts';
import {
  DUE_EVENTS,
  isDue,
  NOTICE_EVENT_NAMES,
  NOTICE_EVENTS,
  type NoticeEvent,
} from '#shared/notices/notice.events.ts';
import { tellingOf, USUAL } from '#shared/notices/telling.ts';
import type { Post } from './audience.ts';
import { choicesOf } from './choice.service.ts';
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
  const choices = await choicesOf(work.tx);
  const rows = [...posts.values()].map((post) => {
    const tellAt = tellingOf(choices.get(post.personId) ?? USUAL, NOTICE_EVENTS[event], at);
    const now = tellAt === at;
    return { ...post, dossierId, event, at, dueOn, tellAt: now ? null : tellAt, toldAt: now ? at : null };
  });
  const written = await work.tx
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ personId: notices.personId, toldAt: notices.toldAt });
  const idsWhere = (now: boolean) =>
    written.filter(({ toldAt }) => (toldAt !== null) === now).map(({ personId }) => personId);
  hear(work, dossierId, event, idsWhere(true));
  hear(work, dossierId, 'waits', idsWhere(false));
  return written.length;
}

/** Lets whoever looks at their notices see the change; only an event's own name is told aloud. */
function hear(
  work: Work,
  id: number,
  event: NoticeEvent | 'waits' | 'settled' | 'read' | 'digest',
  to: readonly number[],
) {
  if (to.length > 0) work.outbox.put({ topic: 'notice', id, event, personIds: [...to] });
}

/** Tells what waited until now: the day's digest, and whatever came in somebody's quiet hours; answers how many hear of it. */
export async function tellWaiting(app: Parts & { readonly bus: Bus }): Promise<number> {
  const waited = lte(notices.tellAt, app.clock.now());
  const [one] = await app.db.read.select({ id: notices.id }).from(notices).where(waited).limit(1);
  if (!one) return 0;
  return turnOf(app, SYSTEM, { requestId: 'timer:digest', address: '' }, async (work) => {
    const told = await work.tx
      .update(notices)
      .set({ toldAt: work.clock.now(), tellAt: null })
      .where(waited)
      .returning({ personId: notices.personId, readAt: notices.readAt, doneAt: notices.doneAt });
    const personIds = new Set(told.filter(({ readAt, doneAt }) => !readAt && !doneAt).map(({ personId }) => personId));
    hear(work, 0, 'digest', [...personIds]);
    return personIds.size;
  });
}

/** What a record's next step settles: all but reminders and questions, which have answers of their own. */
const BY_STEP = NOTICE_EVENT_NAMES.filter((event) => event !== 'access_asked' && !isDue(event));

const ofDue = inArray(notices.event, [...DUE_EVENTS]);
const stepped = settling(inArray(notices.event, BY_STEP));
const dueEnded = settling(ofDue);
const dueMoved = settling(and(ofDue, ne(notices.dueOn, sql.placeholder('dueOn'))));
const answered = settling(eq(notices.event, sql.placeholder('event')));

/** After a step nobody waits for it any more, and reminders of another due day are past. */
export async function settleStep(work: Work, dossier: DossierRow): Promise<void> {
  await settle(work, dossier.id, stepped);
  await settleDue(work, dossier);
}

/** After a due day moved, paused or ended, reminders of it are past. */
export async function settleDue(work: Work, { id, dueOn, pausedOn }: DossierRow): Promise<void> {
  if (dueOn === null || pausedOn !== null) await settle(work, id, dueEnded);
  else await settle(work, id, dueMoved, { dueOn });
}

/** After a question was answered nobody waits for the answer. */
export function settleAnswered(work: Work, dossierId: number, event: NoticeEvent): Promise<void> {
  return settle(work, dossierId, answered, { event });
}

/** Every step settles notices, most of them none: what is asked is prepared once. */
function settling(which: SQL | undefined) {
  return prepared((tx) =>
    tx
      .update(notices)
      .set({ doneAt: sql`${sql.placeholder('now')}` })
      .where(and(eq(notices.dossierId, sql.placeholder('id')), isNull(notices.doneAt), which))
      .returning({ personId: notices.personId })
      .prepare(),
  );
}

async function settle(work: Work, id: number, which: ReturnType<typeof settling>, facts: Record<string, string> = {}) {
  const settled = await which(work.tx).execute({ id, now: work.clock.now(), ...facts });
  const personIds = [...new Set(settled.map(({ personId }) => personId))];
  hear(work, id, 'settled', personIds);
}

/** Marks one's own notices as read; somebody else's among them are left alone. */
export async function readNotices(work: Work, ids: readonly number[]) {
  const { personId } = work.actor;
  const read = await work.tx
    .update(notices)
    .set({ readAt: work.clock.now() })
    .where(and(inArray(notices.id, [...ids]), eq(notices.personId, personId), isNull(notices.readAt)))
    .returning({ id: notices.id });
  if (read.length > 0) hear(work, 0, 'read', [personId]);
  return { read: read.length };
}

/** Forgets all notices of a record that left the ledger. */
export const forgetNotices = deleting(notices, notices.dossierId);

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
  await tx.update(notices).set({ readAt: at, tellAt: null }).where(lt(notices.at, at));
}

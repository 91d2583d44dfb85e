import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { WATCH_LONGEST_DAYS, type WatchAsk, type WatchMark } from '#shared/entities/watch.api.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { reachAny, reachEntity } from './entity.reach.ts';
import { named } from './entity.shown.ts';
import { audienceOf } from './watch.seen.ts';
import { type WatchRow, watchAudiences, watchMarks } from './watch.table.ts';

async function withAudience(work: Pick<Work, 'tx'>, rows: readonly WatchRow[]): Promise<WatchMark[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const audiences = await work.tx.select().from(watchAudiences).where(inArray(watchAudiences.markId, ids));
  const of = (id: number, kind: string) =>
    audiences
      .filter(({ markId, audience }) => markId === id && audience.startsWith(`${kind}:`))
      .map(({ audience }) => audience.slice(kind.length + 1));
  return rows.map((row) => ({
    ...row,
    offices: of(row.id, 'office').map(Number),
    departments: of(row.id, 'department'),
  }));
}

/** Marks on an entity: those that were approved for the reader's eyes, and whatever the reader's own office asked for. */
export async function marksOf(work: Work, entityId: number): Promise<WatchMark[]> {
  await reachAny(work, entityId);
  const words = Object.values(await audienceOf(work)).filter(Boolean);
  const meant = work.tx
    .select({ id: watchAudiences.markId })
    .from(watchAudiences)
    .where(inArray(watchAudiences.audience, words));
  const rows = await work.tx
    .select()
    .from(watchMarks)
    .where(
      and(
        eq(watchMarks.entityId, entityId),
        or(
          eq(watchMarks.officeId, work.actor.officeId),
          and(inArray(watchMarks.state, ['approved', 'ended']), inArray(watchMarks.id, meant)),
        ),
      ),
    )
    .orderBy(desc(watchMarks.id))
    .limit(100);
  return withAudience(work, rows);
}

/** Marks of the reader's office that wait for a head's word. */
export async function marksAsked(work: Work) {
  const rows = await work.tx
    .select()
    .from(watchMarks)
    .where(and(eq(watchMarks.officeId, work.actor.officeId), eq(watchMarks.state, 'asked')))
    .orderBy(watchMarks.id)
    .limit(100);
  const marks = await withAudience(work, rows);
  return Promise.all(marks.map(async (mark) => ({ ...mark, entity: named(await reachAny(work, mark.entityId)) })));
}

/** Asks for a mark; nobody sees it but the own office until a head who is not the asker approves it. */
export async function askWatch(work: Work, entityId: number, ask: WatchAsk): Promise<WatchMark> {
  await reachEntity(work, entityId);
  await checkAsk(work, ask);
  const { level, reason, validFrom, validUntil, departments } = ask;
  const offices = [...new Set([work.actor.officeId, ...ask.offices])];
  const [row] = await work.tx
    .insert(watchMarks)
    .values({
      entityId,
      level,
      reason: reason.trim(),
      validFrom,
      validUntil,
      state: 'asked',
      officeId: work.actor.officeId,
      askedBy: work.actor.personId,
      askedAt: work.clock.now(),
    })
    .returning();
  const words = [...offices.map((id) => `office:${id}`), ...departments.map((code) => `department:${code}`)];
  await work.tx.insert(watchAudiences).values(words.map((audience) => ({ audience, markId: row!.id })));
  await record(work, 'watch.asked', `entity:${entityId}`, { markId: row!.id, level, validUntil, audience: words });
  tell(work, row!, [work.actor.officeId]);
  return one(work, row!);
}

async function checkAsk(work: Work, { validFrom, validUntil, offices }: WatchAsk) {
  const faults: Record<string, string> = {};
  if (validUntil < work.clock.today()) faults['validUntil'] = 'in_past';
  else if (validUntil < validFrom) faults['validUntil'] = 'before_start';
  else if (daysBetween(validFrom, validUntil) > WATCH_LONGEST_DAYS) faults['validUntil'] = 'too_long';
  const known = new Set((await officePlaces(work.tx)).map(({ id }) => id));
  if (offices.some((id) => !known.has(id))) faults['offices'] = 'unknown';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

/** A mark of the reader's own office; of any other office there is none. */
async function reachOwn(work: Work, id: number, states: readonly WatchRow['state'][]): Promise<WatchRow> {
  const [row] = await work.tx.select().from(watchMarks).where(eq(watchMarks.id, id));
  if (!row || row.officeId !== work.actor.officeId) throw new Refusal('not_found');
  if (!states.includes(row.state)) throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

/** Approves a mark, or refuses it with a reason; never one's own. */
export async function decideWatch(
  work: Work,
  id: number,
  { approve, reason }: { approve: boolean; reason?: string },
): Promise<WatchMark> {
  const before = await reachOwn(work, id, ['asked']);
  if (before.askedBy === work.actor.personId) throw new Refusal('forbidden', { why: 'own_request' });
  const answer = reason?.trim() || null;
  if (!approve && !answer) throw invalid({ reason: 'required' });
  return settle(work, before, approve ? 'approved' : 'refused', answer);
}

/** Ends a mark before its last day, or takes the request for it back. */
export async function endWatch(work: Work, id: number, { reason }: { reason: string }): Promise<WatchMark> {
  const before = await reachOwn(work, id, ['asked', 'approved']);
  return settle(work, before, 'ended', reason.trim());
}

async function settle(work: Work, before: WatchRow, state: 'approved' | 'refused' | 'ended', answer: string | null) {
  const decided = state === 'ended' ? {} : { decidedBy: work.actor.personId, decidedAt: work.clock.now() };
  const [row] = await work.tx
    .update(watchMarks)
    .set({ state, answer, ...decided })
    .where(and(eq(watchMarks.id, before.id), eq(watchMarks.state, before.state)))
    .returning();
  if (!row) throw new Refusal('changed_meanwhile');
  const told = { markId: row.id, from: before.state, to: state, ...(answer ? { reason: answer } : {}) };
  await record(work, `watch.${state}`, `entity:${row.entityId}`, told);
  tell(work, row, await officesMeant(work, row.id));
  return one(work, row);
}

/** Every office a mark is for: only they are told that something about it is new. */
async function officesMeant(work: Work, markId: number): Promise<number[]> {
  const words = (await work.tx.select().from(watchAudiences).where(eq(watchAudiences.markId, markId))).map(
    ({ audience }) => audience,
  );
  const places = await officePlaces(work.tx);
  return places
    .filter(({ id, department }) => words.includes(`office:${id}`) || words.includes(`department:${department}`))
    .map(({ id }) => id);
}

const tell = (work: Work, { entityId }: WatchRow, officeIds: readonly number[]) =>
  work.outbox.put({ topic: 'entity', id: entityId, event: 'watch', officeIds });

const one = async (work: Work, row: WatchRow) => (await withAudience(work, [row]))[0]!;

/** Points every mark of one entity to another; answers which were moved. */
export async function moveMarks(work: Pick<Work, 'tx'>, fromId: number, toId: number): Promise<number[]> {
  const moved = await work.tx
    .update(watchMarks)
    .set({ entityId: toId })
    .where(eq(watchMarks.entityId, fromId))
    .returning({ id: watchMarks.id });
  return moved.map(({ id }) => id);
}

/** Points moved marks back. */
export async function moveMarksBack(work: Pick<Work, 'tx'>, ids: readonly number[], toId: number): Promise<void> {
  if (ids.length === 0) return;
  await work.tx
    .update(watchMarks)
    .set({ entityId: toId })
    .where(inArray(watchMarks.id, [...ids]));
}

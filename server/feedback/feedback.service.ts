import { and, desc, eq, isNull, lt, type SQL } from 'drizzle-orm';
import type { Static } from 'typebox';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { FeedbackGiving, feedbackApi } from '#shared/feedback/feedback.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { cursorOf, cursorParts } from '#shared/kernel/paging.ts';
import { type FeedbackRow, feedback } from './feedback.table.ts';

type Asked = Static<typeof feedbackApi.list.schema.querystring>;

/** Keeps what somebody says about the product; its words stand in no audit line. */
export async function giveFeedback(work: Work, { page, text }: Static<typeof FeedbackGiving>): Promise<FeedbackRow> {
  const { personId, officeId } = work.actor;
  const [given] = await work.tx
    .insert(feedback)
    .values({ at: work.clock.now(), personId, officeId, page, text: text.trim() })
    .returning();
  await record(work, 'feedback.given', `feedback:${given!.id}`, { page });
  return given!;
}

/** What the actor said so far, the latest first, with the answers. */
export const ownFeedback = (work: Work, ask: Asked) => pageOf(work, ask, eq(feedback.personId, work.actor.personId));

/** What everybody said, the latest first. */
export const listFeedback = (work: Work, ask: Asked) =>
  pageOf(work, ask, ask.open ? isNull(feedback.answeredAt) : undefined);

async function pageOf({ tx }: Work, { cursor, limit = 50 }: Asked, which: SQL | undefined) {
  const [before] = cursorParts(cursor) ?? [];
  if (cursor !== undefined && typeof before !== 'number')
    throw new Refusal('invalid_query', { fields: { cursor: 'format' } });
  const rows = await tx
    .select()
    .from(feedback)
    .where(and(which, typeof before === 'number' ? lt(feedback.id, before) : undefined))
    .orderBy(desc(feedback.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? cursorOf(shown[shown.length - 1]!.id) : null };
}

/** Answers once; whoever said it finds the answer beside their own words. */
export async function answerFeedback(work: Work, id: number, text: string): Promise<FeedbackRow> {
  const [before] = await work.tx.select().from(feedback).where(eq(feedback.id, id));
  if (!before) throw new Refusal('not_found');
  if (before.answeredAt !== null) throw new Refusal('already_exists');
  const [answered] = await work.tx
    .update(feedback)
    .set({ answer: text.trim(), answeredBy: work.actor.personId, answeredAt: work.clock.now() })
    .where(and(eq(feedback.id, id), isNull(feedback.answeredAt)))
    .returning();
  await record(work, 'feedback.answered', `feedback:${id}`);
  return answered!;
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import type { Work } from '#server/kernel/work.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { NOTICE_EVENTS } from '#shared/notices/notice.events.ts';
import { type NoticeChoice, tellingOf, USUAL } from '#shared/notices/telling.ts';
import { noticeChoices } from './choice.table.ts';
import { notices } from './notice.table.ts';

type Choices = ReadonlyMap<number, NoticeChoice>;
let known = new WeakMap<Tx, Choices>();

/** How everybody wants to be told who chose anything; the others are told as usual. */
export async function choicesOf(tx: Tx): Promise<Choices> {
  let choices = known.get(tx);
  if (!choices) {
    const rows = await tx.select().from(noticeChoices);
    choices = new Map(rows.map(({ personId, ...choice }) => [personId, choice]));
    known.set(tx, choices);
  }
  return choices;
}

/** Called in the turn that changes a choice, and again once it has ended, whichever way it ended. */
export function forgetChoices(): void {
  known = new WeakMap();
}

/** How the actor wants to be told. */
export const readChoice = async ({ tx, actor }: Work): Promise<NoticeChoice> =>
  (await choicesOf(tx)).get(actor.personId) ?? USUAL;

/** Keeps how the actor wants to be told; what waits already waits by the new choice. */
export async function keepChoice(work: Work, choice: NoticeChoice): Promise<NoticeChoice> {
  const { quietFrom, quietUntil } = choice;
  if ((quietFrom === null) !== (quietUntil === null))
    throw invalid({ [quietFrom === null ? 'quietFrom' : 'quietUntil']: 'required' });
  if (quietFrom !== null && quietFrom === quietUntil) throw invalid({ quietUntil: 'same_time' });
  const row = { personId: work.actor.personId, ...choice };
  await work.tx.insert(noticeChoices).values(row).onConflictDoUpdate({ target: noticeChoices.personId, set: row });
  forgetChoices();
  await planAgain(work, choice);
  return choice;
}

async function planAgain({ tx, actor, clock }: Work, choice: NoticeChoice) {
  const untold = and(
    eq(notices.personId, actor.personId),
    isNull(notices.toldAt),
    isNull(notices.readAt),
    isNull(notices.doneAt),
  );
  for (const { id, event } of await tx.select({ id: notices.id, event: notices.event }).from(notices).where(untold))
    await tx
      .update(notices)
      .set({ tellAt: tellingOf(choice, NOTICE_EVENTS[event], clock.now()) })
      .where(eq(notices.id, id));
}

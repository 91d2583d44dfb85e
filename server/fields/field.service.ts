import { asc, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import type { Work } from '#server/kernel/work.ts';
import {
  type FieldRequiring,
  type FieldReview,
  REVIEW_DAYS,
  type RequiredField,
  requiredOn,
} from '#shared/fields/field.api.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type RequiredFieldRow, requiredFields } from './field.table.ts';

let known = new WeakMap<Tx, readonly RequiredFieldRow[]>();

/** Every field that is, was or will be a must, the earliest first. */
export async function fieldsRequired(tx: Tx): Promise<readonly RequiredFieldRow[]> {
  let rows = known.get(tx);
  if (!rows) {
    rows = await tx.select().from(requiredFields).orderBy(asc(requiredFields.id));
    known.set(tx, rows);
  }
  return rows;
}

/** Called in the turn that changes a must, and again once it has ended, whichever way it ended. */
export function forgetFields(): void {
  known = new WeakMap();
}

/** Which answers are missing today, as fields and rules; empty where nothing is. */
export async function faultsOfRequired(
  work: Pick<Work, 'tx' | 'clock'>,
  answers: Readonly<Record<string, unknown>>,
): Promise<Record<string, string>> {
  const musts = requiredOn(await fieldsRequired(work.tx), work.clock.today());
  const missing = musts.filter((field) => answers[field] === undefined || String(answers[field]).trim() === '');
  return Object.fromEntries(missing.map((field) => [field, 'required']));
}

/** Whether a field that is a must is past the day on which it was to be looked at again. */
export async function isReviewLate({ tx, clock }: Pick<Work, 'tx' | 'clock'>): Promise<boolean> {
  const today = clock.today();
  return (await fieldsRequired(tx)).some(({ validUntil, reviewOn }) => validUntil === null && reviewOn < today);
}

function checkReview(from: string, reviewOn: string) {
  if (reviewOn <= from) throw invalid({ reviewOn: 'review_not_after' });
  if (reviewOn > addDays(from, REVIEW_DAYS)) throw invalid({ reviewOn: 'review_too_far' });
}

/** Makes a field a must from a day on, for a named reader and until a day on which that is looked at again. */
export async function requireField(work: Work, ask: Static<typeof FieldRequiring>): Promise<RequiredField> {
  if (ask.validFrom < work.clock.today()) throw invalid({ validFrom: 'past' });
  checkReview(ask.validFrom, ask.reviewOn);
  const standing = (await fieldsRequired(work.tx)).some(
    ({ field, validUntil }) => field === ask.field && (validUntil === null || validUntil >= ask.validFrom),
  );
  if (standing) throw new Refusal('already_exists');
  const [made] = await work.tx
    .insert(requiredFields)
    .values({ ...ask, validUntil: null, personId: work.actor.personId, at: work.clock.now() })
    .returning();
  await record(work, 'field.required', `field:${ask.field}`, { ...ask });
  return changed(work, made!);
}

/** Says after a review who still uses it, and when that is looked at next. */
export async function reviewField(work: Work, id: number, ask: Static<typeof FieldReview>): Promise<RequiredField> {
  const before = await standing(work, id);
  checkReview(work.clock.today(), ask.reviewOn);
  const [after] = await work.tx.update(requiredFields).set(ask).where(eq(requiredFields.id, id)).returning();
  await record(work, 'field.reviewed', `field:${before.field}`, {
    changes: { reader: [before.reader, ask.reader], reviewOn: [before.reviewOn, ask.reviewOn] },
  });
  return changed(work, after!);
}

/** Lets a field be left out again after a day; what was registered meanwhile stays as it is. */
export async function endField(work: Work, id: number, on: string): Promise<RequiredField> {
  const before = await standing(work, id);
  if (on < addDays(work.clock.today(), -1)) throw invalid({ on: 'past' });
  const [after] = await work.tx
    .update(requiredFields)
    .set({ validUntil: on })
    .where(eq(requiredFields.id, id))
    .returning();
  await record(work, 'field.freed', `field:${before.field}`, { on });
  return changed(work, after!);
}

async function standing(work: Work, id: number): Promise<RequiredFieldRow> {
  const found = (await fieldsRequired(work.tx)).find((one) => one.id === id);
  if (!found) throw new Refusal('not_found');
  if (found.validUntil !== null) throw new Refusal('not_allowed_in_state');
  return found;
}

function changed(work: Work, row: RequiredFieldRow): RequiredField {
  forgetFields();
  work.outbox.put({ topic: 'directory', id: 0, event: 'field.changed' });
  return row;
}

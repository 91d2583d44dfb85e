import { desc } from 'drizzle-orm';
import type { Static } from 'typebox';
import { record } from '#server/audit/audit.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { invalid } from '#shared/kernel/errors.ts';
import type { Threshold } from '#shared/transfers/question.api.ts';
import { type Condition, CRIME_THRESHOLDS, type CrimeThreshold } from '#shared/transfers/thresholds.ts';
import { crimeThresholds } from './question.table.ts';

type Written = Static<typeof Threshold>;

const newestFirst = prepared((tx) =>
  tx.select({ threshold: crimeThresholds.threshold }).from(crimeThresholds).orderBy(desc(crimeThresholds.id)).prepare(),
);

/** Thresholds in force here: an office's own before those the product ships with, the newest first. */
export async function thresholdsOf(tx: Work['tx']): Promise<CrimeThreshold[]> {
  const added = await newestFirst(tx).execute();
  return [...added.map(({ threshold }) => threshold), ...CRIME_THRESHOLDS];
}

/** Every version of every threshold, for the page of the law. */
export const shownThresholds = async ({ tx }: Pick<Work, 'tx'>): Promise<Written[]> =>
  (await thresholdsOf(tx)).map((one) => ({ ...one, matters: [...one.matters], any: [...one.any] }));

/** Adds a version of a threshold; what came before stays and holds for its own days. */
export async function addThreshold(work: Work, written: Written): Promise<Written> {
  if (written.validUntil && written.validUntil < written.validFrom) throw invalid({ validUntil: 'before_from' });
  const threshold: CrimeThreshold = { ...written, any: written.any.map(conditionOf) };
  const { offence } = threshold;
  await work.tx
    .insert(crimeThresholds)
    .values({ offence, threshold, personId: work.actor.personId, at: work.clock.now() });
  await record(work, 'threshold.added', `threshold:${offence}`, { threshold });
  return written;
}

/** A sum with its measure, or a sign: never both, never neither. */
function conditionOf({ measure, fromFen, sign }: Written['any'][number]): Condition {
  if (sign !== undefined && measure === undefined && fromFen === undefined) return { sign };
  if (sign === undefined && measure !== undefined && fromFen !== undefined) return { measure, fromFen };
  throw invalid({ any: 'required' });
}

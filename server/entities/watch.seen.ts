import { and, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { prepared, preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { WATCH_LEVELS, type WatchLevel } from '#shared/entities/entity.lists.ts';
import { watchAudiences, watchMarks } from './watch.table.ts';

/** By so many words an office may be meant: itself, offices it took over, and all of its department. */
const MOST = 8;
const WORDS = Array.from({ length: MOST }, (_, at) => `audience${at}`);

/** The words by which the reader's office is meant, as values of a statement that asks for `inForce`. */
export async function audienceOf(work: Pick<Work, 'tx' | 'actor'>): Promise<Record<string, string>> {
  const places = await officePlaces(work.tx);
  const { officeId } = work.actor;
  const own = places.find(({ id }) => id === officeId);
  const taken = places.filter(({ successorId }) => successorId === officeId).map(({ id }) => id);
  const words = [`department:${own?.department ?? ''}`, ...[officeId, ...taken].map((id) => `office:${id}`)];
  return Object.fromEntries(WORDS.map((word, at) => [word, words[at] ?? '']));
}

/** A mark in force today whose audience the reader belongs to. Asks for the values of `audienceOf` and for `today`. */
export const inForce: SQL = and(
  inArray(
    watchAudiences.audience,
    WORDS.map((word) => sql.placeholder(word)),
  ),
  eq(watchMarks.state, 'approved'),
  lte(watchMarks.validFrom, sql.placeholder('today')),
  gte(watchMarks.validUntil, sql.placeholder('today')),
)!;

const among = preparedFor((tx, ids) =>
  tx
    .select({ entityId: watchMarks.entityId, level: watchMarks.level })
    .from(watchMarks)
    .innerJoin(watchAudiences, eq(watchAudiences.markId, watchMarks.id))
    .where(and(inArray(watchMarks.entityId, ids), inForce))
    .prepare(),
);
const every = prepared((tx) =>
  tx
    .select({ entityId: watchMarks.entityId, level: watchMarks.level })
    .from(watchAudiences)
    .innerJoin(watchMarks, eq(watchMarks.id, watchAudiences.markId))
    .where(inForce)
    .prepare(),
);

const strictest = (marks: readonly { entityId: number; level: WatchLevel }[]): Map<number, WatchLevel> => {
  const seen = new Map<number, WatchLevel>();
  for (const { entityId, level } of marks) {
    const before = seen.get(entityId);
    if (!before || WATCH_LEVELS.indexOf(level) > WATCH_LEVELS.indexOf(before)) seen.set(entityId, level);
  }
  return seen;
};

/** Which of some entities the reader is asked to keep an eye on, and how urgently. */
export async function watchedAmong(work: Work, ids: readonly number[]): Promise<Map<number, WatchLevel>> {
  if (ids.length === 0) return new Map();
  const { query, values } = among(work.tx, ids);
  return strictest(await query.execute({ ...values, ...(await audienceOf(work)), today: work.clock.today() }));
}

/** Every entity the reader is asked to keep an eye on: few, so that a ledger's page marks its subjects by one look. */
export async function watchedNow(work: Work): Promise<Map<number, WatchLevel>> {
  return strictest(await every(work.tx).execute({ ...(await audienceOf(work)), today: work.clock.today() }));
}

import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { entityWords } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { visitedSince } from '#server/visits/visit.count.ts';
import type { EntityFilter as Shape } from '#shared/entities/entity.api.ts';
import { LICENCE_SOON_DAYS } from '#shared/entities/entity.lists.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { questionsFor } from './entity.keys.ts';
import { entities } from './entity.table.ts';
import { audienceOf, inForce } from './watch.seen.ts';
import { watchAudiences, watchMarks } from './watch.table.ts';

export type EntityFilter = Static<typeof Shape> & { q?: string };

/** A filter as a statement can be prepared for it: the conditions, a signature naming their shape, and the values. */
export interface Prepared {
  readonly where: SQL[];
  readonly signature: string;
  readonly values: Record<string, string | number>;
}

/** A phrase no text holds: what was typed is punctuation alone. */
const NOTHING = '"\ue002"';
const many = (written: string) => written.split(',').filter(Boolean).slice(0, 40);

/** Turns what stands in the address into conditions; what was merged away is in no list. */
export async function prepareFilter(work: Work, filter: EntityFilter): Promise<Prepared> {
  const today = work.clock.today();
  const values: Prepared['values'] = {};
  const where: SQL[] = [isNull(entities.mergedInto)];
  const shape: string[] = [];

  const oneOf = (name: string, column: Parameters<typeof inArray>[0], written: string | undefined) => {
    if (!written) return;
    const list = many(written);
    list.forEach((value, i) => {
      values[`${name}${i}`] = value;
    });
    const places = list.map((_, i) => sql.placeholder(`${name}${i}`));
    where.push(places.length === 1 ? eq(column, places[0]) : inArray(column, places));
    shape.push(`${name}${list.length}`);
  };
  const only = (name: string, condition: SQL, more: Record<string, string | number> = {}) => {
    where.push(condition);
    shape.push(name);
    Object.assign(values, more);
  };

  oneOf('kind', entities.kind, filter.kind);
  oneOf('county', entities.county, filter.county);
  oneOf('industry', entities.industry, filter.industry);
  oneOf('risk', entities.riskClass, filter.risk);
  oneOf('standing', entities.standing, filter.standing);
  if (filter.code === 'none') only('no-code', and(isNull(entities.code), eq(entities.codeSound, false))!);
  if (filter.code === 'unsound') only('unsound', and(isNotNull(entities.code), eq(entities.codeSound, false))!);
  if (filter.licence === 'expired') only('expired', lt(entities.licenceDueOn, sql.placeholder('today')), { today });
  if (filter.licence === 'soon')
    only(
      'soon',
      and(gte(entities.licenceDueOn, sql.placeholder('today')), lte(entities.licenceDueOn, sql.placeholder('soon')))!,
      { today, soon: addDays(today, LICENCE_SOON_DAYS) },
    );
  if (filter.watched) only('watched', isWatched, { today, ...(await audienceOf(work)) });
  if (filter.visited) only('visited', visitedSince(entities.id), { yearFrom: `${today.slice(0, 4)}-01-01` });
  if (filter.q?.trim())
    only('q', entityWords.holding(entities.id, sql.placeholder('q')), { q: questionsFor(filter.q)?.holds ?? NOTHING });
  return { where, signature: shape.join(), values };
}

const isWatched = sql`${entities.id} in (select ${watchMarks.entityId} from ${watchAudiences} inner join ${watchMarks} on ${watchMarks.id} = ${watchAudiences.markId} where ${inForce})`;

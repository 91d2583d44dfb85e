import { and, type Column, eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { aside } from '#server/db/plan.sqlite.ts';
import { entityWords } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { visitedSince } from '#server/visits/visit.count.ts';
import type { EntityFilter as Shape } from '#shared/entities/entity.api.ts';
import { LICENCE_SOON_DAYS } from '#shared/entities/entity.lists.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { questionsFor } from './entity.keys.ts';
import { FILTERED, type Lead, type Led, type Sort, valuesOf } from './entity.lead.ts';
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

/**
 * Turns what stands in the address into conditions; what was merged away is in no list. Told in which order the list stands, it lets one
 * filter at most choose the index, so that rows come in that order and none is read that no page shows.
 */
export async function prepareFilter(
  work: Work,
  filter: EntityFilter,
  list?: { readonly sort: Sort; readonly led: Led },
): Promise<Prepared> {
  const leads = (name: Lead) => !list || name === list.led.by;
  const today = work.clock.today();
  const values: Prepared['values'] = {};
  const where: SQL[] = [isNull(entities.mergedInto)];
  const shape: string[] = [];

  for (const [name, filtered] of Object.entries(FILTERED) as [keyof typeof FILTERED, Column][]) {
    const written = filter[name];
    if (!written) continue;
    const asked = valuesOf(written);
    const column = leads(name) ? sql`${filtered}` : aside(filtered);
    asked.forEach((value, i) => {
      values[`${name}${i}`] = value;
    });
    const places = asked.map((_, i) => sql.placeholder(`${name}${i}`));
    where.push(places.length === 1 ? eq(column, places[0]) : inArray(column, places));
    shape.push(`${name}${asked.length}`);
  }
  const only = (name: string, condition: SQL, more: Record<string, string | number> = {}) => {
    where.push(condition);
    shape.push(name);
    Object.assign(values, more);
  };

  const unsound = leads('code') ? eq(entities.codeSound, false) : sql`not ${aside(entities.codeSound)}`;
  if (filter.code === 'none') only('no-code', and(isNull(entities.code), unsound)!);
  if (filter.code === 'unsound') only('unsound', and(isNotNull(entities.code), unsound)!);
  const dueOn =
    !list || (list.sort === 'licence' && !list.led.few) ? sql`${entities.licenceDueOn}` : aside(entities.licenceDueOn);
  if (filter.licence === 'expired') only('expired', lt(dueOn, sql.placeholder('today')), { today });
  if (filter.licence === 'soon')
    only('soon', and(gte(dueOn, sql.placeholder('today')), lte(dueOn, sql.placeholder('soon')))!, {
      today,
      soon: addDays(today, LICENCE_SOON_DAYS),
    });
  if (filter.watched) only('watched', isWatched, { today, ...(await audienceOf(work)) });
  if (filter.visited) only('visited', visitedSince(entities.id), { yearFrom: `${today.slice(0, 4)}-01-01` });
  if (filter.q?.trim())
    only('q', entityWords.holding(aside(entities.id), sql.placeholder('q')), {
      q: questionsFor(filter.q)?.holds ?? NOTHING,
    });
  return { where, signature: shape.join(), values };
}

const isWatched = sql`${entities.id} in (select ${watchMarks.entityId} from ${watchAudiences} inner join ${watchMarks} on ${watchMarks.id} = ${watchAudiences.markId} where ${inForce})`;

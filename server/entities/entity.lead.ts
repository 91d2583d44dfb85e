import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Tx } from '#server/db/database.ts';
import { kept } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { EntityFilter as Shape } from '#shared/entities/entity.api.ts';
import { entities } from './entity.table.ts';

type Filter = Static<typeof Shape>;
export type Sort = NonNullable<Filter['sort']>;

/** Filters over one column, each with an index of its own. */
export const FILTERED = {
  standing: entities.standing,
  risk: entities.riskClass,
  industry: entities.industry,
  kind: entities.kind,
  county: entities.county,
} as const;
export type Lead = keyof typeof FILTERED | 'code';

const LEADS: readonly Lead[] = ['code', 'standing', 'risk', 'industry', 'kind', 'county'];
/** Filters whose index holds an order too, the one that leaves least first. */
const IN_ORDER: Readonly<Record<Sort, readonly Lead[]>> = { '-changed': LEADS, name: ['county'], licence: [] };

/** Rows this few are sooner read and sorted than found by walking the order of a list. */
const FEW = 2000;

/** Which filter chooses the index of a list, if any; where it leaves few, the order chooses none. */
export interface Led {
  readonly by?: Lead;
  readonly few: boolean;
}

/** The values of a filter, as they stand in the address. */
export const valuesOf = (written: string): string[] => written.split(',').filter(Boolean).slice(0, 40);

/** What a list is to be walked by, so that no page of it reads much more than it shows. */
export async function leadOf(work: Work, filter: Filter, sort: Sort): Promise<Led> {
  const asked = LEADS.filter((name) => filter[name]);
  for (const by of asked) if (await leavesFew(work, by, valuesOf(filter[by]!))) return { by, few: true };
  const by = IN_ORDER[sort].find((name) => asked.includes(name) && valuesOf(filter[name]!).length === 1);
  return { ...(by ? { by } : {}), few: false };
}

const counting = kept<ReturnType<typeof build>>();

async function leavesFew(work: Work, by: Lead, values: readonly string[]): Promise<boolean> {
  const places = values.map((_, at) => sql.placeholder(`v${at}`));
  const statement = counting(work.tx, `${by}${places.length}`, () =>
    build(work.tx, by === 'code' ? eq(entities.codeSound, false) : inArray(FILTERED[by], places)),
  );
  const [row] = await statement.execute(Object.fromEntries(values.map((value, at) => [`v${at}`, value])));
  return row!.n <= FEW;
}

function build(tx: Tx, condition: SQL) {
  const some = tx
    .select({ one: sql`1`.as('one') })
    .from(entities)
    .where(and(isNull(entities.mergedInto), condition))
    .limit(FEW + 1)
    .as('some');
  return tx.select({ n: sql<number>`count(*)` }).from(some).prepare();
}

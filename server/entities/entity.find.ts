import { and, desc, eq, sql } from 'drizzle-orm';
import { entityWords } from '#server/db/search.sqlite.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { MatchReason } from '#shared/entities/entity.lists.ts';
import { codeKey, nameKey, phoneKey, tibetanKey } from '#shared/entities/entity.names.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import { busyOf } from './entity.busy.ts';
import { countyWord, questionsFor } from './entity.keys.ts';
import { leadOn } from './entity.reach.ts';
import { entitiesOf } from './entity.read.ts';
import { faceOf } from './entity.shown.ts';
import { type EntityColumns, entityKeys, type KeyKind } from './entity.table.ts';

/** So many are looked at for one kind of answer before the best are chosen. */
const LOOKED_AT = 40;

const byKey = prepared((tx) =>
  tx
    .select({ id: entityKeys.entityId })
    .from(entityKeys)
    .where(and(eq(entityKeys.kind, sql.placeholder('kind')), eq(entityKeys.key, sql.placeholder('key'))))
    .limit(LOOKED_AT)
    .prepare(),
);
const byWords = prepared((tx) =>
  tx
    .select({ id: entityWords.newest.rowid })
    .from(entityWords.newest)
    .where(entityWords.answers(sql.placeholder('question')))
    .orderBy(desc(entityWords.newest.rowid))
    .limit(LOOKED_AT)
    .prepare(),
);

/** Entities a key leads to, through merges: whoever holds an old code or name finds the one that goes on. */
export async function idsByKey(work: Pick<Work, 'tx'>, kind: KeyKind, key: string): Promise<number[]> {
  return (await byKey(work.tx).execute({ kind, key })).map(({ id }) => id);
}

/** Ids in the order in which they were found, each once with everything it was found by. */
export class Finds {
  readonly #found = new Map<number, Set<MatchReason>>();

  add(ids: readonly number[], why: MatchReason): void {
    for (const id of ids) this.#found.set(id, (this.#found.get(id) ?? new Set()).add(why));
  }

  get size(): number {
    return this.#found.size;
  }

  /** As rows, merges followed, best first: what was found by the surer sign, then what lies in the county asked about. */
  async rows(work: Pick<Work, 'tx'>, county?: string): Promise<{ row: EntityColumns; why: MatchReason[] }[]> {
    const stored = new Map((await entitiesOf(work, [...this.#found.keys()].slice(0, 200))).map((row) => [row.id, row]));
    const found = new Map<number, { row: EntityColumns; why: Set<MatchReason>; at: number }>();
    let at = 0;
    for (const [id, why] of this.#found) {
      const kept = stored.get(id);
      const row = kept && kept.mergedInto !== null ? await leadOn(work, kept.mergedInto) : kept;
      at += 1;
      if (!row) continue;
      const before = found.get(row.id);
      if (before) for (const one of why) before.why.add(one);
      else found.set(row.id, { row, why: new Set(why), at });
    }
    const sure = new Set<MatchReason>(['code', 'number', 'id_no', 'name', 'tibetan']);
    const far = ({ row, why }: { row: EntityColumns; why: Set<MatchReason> }) =>
      [...why].some((one) => sure.has(one)) || row.county === (county ?? row.county) ? 0 : 1;
    return [...found.values()]
      .sort((a, b) => far(a) - far(b) || a.at - b.at)
      .map(({ row, why }) => ({ row, why: [...why] }));
  }
}

/** Finds as their reader may see them, with what stands beside each. */
export async function hitsOf(
  work: Work,
  found: readonly { row: EntityColumns; why: MatchReason[] }[],
): Promise<EntityHit[]> {
  const busy = await busyOf(
    work,
    found.map(({ row }) => row),
  );
  return found.map(({ row, why }) => ({ ...faceOf(row), why, ...busy(row) }));
}

/** Ids by words, newest first. */
export async function idsByWords(work: Pick<Work, 'tx'>, question: string): Promise<number[]> {
  return (await byWords(work.tx).execute({ question })).map(({ id }) => id);
}

const letters = (typed: string) => /^[a-z]{1,24}$/i.test(typed);

/** Questions to the index by how sure their answers are: beginnings of names before what stands within, near before far. */
function questionsOf(typed: string, county: string | undefined): string[] {
  const asked = questionsFor(typed);
  if (!asked) return [];
  const both = [...new Set([asked.begins, asked.holds])];
  return county ? both.flatMap((one) => [`(${one}) AND (body : "${countyWord(county)}")`, one]) : both;
}

/**
 * What somebody who types may mean, best first: the very code, a telephone or its last digits, the very name, beginnings (of the name,
 * of its initials by any reading, of its pinyin), then whatever holds it.
 */
export async function suggestEntities(
  work: Work,
  { q, county, limit = 8 }: { q: string; county?: string; limit?: number },
): Promise<EntityHit[]> {
  const typed = q.normalize('NFKC').trim();
  const finds = new Finds();
  for (const kind of ['code', 'number'] as const) finds.add(await idsByKey(work, kind, codeKey(typed)), kind);
  const digits = phoneKey(typed);
  if (/^[\d\s+()-]{4,20}$/.test(typed) && digits.length >= 4) {
    const kind = digits.length >= 7 ? 'phone' : 'tail';
    const value = kind === 'phone' ? digits : digits.slice(-4);
    finds.add(await idsByKey(work, kind, work.vault.blind(value, `entity.${kind}`)), 'phone');
  }
  finds.add(await idsByKey(work, 'name', nameKey(typed)), 'name');
  finds.add(await idsByKey(work, 'bo', tibetanKey(typed)), 'tibetan');
  for (const question of questionsOf(typed, county)) {
    if (finds.size >= limit) break;
    finds.add(await idsByWords(work, question), letters(typed) ? 'initials' : 'part');
  }
  return hitsOf(work, (await finds.rows(work, county)).slice(0, limit));
}

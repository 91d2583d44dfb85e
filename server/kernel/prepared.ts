import { type Placeholder, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';

/** Prepares a hot query once per connection instead of building it per request. */
export function prepared<Q>(build: (tx: Tx) => Q): (tx: Tx) => Q {
  const made = new WeakMap<Tx, Q>();
  return (tx) => {
    let query = made.get(tx);
    if (!query) {
      query = build(tx);
      made.set(tx, query);
    }
    return query;
  };
}

/** Filters are few and their shapes fewer; a cap keeps a mischievous client from filling memory with statements. */
const KEPT = 300;

/** Statements by the shape of their filter, made once for each connection. */
export function kept<S>() {
  const statements = prepared(() => new Map<string, S>());
  return (tx: Tx, signature: string, make: () => S): S => {
    const known = statements(tx);
    const found = known.get(signature);
    if (found) return found;
    if (known.size >= KEPT) known.clear();
    const made = make();
    known.set(signature, made);
    return made;
  };
}

/** Lists of ids are asked for in these lengths, the shortest that holds them; more than the longest are not asked for at once. */
const LENGTHS = [10, 60, 200] as const;

/** Prepares a query over a list of ids once for each of a few lengths; a shorter list is filled up with 0, nobody's id. */
export function preparedFor<Q>(build: (tx: Tx, ids: Placeholder[]) => Q) {
  const of = new Map(
    LENGTHS.map((length) => [
      length,
      prepared((tx) =>
        build(
          tx,
          Array.from({ length }, (_, at) => sql.placeholder(`id${at}`)),
        ),
      ),
    ]),
  );
  return (tx: Tx, ids: readonly number[]) => {
    const length = LENGTHS.find((one) => one >= ids.length);
    if (!length) throw new Error(`${ids.length} ids at once`);
    const values = Object.fromEntries(Array.from({ length }, (_, at) => [`id${at}`, ids[at] ?? 0]));
    return { query: of.get(length)!(tx), values };
  };
}

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

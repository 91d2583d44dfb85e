import { bytes, index, instant, label, pair, ref, table } from '#columns';

/** Answers already given, by person and key: a repeated request gets the same answer and changes nothing. Sealed by the vault. */
export const idempotencyKeys = table(
  'idempotency_keys',
  {
    personId: ref().notNull(),
    key: label().notNull(),
    digest: label().notNull(),
    answer: bytes().notNull(),
    at: instant().notNull(),
  },
  (t) => [pair(t.personId, t.key), index('idempotency_keys_by_age').on(t.at)],
);

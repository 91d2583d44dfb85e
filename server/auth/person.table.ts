import { count, flag, id, index, instant, json, label, oneOf, pair, ref, table, text, unique } from '#columns';
import { ROLES } from '#shared/auth/permissions.ts';

export const persons = table(
  'persons',
  {
    id: id(),
    account: label().notNull(),
    name: label().notNull(),
    phone: label(),
    /** Where the person belongs before any role is granted; posts say where they serve. */
    officeId: ref(),
    passwordHash: label(),
    passwordSetAt: instant(),
    /** Hashes of former passwords, newest first, so that they are not reused. */
    formerHashes: json<string[]>(),
    /** The second factor's secret, sealed by the vault. */
    totpSealed: text(),
    totpLastStep: count(),
    /** Digest of a one-time activation or reset code, and until when it serves. */
    codeDigest: label(),
    codeUntil: instant(),
    disabled: flag().notNull().default(false),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [unique('persons_by_account').on(t.account)],
);
export type PersonRow = typeof persons.$inferSelect;

/** The roles a person holds in an office; one person may serve in several. */
export const posts = table(
  'posts',
  {
    personId: ref()
      .notNull()
      .references(() => persons.id),
    officeId: ref().notNull(),
    role: oneOf(ROLES as [string, ...string[]]).notNull(),
  },
  (t) => [pair(t.personId, t.officeId, t.role), index('posts_by_office').on(t.officeId)],
);

/** Signed-in browsers, by the digest of their cookie: a copy of the database signs nobody in. */
export const sessions = table(
  'sessions',
  {
    id: id(),
    digest: label().notNull(),
    personId: ref()
      .notNull()
      .references(() => persons.id),
    officeId: ref().notNull(),
    address: label().notNull(),
    agent: label().notNull(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    /** When the password (and second factor) was last given: some acts ask for it again. */
    provedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [unique('sessions_by_digest').on(t.digest), index('sessions_by_person').on(t.personId, t.endedAt)],
);

/** Failed sign-ins by account and by address, so that guessing slows down and stays slow over a restart. */
export const attempts = table(
  'attempts',
  {
    id: id(),
    key: label().notNull(),
    failures: count().notNull(),
    lastAt: instant().notNull(),
  },
  (t) => [unique('attempts_by_key').on(t.key)],
);

/** Personal access tokens for the API, by digest. */
export const tokens = table(
  'tokens',
  {
    id: id(),
    digest: label().notNull(),
    personId: ref()
      .notNull()
      .references(() => persons.id),
    officeId: ref().notNull(),
    name: label().notNull(),
    scope: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [unique('tokens_by_digest').on(t.digest), index('tokens_by_person').on(t.personId)],
);

/** One-time codes that stand in for a lost second factor, by digest. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => persons.id),
    digest: label().notNull(),
    usedAt: instant(),
  },
  (t) => [index('recovery_codes_by_person').on(t.personId)],
);

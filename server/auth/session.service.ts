import { hash, randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Parts } from '#server/kernel/turns.ts';
import type { Permission, Role } from '#shared/auth/permissions.ts';
import { persons, posts, sessions, tokens } from './person.table.ts';
import { policyOf } from './policy.service.ts';
import { type Known, type SignedIn, sessionCache } from './session.cache.ts';

export type { SignedIn };

/** A session ends when nobody used it for half an hour, and in any case after twelve hours. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** The table hears of a session's use at most this often. */
const FLUSH_MS = 60_000;
/** A clock set back further than this ends a session: its limits can no longer be told. */
const DRIFT_MS = 5 * 60_000;

/** `__Host-` where the browser takes it (TLS, or this very machine); a plain one on a LAN address without TLS. */
export const HOST_COOKIE = '__Host-session';
export const PLAIN_COOKIE = 'session';

export interface Credentials {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

/** Who sends a request, from its session cookie or token; null for a stranger. */
export async function identify(parts: Parts, headers: Credentials): Promise<SignedIn | null> {
  const digest = digestIn(headers);
  const known = digest === null ? undefined : await find(parts, digest);
  return known ? used(parts, digest!, known) : null;
}

/** The same without a query, which nearly every request needs none of: undefined where the tables have to be asked. */
export function recall(parts: Parts, headers: Credentials): SignedIn | null | undefined {
  const digest = digestIn(headers);
  if (digest === null) return null;
  const known = sessionCache(parts.db).get(digest);
  return known && used(parts, digest, known);
}

function used(parts: Parts, digest: string, known: Known): SignedIn | null {
  const now = Date.parse(parts.clock.now());
  if (!isLive(known, now)) {
    sessionCache(parts.db).drop(digest);
    return null;
  }
  known.seenAt = now;
  if (now - known.flushedAt >= FLUSH_MS) flush(parts, known, now);
  return known.signedIn;
}

/** Whether somebody is still signed in, without that counting as use: what an open stream asks. */
export async function isSignedIn(parts: Parts, headers: Credentials): Promise<boolean> {
  const digest = digestIn(headers);
  const known = digest === null ? undefined : await find(parts, digest);
  return known !== undefined && isLive(known, Date.parse(parts.clock.now()));
}

async function find(parts: Parts, digest: string): Promise<Known | undefined> {
  const cache = sessionCache(parts.db);
  const cached = cache.get(digest);
  if (cached) return cached;
  const since = cache.generation;
  const known = await (digest.startsWith('t:') ? loadToken : loadSession)(parts, digest);
  if (known) cache.keep(digest, known, since);
  return known;
}

const isLive = ({ createdAt, endsAt, seenAt, idleMs }: Known, now: number) =>
  now < endsAt && now - seenAt < idleMs && now > createdAt - DRIFT_MS && now > seenAt - DRIFT_MS;

/** The digest under which the sent secret is stored: a copy of the database signs nobody in. */
function digestIn({ cookie, authorization }: Credentials): string | null {
  if (authorization?.startsWith('Bearer ')) return digestOf('t:', authorization.slice(7));
  if (!cookie) return null;
  const host = valueIn(cookie, HOST_COOKIE);
  if (host) return digestOf('', host);
  const plain = valueIn(cookie, PLAIN_COOKIE);
  return plain ? digestOf('p:', plain) : null;
}

/** A plain cookie's session is stored under another digest, so that a cookie planted by a neighbour site opens no `__Host-` session. */
export const digestOf = (kind: '' | 'p:' | 't:', secret: string) => kind + hash('sha256', kind + secret, 'base64url');

function valueIn(cookie: string, name: string): string | null {
  for (const pair of cookie.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

const session = prepared((tx) =>
  tx
    .select({ session: sessions, person: persons })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(and(eq(sessions.digest, sql.placeholder('digest')), isNull(sessions.endedAt), eq(persons.disabled, false)))
    .prepare(),
);
const token = prepared((tx) =>
  tx
    .select({ token: tokens, person: persons })
    .from(tokens)
    .innerJoin(persons, eq(persons.id, tokens.personId))
    .where(and(eq(tokens.digest, sql.placeholder('digest')), isNull(tokens.revokedAt), eq(persons.disabled, false)))
    .prepare(),
);
const postsHeld = prepared((tx) =>
  tx
    .select({ officeId: posts.officeId, role: posts.role })
    .from(posts)
    .where(eq(posts.personId, sql.placeholder('personId')))
    .prepare(),
);

/** A person's posts: each office with the roles held there, offices by number, roles by name. */
export async function postsOf(tx: Tx, personId: number): Promise<{ officeId: number; roles: Role[] }[]> {
  const byOffice = new Map<number, Role[]>();
  for (const { officeId, role } of await postsHeld(tx).execute({ personId })) {
    byOffice.set(officeId, [...(byOffice.get(officeId) ?? []), role as Role]);
  }
  return [...byOffice]
    .map(([officeId, roles]) => ({ officeId, roles: roles.sort() }))
    .sort((a, b) => a.officeId - b.officeId);
}

/** The roles held at an office; null where the person serves only elsewhere, so that the session has lost its ground. */
async function rolesAt(tx: Tx, personId: number, officeId: number): Promise<Role[] | null> {
  const held = await postsOf(tx, personId);
  return held.find((post) => post.officeId === officeId)?.roles ?? (held.length === 0 ? [] : null);
}

async function loadSession({ db, clock }: Parts, digest: string): Promise<Known | undefined> {
  const [found] = await session(db.read).execute({ digest });
  if (!found) return undefined;
  const { session: row, person } = found;
  const roles = await rolesAt(db.read, person.id, row.officeId);
  if (!roles) return undefined;
  const must = mustOf(await policyOf(db.read), person, roles, clock.now());
  const createdAt = Date.parse(row.createdAt);
  const seenAt = Date.parse(row.seenAt);
  const actor = { personId: person.id, name: person.name, officeId: row.officeId, roles, scope: must ? [] : null };
  const signedIn: SignedIn = { actor, sessionId: row.id, tokenId: null, provedAt: row.provedAt, must };
  return { signedIn, createdAt, endsAt: createdAt + LONGEST_MS, idleMs: IDLE_MS, seenAt, flushedAt: seenAt };
}

/** What stands before any work: a second factor where the role asks for one, a new password where the old one aged. */
function mustOf(
  policy: Awaited<ReturnType<typeof policyOf>>,
  person: typeof persons.$inferSelect,
  roles: readonly Role[],
  now: string,
) {
  if (!person.totpSealed && roles.some((role) => policy.secondFactorRoles.includes(role))) return 'enrol_second_factor';
  if (!policy.changeDays || !person.passwordSetAt) return null;
  const age = Date.parse(now) - Date.parse(person.passwordSetAt);
  return age > policy.changeDays * 86_400_000 ? 'change_password' : null;
}

async function loadToken({ db }: Parts, digest: string): Promise<Known | undefined> {
  const [found] = await token(db.read).execute({ digest });
  if (!found) return undefined;
  const { token: row, person } = found;
  const roles = await rolesAt(db.read, person.id, row.officeId);
  if (!roles) return undefined;
  const createdAt = Date.parse(row.createdAt);
  const actor = {
    personId: person.id,
    name: person.name,
    officeId: row.officeId,
    roles,
    scope: row.scope as Permission[],
  };
  const signedIn: SignedIn = { actor, sessionId: null, tokenId: row.id, provedAt: null, must: null };
  const seenAt = row.lastUsedAt ? Date.parse(row.lastUsedAt) : createdAt;
  return {
    signedIn,
    createdAt,
    endsAt: Date.parse(row.expiresAt),
    idleMs: Number.POSITIVE_INFINITY,
    seenAt,
    flushedAt: seenAt,
  };
}

/** Tells the table of the use, without making anybody wait; a disk that refuses does not sign anyone out. */
function flush({ db }: Parts, known: Known, now: number): void {
  known.flushedAt = now;
  const { sessionId, tokenId } = known.signedIn;
  const at = new Date(now).toISOString();
  const write = (tx: Tx) =>
    sessionId === null
      ? tx.update(tokens).set({ lastUsedAt: at }).where(eq(tokens.id, tokenId!))
      : tx.update(sessions).set({ seenAt: at }).where(eq(sessions.id, sessionId));
  void db.transact(async (tx) => void (await write(tx)), { evenWhenLow: true }).catch(() => undefined);
}

/** A new secret of 256 bits, for a cookie or a token. */
export const freshSecret = () => randomBytes(32).toString('base64url');

import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import type { Parts } from '#server/kernel/turns.ts';
import { turnOf } from '#server/kernel/turns.ts';
import { SYSTEM, type Trace, type Work } from '#server/kernel/work.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { checkLock, clearFailures, keysOf, noteFailure } from './attempts.service.ts';
import { fits } from './password.ts';
import { persons, sessions } from './person.table.ts';
import { useCode } from './second-factor.service.ts';
import { digestOf, freshSecret, postsOf } from './session.service.ts';

type Person = typeof persons.$inferSelect;
type Everything = Parts & { bus: Bus };

/** Where a sign-in comes from, and whether its line is sealed: an unsealed one gets a cookie under another digest. */
export interface Entrance extends Trace {
  readonly agent: string;
  readonly sealed: boolean;
}

export interface SignInAsk {
  readonly account: string;
  readonly password: string;
  readonly code?: string | undefined;
}

const accountOf = (written: string) => written.normalize('NFKC').trim().toLowerCase();

/** A person by account, however it was capitalised; undefined for unknown and disabled ones alike. */
export async function personByAccount({ tx }: Pick<Work, 'tx'>, account: string): Promise<Person | undefined> {
  const [person] = await tx
    .select()
    .from(persons)
    .where(eq(persons.account, accountOf(account)));
  return person && !person.disabled ? person : undefined;
}

/**
 * Signs somebody in and answers the cookie's secret. The password is checked outside the turn, because hashing is slow on purpose;
 * each failure is counted, and after a few the account waits longer and longer.
 */
export async function signIn(parts: Everything, entrance: Entrance, ask: SignInAsk): Promise<string> {
  const keys = keysOf(ask.account, entrance.address);
  await checkLock({ tx: parts.db.read, clock: parts.clock }, keys);
  const person = await personByAccount({ tx: parts.db.read }, ask.account);
  const right = await fits(person?.passwordHash, ask.password);
  if (!person || !right) {
    await refuse(parts, entrance, keys, person);
    throw new Refusal('sign_in_failed');
  }
  const secret = freshSecret();
  const passed = await turnOf(parts, SYSTEM, entrance, async (work) => {
    if (!(await useCode(work, person, ask.code))) return false;
    await begin(work, person, entrance, secret);
    await clearFailures(work, keys[0]!);
    return true;
  });
  if (!passed) {
    await refuse(parts, entrance, keys, person);
    throw new Refusal('sign_in_failed', { code: 'wrong' });
  }
  return secret;
}

async function begin(work: Work, person: Person, { address, agent, sealed }: Entrance, secret: string) {
  const held = await postsOf(work.tx, person.id);
  const post = held.find(({ officeId }) => officeId === person.officeId) ?? held[0];
  const now = work.clock.now();
  const officeId = post?.officeId ?? person.officeId ?? 0;
  await work.tx.insert(sessions).values({
    digest: digestOf(sealed ? '' : 'p:', secret),
    personId: person.id,
    officeId,
    address,
    agent: agent.slice(0, 200),
    createdAt: now,
    seenAt: now,
    provedAt: now,
  });
  const actor = { personId: person.id, name: person.name, officeId, roles: [], scope: null };
  await record({ ...work, actor }, 'session.began', `person:${person.id}`);
}

/** Counts a failure; a known person's failed sign-ins stand in the audit, an unknown account is counted but never written down. */
async function refuse(parts: Everything, entrance: Entrance, keys: string[], person: Person | undefined) {
  await turnOf(parts, SYSTEM, entrance, async (work) => {
    const locked = await noteFailure(work, keys);
    if (person) await record(work, locked ? 'session.locked' : 'session.refused', `person:${person.id}`);
  });
}

/** Gives the password (and code) again within a session, for what asks for it. */
export async function prove(
  parts: Everything,
  trace: Trace,
  session: { id: number; personId: number },
  ask: { password: string; code?: string | undefined },
): Promise<void> {
  const [person] = await parts.db.read.select().from(persons).where(eq(persons.id, session.personId));
  if (!person) throw new Refusal('unauthenticated');
  const keys = keysOf(person.account, trace.address);
  await checkLock({ tx: parts.db.read, clock: parts.clock }, keys);
  const entrance = { ...trace, agent: '', sealed: true };
  if (!(await fits(person.passwordHash, ask.password))) {
    await refuse(parts, entrance, keys, person);
    throw new Refusal('sign_in_failed');
  }
  const passed = await turnOf(parts, SYSTEM, trace, async (work) => {
    if (!(await useCode(work, person, ask.code))) return false;
    await work.tx.update(sessions).set({ provedAt: work.clock.now() }).where(eq(sessions.id, session.id));
    await clearFailures(work, keys[0]!);
    await record(work, 'session.proved', `person:${person.id}`);
    work.outbox.put({ topic: 'directory', id: person.id, event: 'session.proved', personIds: [person.id] });
    return true;
  });
  if (passed) return;
  await refuse(parts, entrance, keys, person);
  throw new Refusal('sign_in_failed', { code: 'wrong' });
}

const told = (work: Work, personId: number, event: string) =>
  work.outbox.put({ topic: 'directory', id: personId, event, personIds: [personId] });

/** Ends one session of the actor's own. */
export async function endSession(work: Work, sessionId: number): Promise<void> {
  const [ended] = await work.tx
    .update(sessions)
    .set({ endedAt: work.clock.now() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, work.actor.personId), isNull(sessions.endedAt)))
    .returning();
  if (!ended) throw new Refusal('not_found');
  await record(work, 'session.ended', `person:${work.actor.personId}`);
  told(work, work.actor.personId, 'session.ended');
}

/** Ends every session of a person but one; answers how many. */
export async function endSessionsOf(work: Work, personId: number, except = 0): Promise<number> {
  const ended = await work.tx
    .update(sessions)
    .set({ endedAt: work.clock.now() })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, except), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  await record(work, 'sessions.ended', `person:${personId}`, { count: ended.length });
  told(work, personId, 'session.ended');
  return ended.length;
}

/** Acts from another of one's posts from now on. */
export async function switchPost(work: Work, sessionId: number, officeId: number): Promise<void> {
  const held = await postsOf(work.tx, work.actor.personId);
  if (!held.some((post) => post.officeId === officeId)) throw new Refusal('forbidden', { need: 'post' });
  await work.tx.update(sessions).set({ officeId }).where(eq(sessions.id, sessionId));
  await record(work, 'session.post_changed', `person:${work.actor.personId}`, { officeId });
  told(work, work.actor.personId, 'session.post_changed');
}

/** Where a person is signed in now. */
export async function ownSessions(work: Work, current: number | null) {
  const rows = await work.tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, work.actor.personId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.seenAt))
    .limit(50);
  return rows.map(({ id, address, agent, createdAt, seenAt }) => ({
    id,
    address,
    agent,
    createdAt,
    seenAt,
    current: id === current,
  }));
}

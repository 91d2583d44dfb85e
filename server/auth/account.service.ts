import { and, desc, eq, ne } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Bus } from '#server/kernel/outbox.ts';
import { type Parts, turnOf } from '#server/kernel/turns.ts';
import type { Trace, Work } from '#server/kernel/work.ts';
import { preferences } from '#server/preferences/preference.table.ts';
import { type Actor, permissionsOf } from '#shared/auth/permissions.ts';
import type { Session } from '#shared/auth/session.api.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { checkNotFormer, checkPassword, fits, hashPassword } from './password.ts';
import { persons, sessions } from './person.table.ts';
import { policyOf } from './policy.service.ts';
import type { SignedIn } from './session.cache.ts';
import { postsOf } from './session.service.ts';
import { endSessionsOf } from './sign-in.service.ts';

/** Who is signed in, as the screen needs it. */
export async function readSession(
  work: Work,
  { must, sessionId }: { must: SignedIn['must']; sessionId: number | null },
  demo: boolean,
): Promise<Session> {
  const { actor, tx } = work;
  const [person] = await tx.select().from(persons).where(eq(persons.id, actor.personId));
  if (!person) throw new Refusal('unauthenticated');
  const [kept] = await tx.select().from(preferences).where(eq(preferences.personId, actor.personId));
  const [before] = await tx
    .select({ at: sessions.createdAt, address: sessions.address })
    .from(sessions)
    .where(and(eq(sessions.personId, actor.personId), ne(sessions.id, sessionId ?? 0)))
    .orderBy(desc(sessions.id))
    .limit(1);
  return {
    person: { id: person.id, name: person.name, account: person.account },
    officeId: actor.officeId,
    roles: [...actor.roles],
    posts: await postsOf(tx, person.id),
    permissions: [...permissionsOf(actor)],
    preferences: kept?.value ?? {},
    must,
    secondFactor: person.totpSealed !== null,
    last: before ?? null,
    demo,
  };
}

const MOST_PREFERENCES = 8_192;

/** Keeps how somebody wants the screen. */
export async function keepPreferences(work: Work, value: Record<string, unknown>): Promise<void> {
  if (JSON.stringify(value).length > MOST_PREFERENCES) throw new Refusal('too_large');
  const row = { personId: work.actor.personId, value, updatedAt: work.clock.now() };
  await work.tx.insert(preferences).values(row).onConflictDoUpdate({ target: preferences.personId, set: row });
}

/** Changes one's own password; every other session of the person ends. */
export async function changePassword(
  parts: Parts & { bus: Bus },
  who: { actor: Actor; trace: Trace; sessionId: number },
  ask: { password: string; newPassword: string },
): Promise<void> {
  const [person] = await parts.db.read.select().from(persons).where(eq(persons.id, who.actor.personId));
  if (!person || !(await fits(person.passwordHash, ask.password))) throw invalid({ password: 'wrong' });
  const set = await newPassword(parts, person, ask.newPassword, 'newPassword');
  await turnOf(parts, who.actor, who.trace, async (work) => {
    await work.tx.update(persons).set(set).where(eq(persons.id, person.id));
    await record(work, 'password.changed', `person:${person.id}`);
    await endSessionsOf(work, person.id, who.sessionId);
    work.outbox.put({ topic: 'directory', id: person.id, event: 'person.password', personIds: [person.id] });
  });
}

/** The columns a new password sets, once it has passed every check. */
export async function newPassword(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  person: typeof persons.$inferSelect,
  password: string,
  field: string,
) {
  const policy = await policyOf(db.read);
  checkPassword(password, person, policy, field);
  const former = [person.passwordHash, ...(person.formerHashes ?? [])].filter((one): one is string => Boolean(one));
  const kept = former.slice(0, policy.formerKept);
  await checkNotFormer(kept, password, field);
  return { passwordHash: await hashPassword(password), passwordSetAt: clock.now(), formerHashes: kept };
}

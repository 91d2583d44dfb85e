import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { type Permission, permissionsOf } from '#shared/auth/permissions.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { tokens } from './person.table.ts';
import { digestOf, freshSecret } from './session.service.ts';

const MOST = 10;

const shown = ({ id, name, scope, createdAt, expiresAt, lastUsedAt }: typeof tokens.$inferSelect) => ({
  id,
  name,
  scope,
  createdAt,
  expiresAt,
  lastUsedAt,
});

const serving = (work: Work) =>
  and(eq(tokens.personId, work.actor.personId), isNull(tokens.revokedAt), gt(tokens.expiresAt, work.clock.now()));

/** The actor's tokens that still serve. */
export async function ownTokens(work: Work) {
  return (await work.tx.select().from(tokens).where(serving(work)).orderBy(desc(tokens.id))).map(shown);
}

/** Issues a token for the post acted from; it can never do more than its owner, and its secret is shown this once. */
export async function issueToken(work: Work, ask: { name: string; scope: Permission[]; days: number }) {
  const held = permissionsOf(work.actor);
  if (ask.scope.some((permission) => !held.has(permission))) throw invalid({ scope: 'not_yours' });
  if ((await ownTokens(work)).length >= MOST) throw new Refusal('too_many', { most: MOST });
  const secret = freshSecret();
  const now = work.clock.now();
  const [made] = await work.tx
    .insert(tokens)
    .values({
      digest: digestOf('t:', secret),
      personId: work.actor.personId,
      officeId: work.actor.officeId,
      name: ask.name,
      scope: ask.scope,
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + ask.days * 86_400_000).toISOString(),
    })
    .returning();
  await record(work, 'token.issued', `token:${made!.id}`, { name: ask.name, scope: ask.scope, days: ask.days });
  return { ...shown(made!), secret };
}

/** Ends a token of one's own at once. */
export async function revokeToken(work: Work, id: number): Promise<void> {
  const [gone] = await work.tx
    .update(tokens)
    .set({ revokedAt: work.clock.now() })
    .where(and(serving(work), eq(tokens.id, id)))
    .returning();
  if (!gone) throw new Refusal('not_found');
  await record(work, 'token.revoked', `token:${id}`);
  work.outbox.put({
    topic: 'directory',
    id: work.actor.personId,
    event: 'session.token',
    personIds: [work.actor.personId],
  });
}

import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { sessionCache } from '#server/auth/session.cache.ts';
import type { Database } from '#server/db/database.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Clock } from './clock.ts';
import { idempotencyKeys } from './idempotency.table.ts';
import { Bus, Outbox } from './outbox.ts';
import { prepared } from './prepared.ts';
import type { Trace, Work } from './work.ts';

/** What the whole server is made of; handed to buildApp once. */
export interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly vault: Vault;
}

declare module 'fastify' {
  interface FastifyInstance extends Parts {
    bus: Bus;
  }
  interface FastifyRequest {
    /** Who asks; SYSTEM with no permission for a stranger. */
    actor: Actor;
    /** The reader with who asks: for a handler that only looks. */
    readonly reading: Work;
    /** One transaction for one business act; honours Idempotency-Key. */
    turn<T>(act: (work: Work) => Promise<T>, options?: { evenWhenLow?: boolean }): Promise<T>;
  }
}

/** A repeated request finds its first answer this long. */
const ANSWER_MS = 2 * 86_400_000;

const known = prepared((tx) =>
  tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(eq(idempotencyKeys.personId, sql.placeholder('personId')), eq(idempotencyKeys.key, sql.placeholder('key'))),
    )
    .prepare(),
);

/** Gives every request its `reading` and its `turn`. */
export const turnsPlugin = fp<Parts>(async (app, { db, clock, vault }) => {
  app.decorate('db', db);
  app.decorate('clock', clock);
  app.decorate('vault', vault);
  const bus = new Bus();
  app.decorate('bus', bus);
  bus.listen(sessionCache(db).hear);
  app.decorateRequest('actor', null as never);
  const workOf = (request: FastifyRequest, tx: Work['tx']): Work => ({
    tx,
    actor: request.actor,
    clock,
    vault,
    trace: { requestId: request.id, address: request.ip },
    proof: request,
    outbox: new Outbox(),
  });
  app.decorateRequest('reading', {
    getter() {
      return workOf(this as FastifyRequest, db.read);
    },
  } as never);
  app.decorateRequest('turn', function turn<
    T,
  >(this: FastifyRequest, act: (work: Work) => Promise<T>, options?: { evenWhenLow?: boolean }) {
    const key = this.headers['idempotency-key'];
    return turnOf(
      app,
      this.actor,
      { requestId: this.id, address: this.ip },
      (bare) => {
        const work = { ...bare, proof: this };
        return typeof key === 'string' && work.actor.personId > 0 ? once(work, key, this, act) : act(work);
      },
      options,
    );
  });
});

/** One turn for whoever acts, outside a request too (jobs, timers): messages leave the outbox only after the commit. */
export async function turnOf<T>(
  { db, clock, vault, bus }: Parts & { bus: Bus },
  actor: Actor,
  trace: Trace,
  act: (work: Work) => Promise<T>,
  options?: { evenWhenLow?: boolean },
): Promise<T> {
  const outbox = new Outbox();
  const answer = await db.transact((tx) => act({ tx, actor, clock, vault, trace, outbox }), options);
  outbox.flush(bus);
  return answer;
}

/** The same key with the same request gives the first answer; with another request it is refused. */
async function once<T>(work: Work, key: string, request: FastifyRequest, act: (work: Work) => Promise<T>): Promise<T> {
  if (key.length < 8 || key.length > 100)
    throw new Refusal('invalid_query', { fields: { 'Idempotency-Key': 'length' } });
  const digest = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  const about = `answer:${work.actor.personId}:${key}`;
  const [before] = await known(work.tx).execute({ personId: work.actor.personId, key });
  if (before) {
    if (before.digest !== digest) throw new Refusal('key_reused');
    return JSON.parse(work.vault.open(before.answer, about)) as T;
  }
  const answer = await act(work);
  await work.tx.insert(idempotencyKeys).values({
    personId: work.actor.personId,
    key,
    digest,
    answer: work.vault.seal(JSON.stringify(answer ?? null), about), // it may be an opened identity or a token
    at: work.clock.now(),
  });
  return answer;
}

/** Forgets answers nobody will ask for again; answers how many. */
export async function purgeAnswers({ tx, clock }: Work): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - ANSWER_MS).toISOString();
  const gone = await tx
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.at, before))
    .returning({ key: idempotencyKeys.key });
  return gone.length;
}

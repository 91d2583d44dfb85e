import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { unproved } from '#server/auth/proof.ts';
import { identify, recall, type SignedIn } from '#server/auth/session.service.ts';
import { type Permission, permissionsOf } from '#shared/auth/permissions.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { Clock } from './clock.ts';
import { SYSTEM } from './work.ts';

/** Who may call a route: a permission, anybody signed in, or anyone at all. It must be written out. */
export type Can = Permission | 'signed_in' | 'anyone';

declare module 'fastify' {
  interface FastifyContextConfig {
    can?: Can;
    /** Whoever calls it gave their password just now (G13): the client asks for it once more and repeats the call. */
    proof?: boolean;
  }
  interface FastifyRequest {
    sessionId: number | null;
    /** When this session last gave its password; null for a token. */
    provedAt: string | null;
    /** What the person has to do before any permission counts. */
    must: SignedIn['must'];
  }
}

/** Nothing is open by mistake: a route that does not say who may call it stops the server from starting. */
export const guard = fp(async (app) => {
  app.decorateRequest('sessionId', null);
  app.decorateRequest('provedAt', null);
  app.decorateRequest('must', null);
  app.addHook('onRoute', (route) => {
    if (!route.config?.can) throw new Error(`${route.method} ${route.url} does not declare who may call it`);
  });
  app.addHook('onRequest', (request, _reply, done) => {
    request.actor = SYSTEM;
    if (request.is404) return done();
    const known = recall(app, request.headers);
    if (known !== undefined) return done(admit(request, known, app.clock));
    identify(app, request.headers).then((found) => done(admit(request, found, app.clock)), done);
  });
});

/** Says who asks, and refuses who may not, or did not prove just now that it is they. */
function admit(request: FastifyRequest, signedIn: SignedIn | null, clock: Clock): Refusal | undefined {
  const { can = 'signed_in', proof } = request.routeOptions.config;
  if (signedIn) {
    request.actor = signedIn.actor;
    request.sessionId = signedIn.sessionId;
    request.provedAt = signedIn.provedAt;
    request.must = signedIn.must;
  }
  if (can === 'anyone') return undefined;
  if (!signedIn) return new Refusal('unauthenticated');
  if (can !== 'signed_in' && !permissionsOf(signedIn.actor).has(can))
    return new Refusal('forbidden', { permission: can });
  return proof ? unproved(request, clock.now()) : undefined;
}

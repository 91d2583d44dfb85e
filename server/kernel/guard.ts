import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { identify, type SignedIn } from '#server/auth/session.service.ts';
import { type Permission, permissionsOf } from '#shared/auth/permissions.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { SYSTEM } from './work.ts';

/** Who may call a route: a permission, anybody signed in, or anyone at all. It must be written out. */
export type Can = Permission | 'signed_in' | 'anyone';

declare module 'fastify' {
  interface FastifyContextConfig {
    can?: Can;
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
  app.addHook('onRequest', async (request) => {
    request.actor = SYSTEM;
    if (request.is404) return;
    const can = request.routeOptions.config.can ?? 'signed_in';
    const signedIn = await identify(app, request.headers, request.ip);
    if (signedIn) admit(request, signedIn);
    if (can === 'anyone') return;
    if (!signedIn) throw new Refusal('unauthenticated');
    if (can !== 'signed_in' && !permissionsOf(signedIn.actor).has(can))
      throw new Refusal('forbidden', { permission: can });
  });
});

function admit(request: FastifyRequest, { actor, sessionId, provedAt, must }: SignedIn) {
  request.actor = actor;
  request.sessionId = sessionId;
  request.provedAt = provedAt;
  request.must = must;
}

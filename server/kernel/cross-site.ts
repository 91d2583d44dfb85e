import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Refusal } from '#shared/kernel/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Another site's page cannot make a signed-in browser change anything here: a change must come from our own pages, or bring a token. */
export const crossSite = fp(async (app) => {
  app.addHook('onRequest', (request, _reply, done) => {
    const harmless = SAFE.has(request.method) || request.is404;
    // a token is no cookie: no browser sends it unasked
    done(harmless || request.headers.authorization || isOurs(request) ? undefined : new Refusal('cross_site'));
  });
});

/** Browsers of our floor always send Origin with a change; newer ones also say how the page and we are related. */
function isOurs({ headers }: FastifyRequest): boolean {
  const related = headers['sec-fetch-site'];
  if (related !== undefined && related !== 'same-origin') return false;
  if (!headers.origin) return related === 'same-origin';
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

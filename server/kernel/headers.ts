import type { IncomingMessage, ServerResponse } from 'node:http';
import fp from 'fastify-plugin';
import helmet from 'helmet';

/** What every answer tells the browser: only our own scripts and styles, no frames, no sniffing, nothing of an answer kept. */
export const headers = fp(async (app) => {
  const page = wornByAll();
  const api = { ...Object.fromEntries(OF_DATA.map((name) => [name, page[name]!])), 'cache-control': 'no-store' };
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? api : page);
    done();
  });
});

/** What matters where the answer is data and no page. */
const OF_DATA = [
  'content-security-policy',
  'x-content-type-options',
  'cross-origin-resource-policy',
  'referrer-policy',
  'x-frame-options',
];

/** The headers are the same for every answer, so they are asked for once: building them anew costs more than a short answer. */
function wornByAll(): Record<string, string> {
  const found: Record<string, string> = {};
  const collect = {
    setHeader: (name: string, value: string) => (found[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })({} as IncomingMessage, collect as unknown as ServerResponse, () => undefined);
  return found;
}

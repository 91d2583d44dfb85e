import type { FastifyBaseLogger } from 'fastify';

const AGAIN_MS = 60_000;

/** An error nobody caught ends what it happened in, not the product; a second one within a minute closes it with grace, to be started anew. */
export function surviveOne(log: Pick<FastifyBaseLogger, 'error'>, close: () => void, now = () => performance.now()) {
  let last = Number.NEGATIVE_INFINITY;
  return (error: Error) => {
    log.error({ err: { type: error.name, stack: error.stack } }, 'nobody caught this');
    const again = now() - last < AGAIN_MS;
    last = now();
    if (again) close();
  };
}

import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { isSignedIn } from '#server/auth/session.service.ts';
import type { Message } from '#server/kernel/outbox.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** A sign of life this often keeps proxies from hanging up, and finds sessions that ended. */
const BEAT_MS = 25_000;
/** Streams one person may hold open: tabs, not a flood. */
const MOST_A_PERSON = 8;

interface Listener {
  readonly officeId: number;
  readonly personId: number;
  readonly out: ServerResponse;
}

/** True where a message concerns a listener: ids only travel, content is read again with the listener's own rights. */
export function concerns(message: Message, { officeId, personId }: Pick<Listener, 'officeId' | 'personId'>): boolean {
  const { officeIds = [], personIds = [] } = message;
  if (officeIds.length === 0 && personIds.length === 0) return message.topic !== 'dossier';
  return officeIds.includes(officeId) || personIds.includes(personId);
}

/** Live updates: what changed, as ids, for whoever sees it. Ends when the session does. */
export const streamRoutes: FastifyPluginAsync = async (app) => {
  const listeners = new Set<Listener>();
  const stop = app.bus.listen((message) => {
    const { officeIds: _, personIds: __, ...told } = message;
    const line = `event: ${message.topic}\ndata: ${JSON.stringify(told)}\n\n`;
    for (const listener of listeners) if (concerns(message, listener)) listener.out.write(line);
  });
  app.addHook('preClose', async () => {
    stop();
    for (const { out } of listeners) out.end();
  });

  app.route({
    method: 'GET',
    url: '/api/stream',
    config: { can: 'signed_in' },
    schema: { tags: ['stream'], description: 'Server-sent events: ids of what changed' },
    handler: (request, reply) => {
      const { officeId, personId } = request.actor;
      const open = [...listeners].filter((listener) => listener.personId === personId);
      if (open.length >= MOST_A_PERSON) throw new Refusal('too_many', { seconds: 30 });
      reply.hijack();
      const out = reply.raw;
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      });
      out.write('retry: 3000\n\n');
      const listener = { officeId, personId, out };
      listeners.add(listener);
      const beat = setInterval(() => void beatOrEnd(), BEAT_MS);
      const beatOrEnd = async () => {
        if (await isSignedIn(app, request.headers)) out.write(': \n\n');
        else out.end();
      };
      out.once('close', () => {
        clearInterval(beat);
        listeners.delete(listener);
      });
    },
  });
};

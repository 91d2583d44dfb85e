import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';

/** Serves the built client: files by their hashed names for a year, and the one page for every address that is not the API's. */
export const pages = fp<{ folder: string }>(async (app, { folder }) => {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.route({
    method: 'GET',
    url: '/assets/*',
    config: { can: 'anyone' },
    schema: { hide: true },
    handler: (request, reply) =>
      reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, { immutable: true, maxAge: '365d' }),
  });
  app.route({
    method: 'GET',
    url: '/*',
    config: { can: 'anyone' },
    schema: { hide: true },
    handler: (request, reply) => {
      if (request.url.startsWith('/api/'))
        return reply.code(404).send({ code: 'not_found', detail: {}, id: request.id });
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    },
  });
});

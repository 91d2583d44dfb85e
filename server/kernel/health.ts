import type { FastifyPluginAsync } from 'fastify';

/** Says that the product is up, which version, and whether it can write: for a watchdog, without signing in. */
export const healthRoutes: FastifyPluginAsync<{ version: string }> = async (app, { version }) => {
  app.route({
    method: 'GET',
    url: '/healthz',
    config: { can: 'anyone' },
    schema: {
      tags: ['health'],
      response: {
        200: {
          type: 'object',
          required: ['version', 'state'],
          properties: { version: { type: 'string' }, state: { type: 'string', enum: ['ready', 'read_only'] } },
        },
      },
    },
    handler: async () => ({ version, state: app.db.trouble ? 'read_only' : 'ready' }),
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { systemApi } from '#shared/system/system.api.ts';
import { backUp, recordBackup, systemState } from './system.service.ts';

/** HTTP for the state of the product itself. */
export const systemRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...systemApi.state, handler: () => systemState(app) });
  app.route({
    ...systemApi.backUp,
    handler: async (request) => {
      const failure = await backUp(app).catch((error: Error) => error);
      if (failure) request.log.error({ err: failure }, 'backup failed');
      await request.turn((work) => recordBackup(work, Boolean(failure)), { evenWhenLow: true });
      return systemState(app);
    },
  });
};

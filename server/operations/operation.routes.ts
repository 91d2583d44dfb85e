import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { workImports } from '#server/imports/import.work.ts';
import { operationApi } from '#shared/operations/operation.api.ts';
import { lastOperations } from './operation.service.ts';
import { undoOperation } from './operation.undo.ts';

/** HTTP for taking back what one did. */
export const operationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...operationApi.last, handler: ({ reading }) => lastOperations(reading) });
  app.route({
    ...operationApi.undo,
    handler: async (request) => {
      const undone = await request.turn((work) => undoOperation(work, request.params.id));
      if (undone.act === 'import') void workImports(app); // what is too much for one turn
      return undone;
    },
  });
};

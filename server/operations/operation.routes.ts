import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { operationApi } from '#shared/operations/operation.api.ts';
import { lastOperations } from './operation.service.ts';
import { undoOperation } from './operation.undo.ts';

/** HTTP for taking back what one did. */
export const operationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...operationApi.last, handler: ({ reading }) => lastOperations(reading) });
  app.route({
    ...operationApi.undo,
    handler: (request) => request.turn((work) => undoOperation(work, request.params.id)),
  });
};

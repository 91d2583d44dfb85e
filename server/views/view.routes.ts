import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { viewApi } from '#shared/views/view.api.ts';
import { changeView, dropView, listViews, saveView } from './view.service.ts';

/** HTTP for saved views. */
export const viewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...viewApi.list, handler: ({ reading, query }) => listViews(reading, query) });
  app.route({
    ...viewApi.save,
    handler: async (request, reply) => reply.code(201).send(await request.turn((work) => saveView(work, request.body))),
  });
  app.route({
    ...viewApi.change,
    handler: (request) => request.turn((work) => changeView(work, request.params.id, request.body)),
  });
  app.route({
    ...viewApi.drop,
    handler: (request) => request.turn((work) => dropView(work, request.params.id)),
  });
};

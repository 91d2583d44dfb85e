import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { visitApi } from '#shared/visits/visit.api.ts';
import { cancelVisit, listCaps, logVisit, setCap, visitsOfYear } from './visit.service.ts';

/** HTTP for visits: who has been where this year, and how often anybody may. */
export const visitRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({
    ...visitApi.ofEntity,
    handler: ({ reading, params, query }) => visitsOfYear(reading, params.id, query.year),
  });
  app.route({ ...visitApi.caps, handler: ({ reading }) => listCaps(reading) });
  app.route({
    ...visitApi.log,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => logVisit(work, request.params.id, request.body))),
  });
  app.route({
    ...visitApi.cancel,
    handler: (request) => request.turn((work) => cancelVisit(work, request.params.id, request.body)),
  });
  app.route({ ...visitApi.setCap, handler: (request) => request.turn((work) => setCap(work, request.body)) });
};

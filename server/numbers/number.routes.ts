import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { numberApi } from '#shared/numbers/number.api.ts';
import { findByOfficialNumber, listRegister, listYears, numbersOf } from './number.register.ts';
import { declareOutside, drawByHand, enterForeignNumber, voidNumber } from './number.service.ts';
import { listTemplates, setTemplate } from './number.templates.ts';

/** HTTP for official numbers. */
export const numberRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...numberApi.years, handler: ({ reading }) => listYears(reading) });
  app.route({ ...numberApi.register, handler: ({ reading, query }) => listRegister(reading, query) });
  app.route({ ...numberApi.find, handler: ({ reading, body }) => findByOfficialNumber(reading, body) });
  app.route({ ...numberApi.templates, handler: ({ reading }) => listTemplates(reading) });
  app.route({
    ...numberApi.setTemplate,
    handler: (request) => request.turn((work) => setTemplate(work, request.params.paper, request.body)),
  });
  app.route({
    ...numberApi.outside,
    handler: async (request, reply) => {
      const run = await request.turn((work) => declareOutside(work, request.body));
      return reply.code(201).send(run);
    },
  });
  app.route({
    ...numberApi.void,
    handler: (request) => request.turn((work) => voidNumber(work, request.params.id, request.body)),
  });
  app.route({ ...numberApi.ofDossier, handler: ({ reading, params }) => numbersOf(reading, params.id) });
  app.route({
    ...numberApi.draw,
    handler: async (request, reply) => {
      const drawn = await request.turn((work) => drawByHand(work, request.params.id, request.body));
      return reply.code(201).send(drawn);
    },
  });
  app.route({
    ...numberApi.keepForeign,
    handler: async (request, reply) => {
      const kept = await request.turn((work) => enterForeignNumber(work, request.params.id, request.body));
      return reply.code(201).send(kept);
    },
  });
};

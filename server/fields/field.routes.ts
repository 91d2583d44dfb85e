import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { fieldApi } from '#shared/fields/field.api.ts';
import { endField, fieldsRequired, forgetFields, requireField, reviewField } from './field.service.ts';

/** HTTP for the fields that have to be filled in. */
export const fieldRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...fieldApi.list, handler: async ({ reading }) => [...(await fieldsRequired(reading.tx))] });
  app.route({
    ...fieldApi.require,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => requireField(work, request.body)).finally(forgetFields)),
  });
  app.route({
    ...fieldApi.review,
    handler: (request) =>
      request.turn((work) => reviewField(work, request.params.id, request.body)).finally(forgetFields),
  });
  app.route({
    ...fieldApi.end,
    handler: (request) =>
      request.turn((work) => endField(work, request.params.id, request.body.on)).finally(forgetFields),
  });
};

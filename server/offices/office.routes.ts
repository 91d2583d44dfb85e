import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { directoryApi } from '#shared/offices/directory.api.ts';
import { officeApi } from '#shared/offices/office.api.ts';
import { readDirectory } from './directory.service.ts';
import { forgetPlaces } from './office.places.ts';
import { editOffice, foundOffice, mergeOffice } from './office.service.ts';

/** HTTP for offices and the directory of everybody. */
export const officeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...directoryApi.read, handler: ({ reading }) => readDirectory(reading) });
  app.route({
    ...officeApi.found,
    handler: async (request, reply) => {
      const made = await request.turn((work) => foundOffice(work, request.body)).finally(forgetPlaces);
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...officeApi.edit,
    handler: (request) =>
      request.turn((work) => editOffice(work, request.params.id, request.body)).finally(forgetPlaces),
  });
  app.route({
    ...officeApi.merge,
    handler: (request) =>
      request.turn((work) => mergeOffice(work, request.params.id, request.body)).finally(forgetPlaces),
  });
};

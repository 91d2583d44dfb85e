import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { personApi } from '#shared/auth/person.api.ts';
import {
  addPerson,
  disablePerson,
  editPerson,
  grantPosts,
  listPeople,
  newCode,
  readPolicy,
  setPolicy,
} from './person.service.ts';
import { endSessionsOf } from './sign-in.service.ts';

/** HTTP for people, their posts and the rules of signing in. */
export const personRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...personApi.list, handler: ({ reading }) => listPeople(reading) });
  app.route({
    ...personApi.add,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => addPerson(work, request.body))),
  });
  app.route({
    ...personApi.edit,
    handler: (request) => request.turn((work) => editPerson(work, request.params.id, request.body)),
  });
  app.route({
    ...personApi.newCode,
    handler: (request) => request.turn((work) => newCode(work, request.params.id)),
  });
  app.route({
    ...personApi.disable,
    handler: (request) => request.turn((work) => disablePerson(work, request.params.id, request.body)),
  });
  app.route({
    ...personApi.grant,
    handler: (request) => request.turn((work) => grantPosts(work, request.params.id, request.body)),
  });
  app.route({
    ...personApi.endSessions,
    handler: (request) => request.turn(async (work) => ({ ended: await endSessionsOf(work, request.params.id) })),
  });
  app.route({ ...personApi.policy, handler: ({ reading }) => readPolicy(reading) });
  app.route({ ...personApi.setPolicy, handler: (request) => request.turn((work) => setPolicy(work, request.body)) });
};

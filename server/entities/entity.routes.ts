import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { entityApi } from '#shared/entities/entity.api.ts';
import { watchApi } from '#shared/entities/watch.api.ts';
import { fileEntity } from './entity.file.ts';
import { suggestEntities } from './entity.find.ts';
import { openEntityIdentity } from './entity.identity.ts';
import { countEntities, listEntities } from './entity.list.ts';
import { mergeEntities } from './entity.merge.ts';
import { readEntity } from './entity.read.ts';
import { repeatsOf } from './entity.repeats.ts';
import { editOneEntity } from './entity.reverse.ts';
import { similarEntities } from './entity.similar.ts';
import { entityTimeline } from './entity.timeline.ts';
import { undoMerge } from './entity.unmerge.ts';
import { askWatch, decideWatch, endWatch, marksAsked, marksOf } from './watch.service.ts';

/** HTTP for what is supervised: take the request apart, call one service function, answer. No rules live here. */
export const entityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...entityApi.list, handler: ({ reading, query }) => listEntities(reading, query) });
  app.route({ ...entityApi.counts, handler: ({ reading, query }) => countEntities(reading, query) });
  app.route({ ...entityApi.find, handler: ({ reading, body }) => listEntities(reading, body) });
  app.route({ ...entityApi.findCounts, handler: ({ reading, body }) => countEntities(reading, body) });
  app.route({ ...entityApi.suggest, handler: ({ reading, body }) => suggestEntities(reading, body) });
  app.route({ ...entityApi.similar, handler: ({ reading, body }) => similarEntities(reading, body) });
  app.route({ ...entityApi.read, handler: ({ reading, params }) => readEntity(reading, params.id) });
  app.route({ ...entityApi.timeline, handler: ({ reading, params }) => entityTimeline(reading, params.id) });
  app.route({
    ...entityApi.repeats,
    handler: ({ reading, params, query }) => repeatsOf(reading, params.id, query),
  });

  app.route({
    ...entityApi.file,
    handler: async (request, reply) => {
      const filed = await request.turn(async (work) => readEntity(work, (await fileEntity(work, request.body)).id));
      return reply.code(201).send(filed);
    },
  });
  app.route({
    ...entityApi.edit,
    handler: (request) => request.turn((work) => editOneEntity(work, request.params.id, request.body)),
  });
  app.route({
    ...entityApi.merge,
    handler: (request) =>
      request.turn(async (work) => readEntity(work, (await mergeEntities(work, request.params.id, request.body)).id)),
  });
  app.route({
    ...entityApi.unmerge,
    handler: (request) => request.turn((work) => undoMerge(work, request.params.id, request.body)),
  });
  app.route({
    ...entityApi.openIdentity,
    handler: (request) => request.turn((work) => openEntityIdentity(work, request.params.id, request.body)),
  });

  app.route({ ...watchApi.ofEntity, handler: ({ reading, params }) => marksOf(reading, params.id) });
  app.route({ ...watchApi.asked, handler: ({ reading }) => marksAsked(reading) });
  app.route({
    ...watchApi.ask,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => askWatch(work, request.params.id, request.body))),
  });
  app.route({
    ...watchApi.decide,
    handler: (request) => request.turn((work) => decideWatch(work, request.params.id, request.body)),
  });
  app.route({
    ...watchApi.end,
    handler: (request) => request.turn((work) => endWatch(work, request.params.id, request.body)),
  });
};

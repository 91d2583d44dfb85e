import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { lookBackApi } from '#shared/rectifications/look-back.api.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import { listLookBacks, readLookBack } from './look-back.read.ts';
import { drawLookBack, poolOf } from './look-back.service.ts';
import { addPair, dropPair, setPair } from './picture.pairs.ts';
import { editOneRectification } from './rectification.edit.ts';
import { countRectifications, listRectifications } from './rectification.list.ts';
import { orderRectification } from './rectification.order.ts';
import { readRectification } from './rectification.read.ts';
import { stepRectification } from './rectification.step.ts';

/** HTTP for orders to correct and for looking back at them. No rules live here. */
export const rectificationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...rectificationApi.list, handler: ({ reading, query }) => listRectifications(reading, query) });
  app.route({ ...rectificationApi.counts, handler: ({ reading, query }) => countRectifications(reading, query) });
  app.route({ ...rectificationApi.find, handler: ({ reading, body }) => listRectifications(reading, body) });
  app.route({ ...rectificationApi.findCounts, handler: ({ reading, body }) => countRectifications(reading, body) });
  app.route({ ...rectificationApi.read, handler: ({ reading, params }) => readRectification(reading, params.id) });
  app.route({
    ...rectificationApi.order,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) =>
        readRectification(work, (await orderRectification(work, request.body)).id),
      );
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...rectificationApi.step,
    handler: (request) =>
      request.turn(async (work) =>
        readRectification(work, (await stepRectification(work, request.params.id, request.body)).id),
      ),
  });
  app.route({
    ...rectificationApi.edit,
    handler: (request) =>
      request.turn(async (work) => {
        const operation = await editOneRectification(work, request.params.id, request.body);
        return { ...(await readRectification(work, request.params.id)), operation };
      }),
  });
  app.route({
    ...rectificationApi.addPair,
    handler: (request) =>
      request.turn(async (work) => {
        await addPair(work, request.params.id, request.body);
        return readRectification(work, request.params.id);
      }),
  });
  app.route({
    ...rectificationApi.setPair,
    handler: (request) =>
      request.turn(async (work) => {
        const { id, pairId } = request.params;
        await setPair(work, id, pairId, request.body);
        return readRectification(work, id);
      }),
  });
  app.route({
    ...rectificationApi.dropPair,
    handler: (request) =>
      request.turn(async (work) => {
        const { id, pairId } = request.params;
        await dropPair(work, id, pairId, request.body.version);
        return readRectification(work, id);
      }),
  });
  app.route({ ...lookBackApi.list, handler: ({ reading }) => listLookBacks(reading) });
  app.route({
    ...lookBackApi.pool,
    handler: async ({ reading, query }) => ({ pool: (await poolOf(reading, query)).length }),
  });
  app.route({ ...lookBackApi.read, handler: ({ reading, params }) => readLookBack(reading, params.id) });
  app.route({
    ...lookBackApi.draw,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) => readLookBack(work, await drawLookBack(work, request.body)));
      return reply.code(201).send(made);
    },
  });
};

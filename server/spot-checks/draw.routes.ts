import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { drawApi } from '#shared/spot-checks/draw.api.ts';
import { listDraws, readDraw, receiptOf } from './draw.read.ts';
import { drawOnce, prepareDraw } from './draw.service.ts';

/** HTTP for draws: take the request apart, call one service function, answer. No rules live here. */
export const drawRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...drawApi.list, handler: ({ reading }) => listDraws(reading) });
  app.route({ ...drawApi.read, handler: ({ reading, params }) => readDraw(reading, params.id) });
  app.route({
    ...drawApi.prepare,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) => readDraw(work, await prepareDraw(work, request.body)));
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...drawApi.draw,
    handler: (request) =>
      request.turn(async (work) => {
        await drawOnce(work, request.params.id);
        return readDraw(work, request.params.id);
      }),
  });
  app.route({
    ...drawApi.receipt,
    handler: async ({ reading, params }, reply) => {
      const receipt = await receiptOf(reading, params.id);
      return reply.header('content-disposition', `attachment; filename=draw-${params.id}.json`).send(receipt);
    },
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { answerChecklist } from './spot-check.answers.ts';
import { editOneSpotCheck } from './spot-check.edit.ts';
import { countSpotChecks, listSpotChecks } from './spot-check.list.ts';
import { beforeVisit, planSpotCheck } from './spot-check.plan.ts';
import { readSpotCheck } from './spot-check.read.ts';
import { stepSpotCheck } from './spot-check.step.ts';

/** HTTP for spot checks: take the request apart, call one service function, answer. No rules live here. */
export const spotCheckRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...spotCheckApi.list, handler: ({ reading, query }) => listSpotChecks(reading, query) });
  app.route({ ...spotCheckApi.counts, handler: ({ reading, query }) => countSpotChecks(reading, query) });
  app.route({ ...spotCheckApi.find, handler: ({ reading, body }) => listSpotChecks(reading, body) });
  app.route({ ...spotCheckApi.findCounts, handler: ({ reading, body }) => countSpotChecks(reading, body) });
  app.route({ ...spotCheckApi.read, handler: ({ reading, params }) => readSpotCheck(reading, params.id) });
  app.route({ ...spotCheckApi.before, handler: ({ reading, params }) => beforeVisit(reading, params.id) });
  app.route({
    ...spotCheckApi.plan,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) =>
        readSpotCheck(work, (await planSpotCheck(work, request.body)).id),
      );
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...spotCheckApi.step,
    handler: (request) =>
      request.turn(async (work) =>
        readSpotCheck(work, (await stepSpotCheck(work, request.params.id, request.body)).id),
      ),
  });
  app.route({
    ...spotCheckApi.answer,
    handler: (request) =>
      request.turn(async (work) =>
        readSpotCheck(work, (await answerChecklist(work, request.params.id, request.body)).id),
      ),
  });
  app.route({
    ...spotCheckApi.edit,
    handler: (request) =>
      request.turn(async (work) => {
        const operation = await editOneSpotCheck(work, request.params.id, request.body);
        return { ...(await readSpotCheck(work, request.params.id)), operation };
      }),
  });
};

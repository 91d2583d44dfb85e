import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { feedbackApi } from '#shared/feedback/feedback.api.ts';
import { answerFeedback, giveFeedback, listFeedback, ownFeedback } from './feedback.service.ts';

/** HTTP for what people say about the product. */
export const feedbackRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({
    ...feedbackApi.give,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => giveFeedback(work, request.body))),
  });
  app.route({ ...feedbackApi.own, handler: ({ reading, query }) => ownFeedback(reading, query) });
  app.route({ ...feedbackApi.list, handler: ({ reading, query }) => listFeedback(reading, query) });
  app.route({
    ...feedbackApi.answer,
    handler: (request) => request.turn((work) => answerFeedback(work, request.params.id, request.body.text)),
  });
};

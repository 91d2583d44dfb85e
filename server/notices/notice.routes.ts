import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { noticeApi } from '#shared/notices/notice.api.ts';
import { forgetChoices, keepChoice, readChoice } from './choice.service.ts';
import { countNotices, listNotices } from './notice.list.ts';
import { readNotices } from './notice.service.ts';

/** HTTP for what a person is told. */
export const noticeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...noticeApi.list, handler: ({ reading, query }) => listNotices(reading, query) });
  app.route({ ...noticeApi.count, handler: ({ reading }) => countNotices(reading) });
  app.route({
    ...noticeApi.read,
    handler: (request) => request.turn((work) => readNotices(work, request.body.ids)),
  });
  app.route({ ...noticeApi.choice, handler: ({ reading }) => readChoice(reading) });
  app.route({
    ...noticeApi.choose,
    handler: (request) => request.turn((work) => keepChoice(work, request.body)).finally(forgetChoices),
  });
};

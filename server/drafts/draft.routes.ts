import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { draftApi } from '#shared/drafts/draft.api.ts';
import { dropDraft, keepDraft, ownDrafts, readDraft } from './draft.service.ts';

/** HTTP for unfinished forms. */
export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...draftApi.list, handler: ({ reading }) => ownDrafts(reading) });
  app.route({ ...draftApi.read, handler: ({ reading, params }) => readDraft(reading, params.key) });
  app.route({
    ...draftApi.keep,
    handler: (request) => request.turn((work) => keepDraft(work, request.params.key, request.body)),
  });
  app.route({
    ...draftApi.drop,
    handler: (request) => request.turn((work) => dropDraft(work, request.params.key)),
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { searchApi } from '#shared/search/search.api.ts';
import { search } from './search.service.ts';

/** HTTP for the one search box. */
export const searchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...searchApi.search, handler: ({ reading, body }) => search(reading, body) });
};

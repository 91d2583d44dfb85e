import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { clockApi } from '#shared/clocks/clock.api.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';
import { addRule, previewDue, putCalendarYear, readCalendar } from './law.edit.ts';
import { forgetLaw, lawOf } from './law.service.ts';
import { readClocks, turnClock } from './turn.service.ts';

/** HTTP for clocks, their rules and the working-day calendar. */
export const clockRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...clockApi.ofDossier, handler: ({ reading, params }) => readClocks(reading, params.id) });
  app.route({
    ...clockApi.turn,
    handler: (request) =>
      request.turn((work) => turnClock(work, request.params.id, request.params.clockId, request.body)),
  });
  app.route({ ...clockApi.rules, handler: async ({ reading }) => [...(await lawOf(reading.tx)).rules] as never });
  app.route({
    ...clockApi.addRule,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => addRule(work, request.body)).finally(forgetLaw)),
  });
  app.route({ ...clockApi.preview, handler: ({ reading, query }) => previewDue(reading, query) });
  app.route({ ...clockApi.calendar, handler: ({ reading }) => readCalendar(reading) as never });
  app.route({
    ...clockApi.putYear,
    handler: (request) =>
      request
        .turn((work) => putCalendarYear(work, request.params.year, request.body as CalendarYear))
        .finally(forgetLaw),
  });
};

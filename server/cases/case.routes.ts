import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { caseApi } from '#shared/cases/case.api.ts';
import { exhibitApi } from '#shared/cases/exhibit.api.ts';
import { countCases, listCases } from './case.list.ts';
import { openParties } from './case.parties.ts';
import { readCase } from './case.read.ts';
import { registerCase } from './case.register.ts';
import { editOneCase } from './case.reverse.ts';
import { stepCase } from './case.step.ts';
import { decideOnTheSpot } from './case.summary.ts';
import { addEvidence, withdrawEvidence } from './evidence.service.ts';
import { readExhibits } from './exhibit.read.ts';
import { moveGoods, takeGoods } from './goods.service.ts';
import { askMeasure, turnMeasure } from './measure.service.ts';

/** HTTP for violation cases and what is kept of them. No rules live here. */
export const caseRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...caseApi.list, handler: ({ reading, query }) => listCases(reading, query) });
  app.route({ ...caseApi.counts, handler: ({ reading, query }) => countCases(reading, query) });
  app.route({ ...caseApi.find, handler: ({ reading, body }) => listCases(reading, body) });
  app.route({ ...caseApi.findCounts, handler: ({ reading, body }) => countCases(reading, body) });
  app.route({ ...caseApi.read, handler: ({ reading, params }) => readCase(reading, params.id) });
  app.route({
    ...caseApi.register,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) => readCase(work, (await registerCase(work, request.body)).id));
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...caseApi.decideOnTheSpot,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) => readCase(work, (await decideOnTheSpot(work, request.body)).id));
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...caseApi.step,
    handler: (request) =>
      request.turn(async (work) => readCase(work, (await stepCase(work, request.params.id, request.body)).id)),
  });
  app.route({
    ...caseApi.edit,
    handler: (request) => request.turn((work) => editOneCase(work, request.params.id, request.body)),
  });
  app.route({
    ...caseApi.openParties,
    handler: (request) => request.turn((work) => openParties(work, request.params.id, request.body)),
  });
  app.route({ ...exhibitApi.list, handler: ({ reading, params }) => readExhibits(reading, params.id) });
  app.route({
    ...exhibitApi.addEvidence,
    handler: (request) => request.turn((work) => addEvidence(work, request.params.id, request.body)),
  });
  app.route({
    ...exhibitApi.withdrawEvidence,
    handler: (request) =>
      request.turn((work) => withdrawEvidence(work, request.params.id, request.params.evidenceId, request.body)),
  });
  app.route({
    ...exhibitApi.askMeasure,
    handler: (request) => request.turn((work) => askMeasure(work, request.params.id, request.body)),
  });
  app.route({
    ...exhibitApi.turnMeasure,
    handler: (request) =>
      request.turn((work) => turnMeasure(work, request.params.id, request.params.measureId, request.body)),
  });
  app.route({
    ...exhibitApi.takeGoods,
    handler: (request) => request.turn((work) => takeGoods(work, request.params.id, request.body)),
  });
  app.route({
    ...exhibitApi.moveGoods,
    handler: (request) =>
      request.turn((work) => moveGoods(work, request.params.id, request.params.goodsId, request.body)),
  });
};

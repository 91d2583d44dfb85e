import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Work } from '#server/kernel/work.ts';
import { questionApi } from '#shared/transfers/question.api.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import { decideReason, giveReason, readQuestions, sayCrimeFacts } from './question.service.ts';
import { addThreshold, shownThresholds } from './threshold.service.ts';
import { draftTransfer } from './transfer.draft.ts';
import { askComplainant, copyIntoTransfer, editOneTransfer, setMaterial } from './transfer.edit.ts';
import { grantComplainant } from './transfer.grant.ts';
import { openIdentities } from './transfer.identities.ts';
import { countTransfers, listTransfers } from './transfer.list.ts';
import { readTransfer } from './transfer.read.ts';
import { stepTransfer } from './transfer.step.ts';

/** Does one thing to a transfer and reads it again with the same eyes. */
const thenRead = async (work: Work, done: Promise<{ id: number }>) => readTransfer(work, (await done).id);

/** HTTP for transfers and for the question whether there should be one: take the request apart, call one service function, answer. */
export const transferRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...transferApi.list, handler: ({ reading, query }) => listTransfers(reading, query) });
  app.route({ ...transferApi.counts, handler: ({ reading, query }) => countTransfers(reading, query) });
  app.route({ ...transferApi.find, handler: ({ reading, body }) => listTransfers(reading, body) });
  app.route({ ...transferApi.findCounts, handler: ({ reading, body }) => countTransfers(reading, body) });
  app.route({ ...transferApi.read, handler: ({ reading, params }) => readTransfer(reading, params.id) });
  app.route({
    ...transferApi.draft,
    handler: async (request, reply) => {
      const made = await request.turn((work) => thenRead(work, draftTransfer(work, request.body)));
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...transferApi.edit,
    handler: (request) =>
      request.turn(async (work) => {
        const operation = await editOneTransfer(work, request.params.id, request.body);
        return { ...(await readTransfer(work, request.params.id)), operation };
      }),
  });
  app.route({
    ...transferApi.material,
    handler: (request) => request.turn((work) => thenRead(work, setMaterial(work, request.params.id, request.body))),
  });
  app.route({
    ...transferApi.copyFiles,
    handler: (request) =>
      request.turn((work) => thenRead(work, copyIntoTransfer(work, request.params.id, request.body))),
  });
  app.route({
    ...transferApi.step,
    handler: (request) => request.turn((work) => thenRead(work, stepTransfer(work, request.params.id, request.body))),
  });
  app.route({
    ...transferApi.askComplainant,
    handler: (request) => request.turn((work) => thenRead(work, askComplainant(work, request.params.id, request.body))),
  });
  app.route({
    ...transferApi.grantComplainant,
    handler: (request) =>
      request.turn((work) => thenRead(work, grantComplainant(work, request.params.id, request.body))),
  });
  app.route({
    ...transferApi.openIdentities,
    handler: (request) => request.turn((work) => openIdentities(work, request.params.id, request.body)),
  });

  app.route({ ...questionApi.read, handler: ({ reading, params }) => readQuestions(reading, params.id) });
  app.route({
    ...questionApi.sayFacts,
    handler: (request) => request.turn((work) => sayCrimeFacts(work, request.params.id, request.body)),
  });
  app.route({
    ...questionApi.giveReason,
    handler: (request) => request.turn((work) => giveReason(work, request.params.id, request.body)),
  });
  app.route({
    ...questionApi.decideReason,
    handler: (request) => request.turn((work) => decideReason(work, request.params.id, request.body)),
  });
  app.route({ ...questionApi.thresholds, handler: ({ reading }) => shownThresholds(reading) });
  app.route({
    ...questionApi.addThreshold,
    handler: async (request, reply) =>
      reply.code(201).send(await request.turn((work) => addThreshold(work, request.body))),
  });
};

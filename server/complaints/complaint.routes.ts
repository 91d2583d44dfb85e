import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { editMany, editOne, stepMany } from './complaint.bulk.ts';
import { openIdentity } from './complaint.identity.ts';
import { countComplaints, listComplaints, tallyComplaints } from './complaint.list.ts';
import { readComplaint } from './complaint.read.ts';
import { registerComplaint } from './complaint.register.ts';
import { similarComplaints } from './complaint.similar.ts';
import { stepComplaint } from './complaint.step.ts';

/** HTTP for complaints and reports: take the request apart, call one service function, answer. No rules live here. */
export const complaintRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...complaintApi.list, handler: ({ reading, query }) => listComplaints(reading, query) });
  app.route({ ...complaintApi.counts, handler: ({ reading, query }) => countComplaints(reading, query) });
  app.route({ ...complaintApi.find, handler: ({ reading, body }) => listComplaints(reading, body) });
  app.route({ ...complaintApi.findCounts, handler: ({ reading, body }) => countComplaints(reading, body) });
  app.route({ ...complaintApi.similar, handler: ({ reading, body }) => similarComplaints(reading, body) });
  app.route({ ...complaintApi.tally, handler: ({ reading, query }) => tallyComplaints(reading, query) });
  app.route({ ...complaintApi.read, handler: ({ reading, params }) => readComplaint(reading, params.id) });

  app.route({
    ...complaintApi.register,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) =>
        readComplaint(work, (await registerComplaint(work, request.body)).id),
      );
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...complaintApi.step,
    handler: (request) =>
      request.turn(async (work) =>
        readComplaint(work, (await stepComplaint(work, request.params.id, request.body)).id),
      ),
  });
  app.route({
    ...complaintApi.edit,
    handler: (request) => request.turn((work) => editOne(work, request.params.id, request.body)),
  });
  app.route({ ...complaintApi.editMany, handler: (request) => request.turn((work) => editMany(work, request.body)) });
  app.route({ ...complaintApi.stepMany, handler: (request) => request.turn((work) => stepMany(work, request.body)) });
  app.route({
    ...complaintApi.openIdentity,
    handler: (request) => request.turn((work) => openIdentity(work, request.params.id, request.body)),
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { exportApi } from '#shared/exports/export.api.ts';
import { exportCases } from './case.export.ts';
import { exportComplaints } from './complaint.export.ts';
import { exportEntities } from './entity.export.ts';
import { recordExport } from './ledger.export.ts';
import { exportNumbers } from './number.export.ts';
import { exportRectifications } from './rectification.export.ts';
import { exportSpotChecks } from './spot-check.export.ts';
import { exportTransfers } from './transfer.export.ts';

const office = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** HTTP for taking lists out: nothing leaves before its line is in the audit. */
export const exportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({
    ...exportApi.complaints,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportComplaints(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'complaints', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.cases,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportCases(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'cases', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.rectifications,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportRectifications(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'rectifications', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.spotChecks,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportSpotChecks(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'spot_checks', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.transfers,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportTransfers(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'transfers', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.entities,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportEntities(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'entities', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
  app.route({
    ...exportApi.numbers,
    handler: async (request, reply) => {
      const now = office.format(new Date(app.clock.now()));
      const { name, bytes, rows } = await exportNumbers(request.reading, request.body, now);
      await request.turn((work) => recordExport(work, 'numbers', request.body, rows));
      return asFile(reply, name, bytes);
    },
  });
};

const asFile = (reply: FastifyReply, name: string, bytes: Buffer) =>
  reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes);

import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { importApi } from '#shared/imports/import.api.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { listImports } from './import.counts.ts';
import { failedRows } from './import.failed.ts';
import { tellMeanings, valuesOf } from './import.meanings.ts';
import { fixRow, listRows } from './import.rows.ts';
import { askRun, cancelImport } from './import.run.ts';
import { mapImport, readImport, startImport } from './import.service.ts';
import { undoImport } from './import.undo.ts';
import { workImports } from './import.work.ts';
import { readSheets } from './read-sheets.ts';

const MOST_BYTES = 50 * 1024 * 1024;
const PASTED_BYTES = 16 * 1024 * 1024;

/** HTTP for taking ledgers in. */
export const importRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 4, parts: 6 } });
  app.addHook('onReady', () => workImports(app));

  app.route({ ...importApi.list, handler: ({ reading }) => listImports(reading) });
  app.route({
    ...importApi.upload,
    bodyLimit: MOST_BYTES + 65_536,
    handler: async (request, reply) => {
      if (!request.isMultipart()) throw new Refusal('unsupported_type');
      const file = await request.file();
      if (!file) throw new Refusal('invalid_input', { fields: { file: 'required' } });
      const sheets = await readSheets(await file.toBuffer());
      return reply
        .code(201)
        .send(await request.turn((work) => startImport(work, { fileName: file.filename, origin: 'file', sheets })));
    },
  });
  app.route({
    ...importApi.paste,
    bodyLimit: PASTED_BYTES,
    handler: async (request, reply) => {
      const { ledger, rows } = request.body;
      const pasted = { fileName: 'paste', origin: 'paste', ledger, sheets: [{ name: 'paste', rows }] } as const;
      return reply.code(201).send(await request.turn((work) => startImport(work, pasted)));
    },
  });
  app.route({ ...importApi.read, handler: ({ reading, params }) => readImport(reading, params.id) });
  app.route({
    ...importApi.map,
    handler: (request) => request.turn((work) => mapImport(work, request.params.id, request.body)),
  });
  app.route({ ...importApi.values, handler: ({ reading, params }) => valuesOf(reading, params.id) });
  app.route({
    ...importApi.mean,
    handler: (request) => request.turn((work) => tellMeanings(work, request.params.id, request.body.values)),
  });
  app.route({ ...importApi.rows, handler: ({ reading, params, query }) => listRows(reading, params.id, query) });
  app.route({
    ...importApi.fix,
    handler: (request) => request.turn((work) => fixRow(work, request.params.id, request.params.row, request.body)),
  });
  app.route({
    ...importApi.run,
    handler: async (request, reply) => {
      const started = await request.turn((work) => askRun(work, request.params.id, request.body.repeats));
      void workImports(app);
      return reply.code(202).send(started);
    },
  });
  app.route({
    ...importApi.cancel,
    handler: (request) => request.turn((work) => cancelImport(work, request.params.id)),
  });
  app.route({
    ...importApi.failed,
    handler: async ({ reading, params }, reply) => {
      const { name, bytes } = await failedRows(reading, params.id);
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(bytes);
    },
  });
  app.route({
    ...importApi.undo,
    handler: async (request) => {
      const undone = await request.turn((work) => undoImport(work, request.params.id));
      void workImports(app);
      return undone;
    },
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { dossierApi } from '#shared/dossiers/dossier.api.ts';
import { dossierListApi } from '#shared/dossiers/dossier-list.api.ts';
import { tellClosed } from './dossier.closed.ts';
import { countDossiers, listDossiers, tallyDossiers } from './dossier.list.ts';
import { findByNumber } from './find.service.ts';
import { linkDossiers } from './link.service.ts';
import { addPart, askAccess, endPart, restrictDossier, timelineOf } from './parts.service.ts';

/** HTTP for what all ledgers' records share. */
export const dossierRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...dossierListApi.list, handler: ({ reading, query }) => listDossiers(reading, query) });
  app.route({ ...dossierListApi.counts, handler: ({ reading, query }) => countDossiers(reading, query) });
  app.route({ ...dossierListApi.tally, handler: ({ reading }) => tallyDossiers(reading) });
  app.route({ ...dossierListApi.closed, handler: ({ reading, query }) => tellClosed(reading, query) });
  app.route({ ...dossierApi.timeline, handler: ({ reading, params }) => timelineOf(reading, params.id) });
  app.route({ ...dossierApi.find, handler: ({ reading, params }) => findByNumber(reading, params.number) });
  app.route({
    ...dossierApi.addPart,
    handler: (request) => request.turn((work) => addPart(work, request.params.id, request.body)),
  });
  app.route({
    ...dossierApi.endPart,
    handler: (request) =>
      request.turn((work) => endPart(work, request.params.id, request.params.officeId, request.body)),
  });
  app.route({
    ...dossierApi.restrict,
    handler: (request) => request.turn((work) => restrictDossier(work, request.params.id, request.body)),
  });
  app.route({
    ...dossierApi.askAccess,
    handler: (request) => request.turn((work) => askAccess(work, request.params.id, request.body)),
  });
  app.route({
    ...dossierApi.link,
    handler: (request) => request.turn((work) => linkDossiers(work, request.params.id, request.body)),
  });
};

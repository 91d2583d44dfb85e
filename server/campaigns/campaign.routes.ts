import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { assignmentApi, campaignApi } from '#shared/campaigns/campaign.api.ts';
import { campaignLinkApi } from '#shared/campaigns/campaign.link.ts';
import { reportApi } from '#shared/campaigns/report.api.ts';
import { tallyApi } from '#shared/campaigns/tally.api.ts';
import { urgingApi } from '#shared/campaigns/urging.ts';
import { stepAssignment } from './assignment.step.ts';
import { draftCampaign, editCampaign } from './campaign.draft.ts';
import { setMember } from './campaign.issue.ts';
import { joinedCampaigns, setCampaign } from './campaign.joined.ts';
import { countCampaigns, listCampaigns } from './campaign.list.ts';
import { matrixOf } from './campaign.matrix.ts';
import { stepCampaign } from './campaign.moves.ts';
import { readAssignment, readCampaign } from './campaign.read.ts';
import { drawReport, recordReport, reportOf } from './report.service.ts';
import { sendTally, talliesOfAssignment, talliesOfCampaign } from './tally.service.ts';
import { answerUrgings, sendUrgings, urgingsOf } from './urging.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** HTTP for campaigns, what they assign, and which records are under them. No rules live here. */
export const campaignRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...campaignLinkApi.joined, handler: ({ reading }) => joinedCampaigns(reading) });
  app.route({
    ...campaignLinkApi.set,
    handler: (request) => request.turn((work) => setCampaign(work, request.params.id, request.body)),
  });
  app.route({ ...campaignApi.list, handler: ({ reading, query }) => listCampaigns(reading, query) });
  app.route({ ...campaignApi.counts, handler: ({ reading, query }) => countCampaigns(reading, query) });
  app.route({ ...campaignApi.find, handler: ({ reading, body }) => listCampaigns(reading, body) });
  app.route({ ...campaignApi.findCounts, handler: ({ reading, body }) => countCampaigns(reading, body) });
  app.route({ ...campaignApi.read, handler: ({ reading, params }) => readCampaign(reading, params.id) });
  app.route({ ...campaignApi.matrix, handler: ({ reading, params }) => matrixOf(reading, params.id) });
  app.route({
    ...campaignApi.draft,
    handler: async (request, reply) => {
      const made = await request.turn(async (work) => readCampaign(work, (await draftCampaign(work, request.body)).id));
      return reply.code(201).send(made);
    },
  });
  app.route({
    ...campaignApi.edit,
    handler: (request) =>
      request.turn(async (work) => readCampaign(work, (await editCampaign(work, request.params.id, request.body)).id)),
  });
  app.route({
    ...campaignApi.step,
    handler: (request) =>
      request.turn(async (work) => readCampaign(work, (await stepCampaign(work, request.params.id, request.body)).id)),
  });
  app.route({
    ...campaignApi.setMember,
    handler: (request) =>
      request.turn(async (work) => {
        const { id, officeId } = request.params;
        await setMember(work, id, officeId, request.body);
        return readCampaign(work, id);
      }),
  });
  app.route({
    ...reportApi.make,
    handler: async (request, reply) => {
      const { id } = request.params;
      const { kind } = request.body;
      const told = await reportOf(request.reading, id, kind);
      const bytes = await drawReport(told);
      await request.turn((work) => recordReport(work, id, kind));
      return reply
        .header('content-type', DOCX)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${told.name}.docx`)}`)
        .send(bytes);
    },
  });
  app.route({
    ...urgingApi.send,
    handler: (request) => request.turn((work) => sendUrgings(work, request.body.dossierIds)),
  });
  app.route({ ...urgingApi.ofDossier, handler: ({ reading, params }) => urgingsOf(reading, params.id) });
  app.route({
    ...urgingApi.answer,
    handler: (request) => request.turn((work) => answerUrgings(work, request.params.id, request.body.text)),
  });
  app.route({ ...tallyApi.ofCampaign, handler: ({ reading, params }) => talliesOfCampaign(reading, params.id) });
  app.route({ ...tallyApi.ofAssignment, handler: ({ reading, params }) => talliesOfAssignment(reading, params.id) });
  app.route({
    ...tallyApi.send,
    handler: (request) => request.turn((work) => sendTally(work, request.params.id, request.body)),
  });
  app.route({ ...assignmentApi.read, handler: ({ reading, params }) => readAssignment(reading, params.id) });
  app.route({
    ...assignmentApi.step,
    handler: (request) =>
      request.turn(async (work) =>
        readAssignment(work, (await stepAssignment(work, request.params.id, request.body)).id),
      ),
  });
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { campaignLinkApi } from '#shared/campaigns/campaign.link.ts';
import { joinedCampaigns, setCampaign } from './campaign.joined.ts';

/** HTTP for campaigns. No rules live here. */
export const campaignRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.route({ ...campaignLinkApi.joined, handler: ({ reading }) => joinedCampaigns(reading) });
  app.route({
    ...campaignLinkApi.set,
    handler: (request) => request.turn((work) => setCampaign(work, request.params.id, request.body)),
  });
};

import { type Static, Type } from 'typebox';
import { Id, orNull, Version } from '../kernel/shapes.ts';

const tags = ['campaigns'];

/** The campaign a record is begun under, as the forms of every ledger ask for it; left out, it is that of the record it comes from. */
export const campaignAsked = { campaignId: Type.Optional(Id) };

/** A campaign that was issued to the reader's office and runs: records may be begun under it. */
export const JoinedCampaign = Type.Object(
  { id: Id, number: Type.String(), title: Type.String() },
  { $id: 'JoinedCampaign' },
);
export type JoinedCampaign = Static<typeof JoinedCampaign>;

/** Which campaign a record of any ledger belongs to. */
export const campaignLinkApi = {
  joined: {
    method: 'GET',
    url: '/api/campaigns/joined',
    config: { can: 'dossier.read' },
    schema: { tags, response: { 200: Type.Array(JoinedCampaign) } },
  },
  set: {
    method: 'PUT',
    url: '/api/dossiers/:id/campaign',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: Type.Object({ id: Id }),
      body: Type.Object(
        { campaignId: orNull(Id), version: Version },
        { $id: 'CampaignSetting', additionalProperties: false },
      ),
      response: { 200: Type.Object({ version: Type.Integer() }) },
    },
  },
} as const;

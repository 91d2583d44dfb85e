import { html } from 'lit';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import { call } from '#client/kernel/api.ts';
import { campaignApi } from '#shared/campaigns/campaign.api.ts';
import { CampaignDraft, CampaignEdit, type Member } from '#shared/campaigns/campaign.asks.ts';
import type { Campaign } from '#shared/campaigns/campaign.schema.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import './plan-grid.ts';

const PROSE = ['title', 'basis', 'aims', 'matters'];
const PLAN = ['title', 'from', 'until', 'reportBy', 'reporting', 'members', 'basis', 'aims', 'phases', 'matters'];

const membersIn = ({ members }: Campaign): Member[] =>
  members.map(({ officeId, part, targets }) => ({ officeId, part, targets }));

/** What of a campaign may be rewritten: the whole plan of a draft, afterwards its words alone, with a reason. */
export const campaignBook = ({ state }: Campaign): EditBook<Campaign> => ({
  fields: state === 'drafted' ? PLAN : PROSE,
  closed: () => state !== 'drafted',
  schema: { ...CampaignEdit, properties: CampaignDraft.properties } as unknown as FormSchema,
  words: () => 'CampaignDraft',
  prose: new Set(['basis', 'aims']),
  lists: new Set(['members', 'matters', 'phases']),
  was: (record, field) => (field === 'members' ? membersIn(record) : undefined),
  controls: (record, faults) => ({
    members: (id: string) =>
      html`<plan-grid id=${id} .value=${membersIn(record)} fault=${faults['members'] ?? ''}></plan-grid>`,
  }),
  save: ({ id }, body) => call(campaignApi.edit, { params: { id }, body: body as CampaignEdit }),
});

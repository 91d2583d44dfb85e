import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepBook } from '#client/dossiers/step-book.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { listed, t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { type AssignmentStepName, assignmentStep } from '#shared/campaigns/assignment.workflow.ts';
import { assignmentApi, campaignApi } from '#shared/campaigns/campaign.api.ts';
import { AssignmentStep, CampaignStep } from '#shared/campaigns/campaign.asks.ts';
import type { Assignment, Campaign } from '#shared/campaigns/campaign.schema.ts';
import { type CampaignStepName, campaignStep } from '#shared/campaigns/campaign.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';

const CAMPAIGN_ASKS: Record<CampaignStepName, StepAsk> = {
  issue: { asks: [], noReason: true, undoable: false },
  begin: { asks: [], noReason: true },
  extend: { asks: ['until', 'reportBy'], must: ['until'] },
  sum_up: { asks: [], noReason: true },
  end: { asks: ['text'], must: ['text'], noReason: true },
  reopen: { asks: [] },
  withdraw: { asks: [] },
};

/** What stands in a campaign's way, each with the offices by name. */
function blockersOf({ members, leadOfficeId, lacking }: Campaign, step: string): readonly string[] {
  const named = (ids: readonly number[]) => listed(ids.map((id) => officeShort(id)));
  if (step === 'issue')
    return [
      ...(members.length === 0 ? [t('campaign.blocker.no_offices')] : []),
      ...(members.length > 0 && !leadOfficeId ? [t('campaign.blocker.no_lead')] : []),
      ...(lacking.length > 0 ? [t('campaign.blocker.no_liaison', { names: named(lacking) })] : []),
    ];
  if (step !== 'end') return [];
  const open = members.filter(({ state }) => state && !ENDS.assignment.includes(state));
  return open.length > 0 ? [t('campaign.blocker.open', { names: named(open.map(({ officeId }) => officeId)) })] : [];
}

/** The steps of campaigns as people take them. */
export const CAMPAIGN_BOOK: StepBook<Campaign> = {
  kind: 'campaign',
  order: ['issue', 'begin', 'sum_up', 'end', 'extend', 'reopen', 'withdraw'],
  away: new Set(['extend', 'reopen', 'withdraw']),
  asks: CAMPAIGN_ASKS,
  schema: CampaignStep as unknown as FormSchema,
  words: 'CampaignStep',
  row: (step) => campaignStep(step as CampaignStepName),
  done: ({ state }) => ENDS.campaign.includes(state),
  blockers: blockersOf,
  control: (field, { faults, record }) =>
    fieldOf(CampaignStep as unknown as FormSchema, field, {
      faults,
      values: { until: undefined, text: record.conclusion ?? undefined },
      look: { name: 'CampaignStep' },
    }),
  take: ({ id }, body) => call(campaignApi.step, { params: { id }, body: body as CampaignStep }),
};

const ASSIGNMENT_ASKS: Record<AssignmentStepName, StepAsk> = {
  acknowledge: { asks: [], noReason: true, key: 'KeyS' },
  report: { asks: ['text', 'on'], noReason: true },
  report_zero: { asks: ['on'], noReason: true },
  excuse: { asks: [] },
  note_missing: { asks: [] },
  send_back: { asks: ['until'], must: ['until'] },
  resume: { asks: ['until'], must: ['until'] },
};

/** The steps of what one office has to do, as people take them. */
export const ASSIGNMENT_BOOK: StepBook<Assignment> = {
  kind: 'assignment',
  order: ['acknowledge', 'report', 'report_zero', 'send_back', 'resume', 'excuse', 'note_missing'],
  away: new Set(['send_back', 'resume', 'excuse', 'note_missing']),
  asks: ASSIGNMENT_ASKS,
  schema: AssignmentStep as unknown as FormSchema,
  words: 'AssignmentStep',
  row: (step) => assignmentStep(step as AssignmentStepName),
  done: ({ state }) => ENDS.assignment.includes(state),
  blockers: () => [],
  /** Zero leads on only where there is nothing; a report only where there is something to say. */
  leadsOn: ({ now }, step) =>
    step === 'acknowledge' || (now.length > 0 ? step === 'report' : step === 'report_zero' || step === 'report'),
  control: (field, { faults }) =>
    fieldOf(AssignmentStep as unknown as FormSchema, field, {
      faults,
      values: { on: field === 'on' ? today() : undefined },
      look: { name: 'AssignmentStep' },
    }),
  take: ({ id }, body) => call(assignmentApi.step, { params: { id }, body: body as AssignmentStep }),
};

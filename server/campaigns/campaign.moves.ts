import { eq } from 'drizzle-orm';
import { extendClock } from '#server/clocks/clock.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type Move, type Standing, type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import type { Work } from '#server/kernel/work.ts';
import { settleStep } from '#server/notices/notice.service.ts';
import type { CampaignStep } from '#shared/campaigns/campaign.asks.ts';
import { LONGEST_LENGTHENING } from '#shared/campaigns/campaign.lists.ts';
import {
  type CampaignState,
  type CampaignStepName,
  campaignStep,
  campaignStepsFor,
} from '#shared/campaigns/campaign.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { addDays, daysBetween } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { openAssignments, postponeReports, releaseOffices } from './assignment.release.ts';
import { issueToAll } from './campaign.issue.ts';
import { campaignOf } from './campaign.standing.ts';
import { type CampaignColumns, campaigns } from './campaign.table.ts';
import { frozenNow } from './report.service.ts';

type At = Standing<CampaignColumns, CampaignStep>;
type OwnMove = Move<CampaignColumns>;

/** What each step of a campaign does beyond its row. */
const MOVES: { readonly [name in CampaignStepName]: (at: At) => OwnMove | Promise<OwnMove> } = {
  async issue({ work, dossier, own, on }) {
    if (own.until < on) throw invalid({ until: 'past' });
    const offices = await issueToAll(work, dossier, own, on);
    const length = daysBetween(on, own.until);
    return { turns: [{ starts: 'campaign.carry_out', length }], facts: { offices, until: own.until } };
  },
  begin: () => ({}),
  async extend({ work, dossier, own, ask, on }) {
    const until = need(ask.until, 'until');
    if (until <= own.until) throw invalid({ until: 'before_due' });
    if (until > addDays(own.until, LONGEST_LENGTHENING)) throw invalid({ until: 'too_long' });
    const reportBy = ask.reportBy ?? addDays(own.reportBy, daysBetween(own.until, until));
    if (reportBy < own.reportBy) throw invalid({ reportBy: 'before_due' });
    const length = daysBetween(own.until, until);
    await extendClock(work, dossier.id, 'campaign.carry_out', { on, length, reason: ask.reason ?? null });
    await postponeReports(work, dossier.id, reportBy, ask.reason ?? '');
    return { state: dossier.state, own: { until, reportBy }, facts: { until } };
  },
  sum_up: () => ({}),
  async end({ work, dossier, ask, on }) {
    const waiting = await openAssignments(work.tx, dossier.id);
    if (waiting.length > 0)
      throw new Refusal('invalid_input', {
        fields: { step: 'offices_open' },
        officeIds: waiting.map(({ ownerOfficeId }) => ownerOfficeId),
      });
    const frozen = await frozenNow(work, dossier.id); // beside the move: the story tells no office the numbers of all
    await work.tx.update(campaigns).set({ frozen }).where(eq(campaigns.id, dossier.id));
    return { own: { conclusion: cleanText(need(ask.text, 'text')) }, dossier: { closedOn: on } };
  },
  reopen: () => ({ dossier: { closedOn: null } }),
  async withdraw({ work, dossier, ask, on }) {
    await releaseOffices(work, dossier.id, ask.reason ?? '', on);
    return { dossier: { closedOn: on } };
  },
};

const LEDGER: StepLedger<CampaignColumns, CampaignStep> = {
  kind: 'campaign',
  step: campaignStep,
  columnsOf: campaignOf,
  open: (_, { state }, access, permissions) => campaignStepsFor(state as CampaignState, access, permissions),
  moves: MOVES,
  save: (tx, id, change) => tx.update(campaigns).set(change).where(eq(campaigns.id, id)),
  ends: ENDS.campaign,
  tell: (work, { after }) => settleStep(work, after),
};

/** Takes one step of a campaign. */
export const stepCampaign = (work: Work, id: number, ask: CampaignStep): Promise<DossierRow> =>
  stepDossier(LEDGER, work, id, ask);

import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { standingDossier } from '#server/dossiers/reach.service.ts';
import { type Move, type Standing, type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { need } from '#server/kernel/need.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { notify, settleStep } from '#server/notices/notice.service.ts';
import {
  type AssignmentState,
  type AssignmentStepName,
  assignmentStep,
  assignmentStepsFor,
} from '#shared/campaigns/assignment.workflow.ts';
import type { AssignmentStep } from '#shared/campaigns/campaign.asks.ts';
import type { CampaignState } from '#shared/campaigns/campaign.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { daysBetween } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { figuresOfOffice } from './assignment.figures.ts';
import { assignmentOf } from './campaign.standing.ts';
import { type AssignmentColumns, assignments } from './campaign.table.ts';

/** An assignment with how its campaign stands, which decides what is still open. */
type Own = AssignmentColumns & { readonly campaign: DossierRow };
type At = Standing<Own, AssignmentStep>;
type OwnMove = Move<Own>;

/** What each step of an assignment does beyond its row. */
const MOVES: { readonly [name in AssignmentStepName]: (at: At) => OwnMove | Promise<OwnMove> } = {
  async acknowledge({ work, own, dossier }) {
    await begun(work, own.campaign);
    return { dossier: { handlerId: work.actor.personId }, facts: { campaignId: dossier.campaignId } };
  },
  async report(at) {
    const reported = await figuresNow(at);
    if (reported.every(({ n }) => n === 0) && !at.ask.text?.trim()) throw invalid({ text: 'required' });
    return reportedBy(at, reported);
  },
  async report_zero(at) {
    const reported = await figuresNow(at);
    if (reported.some(({ n }) => n > 0)) throw invalid({ step: 'not_zero' });
    return reportedBy(at, reported);
  },
  excuse: ({ ask, on }) => ({ own: { excuse: cleanText(ask.reason ?? '') }, dossier: { closedOn: on } }),
  note_missing: ({ ask, on }) => ({ own: { excuse: cleanText(ask.reason ?? '') }, dossier: { closedOn: on } }),
  send_back: (at) => anew(at),
  resume: (at) => anew(at),
};

const figuresNow = ({ work, dossier }: At) => figuresOfOffice(work.tx, dossier.campaignId ?? 0, dossier.ownerOfficeId);

/** The report with its figures as they stand now; whoever reports after the last day is marked late. */
function reportedBy({ own, ask, on }: At, reported: Own['reported']): OwnMove {
  const late = on > own.reportBy;
  return {
    own: { reportedOn: on, report: ask.text ? cleanText(ask.text) : null, reported, late },
    dossier: { closedOn: on },
    facts: { reported, ...(late ? { late } : {}) },
  };
}

/** To be reported anew until another day. */
function anew({ own, ask, on }: At): OwnMove {
  const until = need(ask.until, 'until');
  if (until < on) throw invalid({ until: 'past' });
  return {
    own: { reportBy: until, rounds: own.rounds + 1, reportedOn: null, late: false, excuse: null },
    dossier: { closedOn: null },
    turns: [{ starts: 'assignment.report', about: own.rounds + 1, length: daysBetween(on, until) }],
    facts: { until },
  };
}

/** The first office that acknowledges begins the campaign. */
async function begun(work: Work, campaign: DossierRow): Promise<void> {
  if (campaign.state !== 'issued') return;
  const after = await changeDossier(work, campaign, { state: 'running' });
  await record(work, 'campaign.stepped', campaign.id, {
    step: 'begin',
    from: 'issued',
    to: 'running',
    by: 'assignment',
  });
  await settleStep(work, after);
}

const ledgerOn = ({ clock }: Work): StepLedger<Own, AssignmentStep> => ({
  kind: 'assignment',
  step: assignmentStep,
  async columnsOf(tx, id) {
    const { campaignId } = await standingDossier(tx, id, 'assignment');
    return Object.assign(await assignmentOf(tx, id), { campaign: await standingDossier(tx, campaignId!, 'campaign') });
  },
  open: ({ campaign, reportBy }, { state }, access, permissions) =>
    assignmentStepsFor(
      {
        state: state as AssignmentState,
        campaignState: campaign.state as CampaignState,
        reportBy,
        today: clock.today(),
      },
      access,
      permissions,
    ),
  moves: MOVES,
  save: (tx, id, change) => tx.update(assignments).set(change).where(eq(assignments.id, id)),
  ends: ENDS.assignment,
  tell: async (work, { step, after }) => {
    await settleStep(work, after);
    const owners = await holdersOf(work.tx, after.ownerOfficeId, 'assignment.report');
    if (step === 'send_back' || step === 'resume') await notify(work, after.id, 'sent_back', owners);
    else if (step === 'excuse' || step === 'note_missing') await notify(work, after.id, 'closed', owners);
  },
});

/** Takes one step of what an office has to do in a campaign. */
export const stepAssignment = (work: Work, id: number, ask: AssignmentStep): Promise<DossierRow> =>
  stepDossier(ledgerOn(work), work, id, ask);

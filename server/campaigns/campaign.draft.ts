import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { announce, changeDossier, openDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { indexDossier } from '#server/search/search.index.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import type { CampaignDraft, CampaignEdit } from '#shared/campaigns/campaign.asks.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { checkPlan, coordinatedRegion, membership, membersOf, saveMembers } from './campaign.plan.ts';
import { campaignOf } from './campaign.standing.ts';
import { type CampaignColumns, campaigns } from './campaign.table.ts';

/** Drafts a campaign: a coordinating office's alone until it is issued. */
export async function draftCampaign(work: Work, draft: CampaignDraft): Promise<DossierRow> {
  const county = await coordinatedRegion(work);
  await checkPlan(work, draft);
  const opened = await openDossier(work, {
    kind: 'campaign',
    title: cleanText(draft.title),
    county,
    ownerOfficeId: work.actor.officeId,
    handlerId: work.actor.personId,
    state: 'drafted',
    receivedOn: work.clock.today(),
  });
  const { title: _, members, ...plan } = draft;
  const own = { ...plan, basis: cleanText(plan.basis), aims: cleanText(plan.aims), ...membership(members) };
  await work.tx.insert(campaigns).values({ id: opened.id, ...own });
  await saveMembers(work.tx, opened.id, members);
  await settleSights(work, opened);
  await indexCampaign(work, opened, own, true);
  await record(work, 'campaign.drafted', opened.id, { number: opened.number, to: opened.state, offices: own.offices });
  await announce(work, opened, 'registered');
  return opened;
}

/** Fields of a plan that stay as they were issued; what was asked of the offices is changed by steps of its own. */
const SETTLED = ['from', 'until', 'reportBy', 'reporting', 'phases', 'members'] as const;

/** Rewrites a draft; of an issued campaign only its name, its grounds and what it aims at, with a reason. */
export async function editCampaign(work: Work, id: number, ask: CampaignEdit): Promise<DossierRow> {
  const { version, reason, title, members, ...fields } = ask;
  const { row } = await reachDossier(work, id, 'campaign', 'own');
  const own = await campaignOf(work.tx, id);
  if (row.version !== version) throw new Refusal('changed_meanwhile', { version: row.version });
  await checkEdit(work, row, own, ask);
  const plan = clean(fields);
  const spine = title === undefined ? {} : { title: cleanText(title) };
  const before = members ? await membersOf(work.tx, id) : [];
  if (members) await saveMembers(work.tx, id, members);
  const change = { ...plan, ...(members ? membership(members) : {}) };
  if (Object.keys(change).length > 0) await work.tx.update(campaigns).set(change).where(eq(campaigns.id, id));
  const after = await changeDossier(work, row, spine);
  await indexCampaign(work, after, { ...own, ...change });
  const told = (all: readonly { officeId: number; part: string; targets: unknown }[]) =>
    all.map(({ officeId, part, targets }) => ({ officeId, part, targets }));
  await record(work, 'campaign.edited', id, {
    changes: {
      ...changesOf<object>(row, spine),
      ...changesOf<object>(own, plan),
      ...(members ? changesOf<object>({ members: told(before) }, { members: told(members) }) : {}),
    },
    reason,
  });
  return after;
}

async function checkEdit(work: Work, row: DossierRow, own: CampaignColumns, ask: CampaignEdit): Promise<void> {
  if (row.state === 'ended' || row.state === 'withdrawn')
    throw new Refusal('not_allowed_in_state', { state: row.state });
  if (row.state !== 'drafted') {
    const settled = SETTLED.filter((field) => ask[field] !== undefined);
    if (settled.length > 0) throw invalid(Object.fromEntries(settled.map((field) => [field, 'issued_already'])));
    if (!ask.reason?.trim()) throw invalid({ reason: 'required' });
  }
  const members =
    ask.members ?? (await membersOf(work.tx, row.id)).map((one) => ({ ...one, targets: [...one.targets] }));
  const { from, until, reportBy, reporting, matters, phases } = { ...own, ...clean(ask) };
  await checkPlan(work, {
    ...{ from, until, reportBy, reporting, matters: [...matters], phases: [...phases] },
    members: members.map(({ officeId, part, targets }) => ({ officeId, part, targets })),
  });
}

type PlanFields = Omit<CampaignEdit, 'version' | 'reason' | 'title' | 'members'>;

function clean({ basis, aims, matters, from, until, reportBy, reporting, phases }: PlanFields) {
  const said = {
    basis: basis === undefined ? undefined : cleanText(basis),
    aims: aims === undefined ? undefined : cleanText(aims),
    ...{ matters, from, until, reportBy, reporting, phases },
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Partial<CampaignColumns>;
}

/** What of a campaign can be searched for. */
export async function indexCampaign(
  work: Pick<Work, 'tx'>,
  dossier: Pick<DossierRow, 'id' | 'number' | 'title'>,
  own: Pick<CampaignColumns, 'basis' | 'aims'>,
  fresh = false,
): Promise<void> {
  const { id, title, number } = dossier;
  await indexDossier(work, id, { names: [title], numbers: [number], body: `${own.basis}\n${own.aims}`, fresh });
}

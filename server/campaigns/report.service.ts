import { inArray } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { layOut } from '#server/documents/paper/paper.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { offices } from '#server/offices/office.table.ts';
import type { CampaignFigures } from '#shared/campaigns/campaign.schema.ts';
import type { ReportKind } from '#shared/campaigns/report.api.ts';
import { dayOnPaper } from '#shared/documents/values.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { figuresOf } from './campaign.figures.ts';
import { matrixOf } from './campaign.matrix.ts';
import { campaignOf } from './campaign.standing.ts';
import type { CampaignColumns } from './campaign.table.ts';
import { type ReportFacts, reportLayout } from './report.layout.ts';

/** The figures a campaign keeps as they stood when it ended. */
export async function frozenNow(work: Work, id: number): Promise<NonNullable<CampaignColumns['frozen']>> {
  const { cells } = await matrixOf(work, id);
  return { on: work.clock.today(), figures: (await figuresOf(work, [id])).get(id)!, cells };
}

const NAMES: Partial<Record<keyof CampaignFigures, string>> = {
  done: '已办',
  records: '登记',
  checks: '检查',
  rectifications: '责令改正',
  cases: '案件',
  transfers: '移送',
};

/** What changed since the numbers were frozen; what merely became overdue is no correction. */
function restatedSince(was: CampaignFigures, is: CampaignFigures): ReportFacts['restated'] {
  return (Object.keys(NAMES) as (keyof CampaignFigures)[])
    .filter((key) => was[key] !== is[key])
    .map((key) => [NAMES[key]!, was[key], is[key]] as const);
}

/** Gathers what a report tells; whoever coordinates or leads may have it, for the numbers are those of all offices. */
export async function reportOf(work: Work, id: number, kind: ReportKind) {
  const { row } = await reachDossier(work, id, 'campaign', 'edit');
  if (row.state === 'drafted' || row.state === 'withdrawn')
    throw new Refusal('not_allowed_in_state', { state: row.state });
  if (kind === 'closing' && row.state !== 'ended') throw new Refusal('not_allowed_in_state', { state: row.state });
  const own = await campaignOf(work.tx, id);
  const now = await frozenNow(work, id);
  const frozen = kind === 'closing' ? (own.frozen ?? now) : now;
  const named = await namesOf(work, [row.ownerOfficeId, ...frozen.cells.map(({ officeId }) => officeId)]);
  const facts: ReportFacts = {
    kind,
    ...{ name: row.title, number: row.number, basis: own.basis, aims: own.aims, from: own.from, until: own.until },
    on: frozen.on,
    figures: frozen.figures,
    cells: frozen.cells.map((one) => ({ ...one, office: named.get(one.officeId) ?? '' })),
    conclusion: kind === 'closing' ? own.conclusion : null,
    restated: kind === 'closing' ? restatedSince(frozen.figures, now.figures) : [],
  };
  const name = `${row.title}${kind === 'closing' ? '总结报告' : `简报${now.on}`}`;
  return { name, facts, office: named.get(row.ownerOfficeId) ?? '', on: now.on };
}

async function namesOf({ tx }: Work, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .where(inArray(offices.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Draws what was gathered as a Word file; it is edited there, its numbers stand as they were taken. */
export const drawReport = ({ name, facts, office, on }: Awaited<ReturnType<typeof reportOf>>): Promise<Buffer> =>
  layOut(name, reportLayout(facts), { 发文机关: office, 成文日期: dayOnPaper(on) });

/** Leaves the line of a report that was taken out. */
export const recordReport = (work: Work, id: number, kind: ReportKind): Promise<void> =>
  record(work, 'campaign.reported_on', id, { kind });

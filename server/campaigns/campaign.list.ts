import { gte, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import { FilterBuilder } from '#server/dossiers/ledger.filter.ts';
import { ledgerOf, listOf, spineColumns } from '#server/dossiers/ledger.list.ts';
import type { Work } from '#server/kernel/work.ts';
import { searchScope } from '#server/search/search.scope.ts';
import type { CampaignFilter as Shape } from '#shared/campaigns/campaign.api.ts';
import type { CampaignFigures, CampaignRow } from '#shared/campaigns/campaign.schema.ts';
import type { CampaignState } from '#shared/campaigns/campaign.workflow.ts';
import { NO_FACE } from '#shared/dossiers/dossier.face.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { figuresOf } from './campaign.figures.ts';
import { campaigns } from './campaign.table.ts';

export type CampaignFilter = Static<typeof Shape> & { q?: string };

const { leadOfficeId, offices, from, until } = campaigns;
const list = listOf(ledgerOf(campaigns, { ...spineColumns, leadOfficeId, offices, from, until }));
type Found = Awaited<ReturnType<typeof list.page>>['rows'][number];

/** Campaigns whose period touches a year, any of some years. */
function inYears(written: string): SQL {
  const years = written.split(',').filter(Boolean);
  if (years.length === 0 || years.some((year) => !/^\d{4}$/.test(year))) throw invalid({ year: 'pattern' });
  return or(...years.map((year) => sql`(${lte(from, `${year}-12-31`)} and ${gte(until, `${year}-01-01`)})`))!;
}

async function prepare(work: Work, ask: CampaignFilter) {
  const builder = new FilterBuilder(work, 'campaign')
    .spine(ask, await searchScope(work))
    .oneOf('lead', leadOfficeId, ask.lead);
  if (ask.year) builder.only(`year-${ask.year}`, inYears(ask.year));
  return builder.done();
}

/** One page of the ledger of campaigns, with how far each has come as its reader sees the records. */
export async function listCampaigns(work: Work, ask: CampaignFilter & { cursor?: string; limit?: number }) {
  const { rows, next } = await list.page(work, await prepare(work, ask), ask);
  const figures = await figuresOf(
    work,
    rows.filter(({ known }) => known).map(({ id }) => id),
  );
  return { rows: rows.map((row) => shown(row, figures.get(row.id))), next };
}

/** How many of the filtered campaigns there are, and how their clocks stand. */
export const countCampaigns = async (work: Work, ask: CampaignFilter) => list.count(work, await prepare(work, ask));

const NO_FIGURES: CampaignFigures = {
  ...{ due: 0, done: 0, records: 0, checks: 0, rectifications: 0, cases: 0, transfers: 0, overdue: 0 },
};

function shown(found: Found, figures: CampaignFigures | undefined): CampaignRow {
  const { known, dueKey: _, ...row } = found;
  if (!known) return stubOfCampaign(row as Stubbed);
  return { ...row, state: row.state as CampaignState, stub: false, figures: figures ?? NO_FIGURES };
}

type Stubbed = Pick<CampaignRow, 'id' | 'number' | 'county' | 'ownerOfficeId' | 'sight' | 'version'> & {
  readonly state: string;
};

/** What a stub tells: that the record is there, whose it is and how it stands. */
export function stubOfCampaign({ id, number, state, county, ownerOfficeId, sight, version }: Stubbed): CampaignRow {
  return {
    ...NO_FACE,
    ...{ id, number, county, ownerOfficeId, sight, version },
    state: state as CampaignState,
    restricted: true,
    stub: true,
    title: '',
    handlerId: null,
    receivedOn: null,
    closedOn: null,
    leadOfficeId: null,
    offices: null,
    from: null,
    until: null,
    figures: NO_FIGURES,
  };
}

import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { campaignTallies, dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { askerValues, lightIs } from '#server/dossiers/ledger.filter.ts';
import { prepared, preparedFor } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { CampaignFigures } from '#shared/campaigns/campaign.schema.ts';
import { doneStates, type Kind } from '#shared/dossiers/dossier.kinds.ts';
import { campaignMembers, type MemberRow } from './campaign.table.ts';

/** How many records of a campaign an office has in a state, as far as the reader sees them. */
export interface Tallied {
  readonly campaignId: number;
  readonly kind: Kind;
  readonly ownerOfficeId: number;
  readonly state: string;
  readonly n: number;
}

const tallies = preparedFor((tx, ids) =>
  tx
    .select({
      campaignId: campaignTallies.campaignId,
      kind: campaignTallies.kind,
      ownerOfficeId: campaignTallies.ownerOfficeId,
      state: campaignTallies.state,
      n: campaignTallies.n,
    })
    .from(campaignTallies)
    .where(
      and(
        eq(campaignTallies.officeId, sql.placeholder('officeId')),
        inArray(campaignTallies.campaignId, ids),
        gt(campaignTallies.n, 0),
      ),
    )
    .prepare(),
);

/** The counts kept beside what each office sees, for some campaigns at once. */
export async function talliesOf({ tx, actor }: Pick<Work, 'tx' | 'actor'>, ids: readonly number[]): Promise<Tallied[]> {
  const { query, values } = tallies(tx, ids);
  return query.execute({ ...values, officeId: actor.officeId });
}

const near = (light: 'overdue' | 'due_soon', one: boolean) =>
  prepared((tx) =>
    tx
      .select({
        campaignId: dossierSights.campaignId,
        ownerOfficeId: dossierSights.ownerOfficeId,
        n: sql<number>`count(*)`,
      })
      .from(dossierSights)
      .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
      .where(
        and(
          eq(dossierSights.officeId, sql.placeholder('officeId')),
          one
            ? eq(dossierSights.campaignId, sql.placeholder('campaignId'))
            : sql`${dossierSights.campaignId} is not null`,
          ne(dossierSights.kind, 'assignment'),
          lightIs(light),
        ),
      )
      .groupBy(dossierSights.campaignId, dossierSights.ownerOfficeId)
      .prepare(),
  );
const NEAR = {
  one: { overdue: near('overdue', true), dueSoon: near('due_soon', true) },
  all: { overdue: near('overdue', false), dueSoon: near('due_soon', false) },
};

/** Records under one campaign, or any, whose limit is past, or near, by office: what a list shows under the same light. */
export async function litOf(work: Pick<Work, 'tx' | 'actor' | 'clock'>, campaignId?: number) {
  const values = { ...askerValues(work), ...(campaignId ? { campaignId } : {}) };
  const { overdue, dueSoon } = NEAR[campaignId ? 'one' : 'all'];
  return { overdue: await overdue(work.tx).execute(values), dueSoon: await dueSoon(work.tx).execute(values) };
}

/** The offices of some campaigns with what is asked of each. */
export const membersOfMany = (tx: Work['tx'], ids: readonly number[]): Promise<MemberRow[]> =>
  tx
    .select()
    .from(campaignMembers)
    .where(inArray(campaignMembers.campaignId, [...ids]));

/** Different businesses an office finished records of, for targets that count each once. */
export async function subjectsDone(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  campaignId: number,
  kind: Kind,
): Promise<Map<number, number>> {
  const rows = await tx
    .select({ ownerOfficeId: dossierSights.ownerOfficeId, n: sql<number>`count(distinct ${dossiers.subjectId})` })
    .from(dossierSights)
    .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
    .where(
      and(
        eq(dossierSights.officeId, actor.officeId),
        eq(dossierSights.campaignId, campaignId),
        eq(dossierSights.kind, kind),
        inArray(dossierSights.state, [...doneStates(kind)]),
      ),
    )
    .groupBy(dossierSights.ownerOfficeId);
  return new Map(rows.map(({ ownerOfficeId, n }) => [ownerOfficeId, n]));
}

/** How many finished records count towards each office's targets of a campaign, by office. */
export async function doneByOffice(
  work: Pick<Work, 'tx' | 'actor'>,
  campaignId: number,
  members: readonly MemberRow[],
  counted: readonly Tallied[],
): Promise<Map<number, number>> {
  const bySubject = new Map<Kind, Map<number, number>>();
  const done = new Map<number, number>();
  for (const { officeId, targets } of members)
    for (const { kind, subjects } of targets) {
      if (subjects && !bySubject.has(kind)) bySubject.set(kind, await subjectsDone(work, campaignId, kind));
      const finished = subjects
        ? (bySubject.get(kind)?.get(officeId) ?? 0)
        : sum(counted.filter((one) => one.kind === kind && one.ownerOfficeId === officeId && isDone(one)));
      done.set(officeId, (done.get(officeId) ?? 0) + finished);
    }
  return done;
}

export const isDone = ({ kind, state }: Pick<Tallied, 'kind' | 'state'>) => doneStates(kind).includes(state);
export const sum = (rows: readonly { readonly n: number }[]) => rows.reduce((all, { n }) => all + n, 0);

const NO_FIGURES: CampaignFigures = {
  ...{ due: 0, done: 0, records: 0, checks: 0, rectifications: 0, cases: 0, transfers: 0, overdue: 0 },
};

/** How far some campaigns have come, as their reader sees the records. */
export async function figuresOf(work: Work, ids: readonly number[]): Promise<Map<number, CampaignFigures>> {
  const told = new Map(ids.map((id) => [id, { ...NO_FIGURES }]));
  if (ids.length === 0) return told;
  const counted = await talliesOf(work, ids);
  const members = await membersOfMany(work.tx, ids);
  const late = (await litOf(work)).overdue;
  for (const [id, figures] of told) {
    const own = members.filter((one) => one.campaignId === id);
    const mine = counted.filter((one) => one.campaignId === id && one.kind !== 'assignment');
    const of = (kind: Kind) => sum(mine.filter((one) => one.kind === kind));
    figures.due = own.flatMap(({ targets }) => targets).reduce((all, { n }) => all + n, 0);
    figures.done = [...(await doneByOffice(work, id, own, mine)).values()].reduce((all, n) => all + n, 0);
    figures.records = sum(mine);
    figures.checks = of('spot_check');
    figures.rectifications = of('rectification');
    figures.cases = of('case');
    figures.transfers = of('transfer');
    figures.overdue = sum(late.filter(({ campaignId }) => campaignId === id));
  }
  return told;
}

import { and, asc, between, eq, inArray, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { type Reached, reachDossier, standingDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { OPEN_TO_RECORDS } from '#shared/campaigns/campaign.workflow.ts';
import type { TallyPeriod, TallySending } from '#shared/campaigns/tally.api.ts';
import {
  CLAIMED,
  type Claimed,
  type Period,
  periodsOf,
  standingOf,
  TYPED,
  type Typed,
} from '#shared/campaigns/tally.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { officesOf } from './campaign.read.ts';
import { campaignOf } from './campaign.standing.ts';
import { campaignReports, type ReportRow } from './campaign.table.ts';

type Counts = Record<Claimed, number>;
const none = (): Counts => Object.fromEntries(CLAIMED.map((kind) => [kind, 0])) as Counts;

/** How many records of each ledger an office began under a campaign on each day: what its figures are held against. */
async function begunBy(
  tx: Tx,
  campaignId: number,
  officeIds: readonly number[],
  { from, until }: Omit<Period, 'dueOn'>,
) {
  return tx
    .select({
      officeId: dossiers.ownerOfficeId,
      kind: dossiers.kind,
      on: dossiers.receivedOn,
      n: sql<number>`count(*)`,
    })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.campaignId, campaignId),
        inArray(dossiers.ownerOfficeId, [...officeIds]),
        inArray(dossiers.kind, [...CLAIMED]),
        between(dossiers.receivedOn, from, until),
      ),
    )
    .groupBy(dossiers.ownerOfficeId, dossiers.kind, dossiers.receivedOn);
}

type Begun = Awaited<ReturnType<typeof begunBy>>;

function countsIn(begun: Begun, officeId: number, { from, until }: Omit<Period, 'dueOn'>): Counts {
  const counts = none();
  for (const { kind, on, n, officeId: owner } of begun)
    if (owner === officeId && from <= on && on <= until) counts[kind as Claimed] += n;
  return counts;
}

const sentFor = (tx: Tx, campaignId: number): Promise<ReportRow[]> =>
  tx
    .select()
    .from(campaignReports)
    .where(eq(campaignReports.campaignId, campaignId))
    .orderBy(asc(campaignReports.from), asc(campaignReports.seq));

interface Told {
  readonly campaignId: number;
  readonly officeIds: readonly number[];
  seen(officeId: number): boolean;
}

async function periods(work: Work, { campaignId, officeIds, seen }: Told): Promise<TallyPeriod[]> {
  const plan = await campaignOf(work.tx, campaignId);
  const spans = periodsOf(plan);
  if (spans.length === 0) return [];
  const begun = await begunBy(work.tx, campaignId, officeIds, plan);
  const sent = await sentFor(work.tx, campaignId);
  const today = work.clock.today();
  return officeIds.flatMap((officeId) =>
    spans.map((span) => {
      const last = sent.filter((one) => one.officeId === officeId && one.from === span.from).pop();
      const open = seen(officeId);
      return {
        officeId,
        ...span,
        standing: standingOf(span, last, today),
        tally: open && last ? told(last) : null,
        now: open ? countsIn(begun, officeId, span) : none(),
        seen: open,
      };
    }),
  );
}

function told({ id, seq, zero, late, figures, claimed, counted, note, reason, personId, at }: ReportRow) {
  return { id, seq, zero, late, figures, claimed, counted, note, reason, personId: personId || 1, at };
}

const within = ({ access }: Reached) => access === 'own' || access === 'edit';

/** The periods of one office's figures; whoever only looks on along the line or across the block is told them too. */
export async function talliesOfAssignment(work: Work, id: number): Promise<TallyPeriod[]> {
  const { row } = await reachDossier(work, id, 'assignment', 'overview');
  return periods(work, { campaignId: row.campaignId!, officeIds: [row.ownerOfficeId], seen: () => true });
}

/** Every office's periods; figures only to whoever coordinates or leads, to the others their own. */
export async function talliesOfCampaign(work: Work, id: number): Promise<TallyPeriod[]> {
  const reached = await reachDossier(work, id, 'campaign', 'overview');
  const officeIds = (await officesOf(work.tx, id)).map(({ officeId }) => officeId);
  const seen = (officeId: number) => within(reached) || officeId === work.actor.officeId;
  return periods(work, { campaignId: id, officeIds, seen });
}

/** Hands in the figures of a period: once, late or in time, zero said expressly; stated anew only with a reason. */
export async function sendTally(work: Work, id: number, ask: TallySending): Promise<TallyPeriod[]> {
  const { row } = await reachDossier(work, id, 'assignment', 'own');
  const campaignId = row.campaignId!;
  const campaign = await standingDossier(work.tx, campaignId, 'campaign');
  if (!(OPEN_TO_RECORDS as readonly string[]).includes(campaign.state))
    throw new Refusal('not_allowed_in_state', { state: campaign.state });
  if (row.state === 'to_acknowledge') throw new Refusal('not_allowed_in_state', { state: row.state });
  const period = periodsOf(await campaignOf(work.tx, campaignId)).find(({ from }) => from === ask.from);
  if (!period) throw invalid({ from: 'unknown' });
  const today = work.clock.today();
  if (today < period.until) throw invalid({ from: 'not_over' });
  const { ownerOfficeId: officeId } = row;
  const counted = countsIn(await begunBy(work.tx, campaignId, [officeId], period), officeId, period);
  const figures = Object.fromEntries(TYPED.map((name) => [name, ask[name] ?? 0])) as Record<Typed, number>;
  const claimed = Object.fromEntries(CLAIMED.map((kind) => [kind, ask[kind] ?? null])) as Record<
    Claimed,
    number | null
  >;
  checkZero(ask.zero, [...Object.values(figures), ...Object.values(claimed), ...Object.values(counted)]);
  const before = (await sentFor(work.tx, campaignId)).filter(
    (one) => one.officeId === officeId && one.from === ask.from,
  );
  if (before.length > 0 && !ask.reason?.trim()) throw new Refusal('already_exists', { from: ask.from });
  const late = today > period.dueOn;
  const seq = before.length + 1;
  await work.tx.insert(campaignReports).values({
    ...{
      assignmentId: id,
      campaignId,
      officeId,
      from: period.from,
      seq,
      zero: ask.zero,
      late,
      figures,
      claimed,
      counted,
    },
    note: ask.note ? cleanText(ask.note) : null,
    reason: seq > 1 && ask.reason ? cleanText(ask.reason) : null,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
  await record(work, 'assignment.tallied', id, {
    ...{ on: period.from, until: period.until, seq, zero: ask.zero, late, figures, claimed, counted },
    reason: ask.reason,
  });
  return talliesOfAssignment(work, id);
}

/** Zero is zero in every figure and in the ledgers; what is not zero says something. */
function checkZero(zero: boolean, all: readonly (number | null)[]): void {
  const something = all.some((n) => n !== null && n > 0);
  if (zero && something) throw invalid({ zero: 'not_zero' });
  if (!zero && !something) throw invalid({ zero: 'say_zero' });
}

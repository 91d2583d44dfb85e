import { and, eq, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { campaignFor } from '#server/campaigns/campaign.joined.ts';
import { startClock } from '#server/clocks/clock.service.ts';
import { announce, openDossier } from '#server/dossiers/dossier.service.ts';
import { type DossierRow, dossierNames } from '#server/dossiers/dossier.table.ts';
import { saveFace } from '#server/dossiers/face.service.ts';
import { becomeOf } from '#server/dossiers/parts.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { drawOfficialNumber } from '#server/numbers/number.service.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { addDays, daysBetween } from '#shared/kernel/calendar.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import type { RectificationOrder } from '#shared/rectifications/rectification.asks.ts';
import {
  LONGEST_ORDER,
  PRODUCT_CHECK_DAYS,
  type RectificationSource,
} from '#shared/rectifications/rectification.lists.ts';
import { sealName, subjectOf } from './rectification.identity.ts';
import { indexRectification } from './rectification.search.ts';
import { rectificationOrders, rectifications } from './rectification.table.ts';

/** Orders something to be corrected: draws its number and starts the limit the order itself names. */
export async function orderRectification(work: Work, order: RectificationOrder): Promise<DossierRow> {
  checkOrder(work, order);
  await checkEnforcing(work);
  const source = order.sourceId ? await reachDossier(work, order.sourceId, null, 'read') : null;
  const { whole, ...subject } = await subjectOf(work, order);
  const opened = await openDossier(work, {
    kind: 'rectification',
    title: cleanText(order.title),
    ...subject,
    county: order.county,
    township: order.township ?? null,
    ownerOfficeId: work.actor.officeId,
    handlerId: work.actor.personId,
    state: 'to_correct',
    receivedOn: order.orderedOn,
    restricted: order.restricted,
    campaignId: await campaignFor(work, order.campaignId, source?.row),
  });
  await work.tx.insert(rectifications).values({
    id: opened.id,
    ...saying(order),
    sealed: whole ? sealName(work, opened.id, whole) : null,
    orderNumber: await numberFor(work, opened.id, order),
  });
  if (source) await becomeOf(work, source.row, opened.id);
  const orderId = await giveOrder(work, opened.id, order.orderedOn, order.until, null);
  const [own] = await work.tx
    .update(rectifications)
    .set({ orderId })
    .where(eq(rectifications.id, opened.id))
    .returning();
  if (order.source === 'product_check') await startClock(work, opened.id, 'rectification.recheck', order.orderedOn);
  const ordered = await saveFace(work, opened);
  if (order.restricted)
    await work.tx.insert(dossierNames).values({ dossierId: opened.id, personId: work.actor.personId });
  await settleSights(work, ordered);
  await indexRectification(work, ordered, own!, true);
  await record(work, 'rectification.ordered', opened.id, {
    number: opened.number,
    to: opened.state,
    receivedOn: order.orderedOn,
    until: order.until,
    source: order.source,
    sourceId: order.sourceId,
  });
  await announce(work, ordered, 'registered');
  return ordered;
}

/** Writes an order down and starts its own clock, which ends on the day the order names. Answers its number. */
export async function giveOrder(
  work: Work,
  rectificationId: number,
  orderedOn: string,
  until: string,
  visitId: number | null,
): Promise<number> {
  const [made] = await work.tx
    .insert(rectificationOrders)
    .values({ rectificationId, orderedOn, until, visitId })
    .returning({ id: rectificationOrders.id });
  const length = daysBetween(orderedOn, until);
  await startClock(work, rectificationId, 'rectification.correct', orderedOn, { about: made!.id, length });
  return made!.id;
}

const clean = (text: string | undefined) => (text ? cleanText(text) : null);

function saying(order: RectificationOrder) {
  return {
    source: order.source,
    sourceNote: clean(order.sourceNote),
    subjectKind: order.subjectKind,
    creditCode: order.creditCode ? halfWidth(order.creditCode).toUpperCase() : null,
    matter: order.matter,
    problem: cleanText(order.problem),
    violated: cleanText(order.violated),
    basis: cleanText(order.basis),
    requirement: cleanText(order.requirement),
    consequence: clean(order.consequence),
    place: clean(order.place),
  };
}

async function numberFor(work: Work, dossierId: number, { orderNumber, drawNumber }: RectificationOrder) {
  if (!drawNumber || orderNumber?.trim()) return clean(orderNumber);
  const { officeId } = work.actor;
  return (await drawOfficialNumber(work, { officeId, paper: 'correction_order', dossierId })).text;
}

/** Notes the number its notice drew, where the order had none before. */
export async function noteOrderNumber(work: Work, id: number, number: string): Promise<void> {
  await work.tx
    .update(rectifications)
    .set({ orderNumber: number })
    .where(and(eq(rectifications.id, id), isNull(rectifications.orderNumber)));
}

function checkOrder(work: Work, order: RectificationOrder) {
  const faults: Record<string, string> = {};
  if (![PREFECTURE, ...COUNTIES].includes(order.county as typeof PREFECTURE)) faults['county'] = 'unknown';
  if (!matterOf(order.matter)) faults['matter'] = 'unknown';
  if (order.orderedOn > work.clock.today()) faults['orderedOn'] = 'future';
  const until = untilFault({ ...order, first: true }, order.orderedOn, order.until);
  if (until) faults['until'] = until;
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

/** What of an order bounds how long it may give: in its first round, sixty days where a product spot check found it. */
interface Bounds {
  readonly source: RectificationSource;
  readonly orderedOn: string;
  readonly first: boolean;
}

/** What is wrong with a last day given on a day; null where nothing is. */
export function untilFault({ source, orderedOn, first }: Bounds, on: string, until: string): string | null {
  if (until < on) return 'before_order';
  if (until > addDays(on, LONGEST_ORDER)) return 'too_long';
  return first && source === 'product_check' && until > addDays(orderedOn, PRODUCT_CHECK_DAYS) ? 'beyond_sixty' : null;
}

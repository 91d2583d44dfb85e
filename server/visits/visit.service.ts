import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { reachAny, reachEntity } from '#server/entities/entity.reach.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { PREFECTURE, REGION_CODES } from '#shared/offices/regions.ts';
import type { Visit, VisitLog } from '#shared/visits/visit.api.ts';
import { COUNTS } from '#shared/visits/visit.ts';
import { capsNow, visitCounts } from './visit.count.ts';
import { type VisitRow, visitCaps, visits } from './visit.table.ts';

const ofEntity = prepared((tx) =>
  tx
    .select()
    .from(visits)
    .where(eq(visits.entityId, sql.placeholder('entityId')))
    .orderBy(desc(visits.visitedOn), desc(visits.id))
    .limit(500)
    .prepare(),
);

/** Every visit to an entity, of all departments, newest first. */
export const visitsOf = (work: Pick<Work, 'tx'>, entityId: number): Promise<Visit[]> =>
  ofEntity(work.tx).execute({ entityId });

/** A year's visits with how many count and how many may: read before anybody goes there again. */
export async function visitsOfYear(work: Work, entityId: number, asked?: number) {
  const { county } = await reachAny(work, entityId);
  const year = asked ?? Number(work.clock.today().slice(0, 4));
  const all = await visitsOf(work, entityId);
  const cap = await capsNow(work, year);
  return {
    year,
    cap: cap(county),
    counted: (await visitCounts(work, [entityId], year)).get(entityId) ?? 0,
    visits: all.filter(({ visitedOn }) => visitedOn.startsWith(`${year}-`)),
  };
}

/** Logs a visit of the actor's office. Beyond the cap it is logged with the reason why it was necessary: what happened is written down. */
export async function logVisit(work: Work, entityId: number, ask: VisitLog): Promise<VisitRow> {
  const entity = await reachEntity(work, entityId);
  await checkEnforcing(work);
  if (ask.visitedOn > work.clock.today()) throw invalid({ visitedOn: 'future' });
  const officers = [...new Set(ask.officers.map((name) => name.trim()).filter(Boolean))];
  if (officers.length < 2) throw invalid({ officers: 'two_officers' });
  const counts = COUNTS[ask.purpose];
  const year = Number(ask.visitedOn.slice(0, 4));
  const counted = (await visitCounts(work, [entityId], year)).get(entityId) ?? 0;
  const over = counts && counted >= (await capsNow(work, year))(entity.county);
  const overCapReason = over ? (ask.overCapReason?.trim() ?? '') : null;
  if (over && !overCapReason) throw invalid({ overCapReason: 'over_cap' });
  const [row] = await work.tx
    .insert(visits)
    .values({
      entityId,
      officeId: work.actor.officeId,
      visitedOn: ask.visitedOn,
      purpose: ask.purpose,
      counts,
      officers,
      noticeNumber: ask.noticeNumber?.trim() || null,
      overCapReason,
      loggedBy: work.actor.personId,
      loggedAt: work.clock.now(),
    })
    .returning();
  const { visitedOn: on, purpose } = ask;
  await record(work, 'visit.logged', `visit:${row!.id}`, { entityId, on, purpose, over });
  work.outbox.put({ topic: 'entity', id: entityId, event: 'visited' });
  return row!;
}

/** Takes back a visit that was logged by mistake; it stays in sight with the reason and counts no more. */
export async function cancelVisit(work: Work, id: number, { reason }: { reason: string }): Promise<VisitRow> {
  const [before] = await work.tx.select().from(visits).where(eq(visits.id, id));
  if (!before) throw new Refusal('not_found');
  if (before.officeId !== work.actor.officeId) throw new Refusal('forbidden', { need: 'own' });
  const [row] = await work.tx
    .update(visits)
    .set({ cancelledAt: work.clock.now(), cancelReason: reason })
    .where(and(eq(visits.id, id), isNull(visits.cancelledAt)))
    .returning();
  if (!row) throw new Refusal('not_allowed_in_state', { state: 'cancelled' });
  await record(work, 'visit.cancelled', `visit:${id}`, { entityId: row.entityId, reason });
  work.outbox.put({ topic: 'entity', id: row.entityId, event: 'visited' });
  return row;
}

/** Of some entities those somebody visited, called-off visits included. */
export async function visitedAmong(work: Pick<Work, 'tx'>, ids: readonly number[]): Promise<number[]> {
  const rows = await work.tx
    .selectDistinct({ entityId: visits.entityId })
    .from(visits)
    .where(inArray(visits.entityId, [...ids]));
  return rows.map(({ entityId }) => entityId);
}

/** Points every visit of one entity to another; answers which were moved. */
export async function moveVisits(work: Pick<Work, 'tx'>, fromId: number, toId: number): Promise<number[]> {
  const moved = await work.tx
    .update(visits)
    .set({ entityId: toId })
    .where(eq(visits.entityId, fromId))
    .returning({ id: visits.id });
  return moved.map(({ id }) => id);
}

/** Points moved visits back. */
export async function moveVisitsBack(work: Pick<Work, 'tx'>, ids: readonly number[], toId: number): Promise<void> {
  if (ids.length === 0) return;
  await work.tx
    .update(visits)
    .set({ entityId: toId })
    .where(inArray(visits.id, [...ids]));
}

/** The caps as they were set. */
export const listCaps = (work: Pick<Work, 'tx'>) =>
  work.tx
    .select({ region: visitCaps.region, year: visitCaps.year, cap: visitCaps.cap, reason: visitCaps.reason })
    .from(visitCaps)
    .orderBy(visitCaps.region, visitCaps.year);

/** Sets the cap of a region from a year on: a county's coordinators for their county, the prefecture's for all. */
export async function setCap(work: Work, ask: { region: string; year: number; cap: number; reason: string }) {
  if (!(REGION_CODES as readonly string[]).includes(ask.region)) throw invalid({ region: 'unknown' });
  const place = (await officePlaces(work.tx)).find(({ id }) => id === work.actor.officeId);
  if (place?.region !== PREFECTURE && place?.region !== ask.region)
    throw new Refusal('forbidden', { permission: 'visit_cap.edit' });
  const where = and(eq(visitCaps.region, ask.region), eq(visitCaps.year, ask.year));
  const [before] = await work.tx.select().from(visitCaps).where(where);
  const set = { cap: ask.cap, reason: ask.reason, setBy: work.actor.personId, setAt: work.clock.now() };
  await work.tx
    .insert(visitCaps)
    .values({ region: ask.region, year: ask.year, ...set })
    .onConflictDoUpdate({ target: [visitCaps.region, visitCaps.year], set });
  await record(work, 'visit_cap.set', `region:${ask.region}`, {
    year: ask.year,
    changes: { cap: [before?.cap ?? null, ask.cap] },
    reason: ask.reason,
  });
  return { cap: ask.cap };
}

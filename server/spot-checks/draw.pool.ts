import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import { poolRows } from '#server/entities/entity.pool.ts';
import type { Work } from '#server/kernel/work.ts';
import { holdersOf } from '#server/notices/audience.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { capsNow, visitCounts, visitedAfter } from '#server/visits/visit.count.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { NOT_ENFORCING } from '#shared/offices/departments.ts';
import { DRAW_POOL_MOST, type DrawPlan } from '#shared/spot-checks/draw.api.ts';
import type { DrawPool, Exclusion } from '#shared/spot-checks/draw.ts';

interface Pooled {
  readonly pool: DrawPool;
  readonly excluded: readonly { readonly id: number; readonly why: Exclusion }[];
}

/** Who fits the conditions, less whoever is left out and why; and who may go, less who stands back. */
export async function poolFor(work: Work, plan: DrawPlan): Promise<Pooled> {
  const rows = await poolRows(work, plan, DRAW_POOL_MOST + 1);
  if (rows.length > DRAW_POOL_MOST) throw new Refusal('too_large', { most: DRAW_POOL_MOST });
  const why = await exclusions(work, plan, rows);
  const targets = rows
    .filter(({ id }) => !why.has(id))
    .map(({ id, riskClass }) => ({ id, weight: plan.weights[riskClass ?? 'none'] }))
    .filter(({ weight }) => weight > 0);
  const inspectors = await inspectorsFor(work, plan.officeIds ?? [work.actor.officeId]);
  const recusals = (plan.recusals ?? [])
    .map(({ personId, entityId }) => ({ inspectorId: personId, targetId: entityId }))
    .sort((a, b) => a.inspectorId - b.inspectorId || a.targetId - b.targetId);
  return {
    pool: { targets, inspectors, recusals },
    excluded: [...why].map(([id, reason]) => ({ id, why: reason })),
  };
}

type Row = Awaited<ReturnType<typeof poolRows>>[number];

/** Why a target is left out, the plainest reason first. */
async function exclusions(work: Work, { recentDays }: DrawPlan, rows: readonly Row[]): Promise<Map<number, Exclusion>> {
  const ids = rows.map(({ id }) => id);
  const today = work.clock.today();
  const recent = recentDays > 0 ? await visitedAfter(work, ids, addDays(today, -recentDays)) : new Set<number>();
  const counted = new Map<number, number>();
  for (let at = 0; at < ids.length; at += 200)
    for (const [id, n] of await visitCounts(work, ids.slice(at, at + 200), Number(today.slice(0, 4))))
      counted.set(id, n);
  const cap = await capsNow(work);
  const planned = await plannedBy(work);
  const why = new Map<number, Exclusion>();
  for (const { id, standing, county } of rows) {
    if (standing !== 'open') why.set(id, 'closed');
    else if (planned.has(id)) why.set(id, 'planned');
    else if ((counted.get(id) ?? 0) >= cap(county)) why.set(id, 'cap');
    else if (recent.has(id)) why.set(id, 'recent');
  }
  return why;
}

/** Whom the actor's office has on its list already. */
async function plannedBy({ tx, actor }: Work): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ id: dossiers.subjectId })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.kind, 'spot_check'),
        eq(dossiers.ownerOfficeId, actor.officeId),
        inArray(dossiers.state, ['to_check', 'checking', 'testing']),
        isNull(dossiers.closedOn),
      ),
    )
    .orderBy(asc(dossiers.id));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

/** The inspectors of offices that may enforce, in the order of their numbers. */
async function inspectorsFor(work: Work, officeIds: readonly number[]): Promise<DrawPool['inspectors']> {
  const places = await officePlaces(work.tx);
  const inspectors: { id: number; officeId: number }[] = [];
  for (const officeId of [...officeIds].sort((a, b) => a - b)) {
    const place = places.find(({ id }) => id === officeId);
    if (!place) throw invalid({ officeIds: 'unknown' });
    if (NOT_ENFORCING.includes(place.department)) throw invalid({ officeIds: 'not_enforcing' });
    for (const { personId } of await holdersOf(work.tx, officeId, 'spot_check.handle'))
      if (!inspectors.some(({ id }) => id === personId)) inspectors.push({ id: personId, officeId });
  }
  return inspectors.sort((a, b) => a.id - b.id);
}

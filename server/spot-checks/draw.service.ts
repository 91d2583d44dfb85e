import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { entitiesNamed } from '#server/entities/entity.pool.ts';
import type { Work } from '#server/kernel/work.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { officePlaces } from '#server/offices/office.places.ts';
import { PARTY_KINDS } from '#shared/cases/case.lists.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { COUNTIES, PREFECTURE } from '#shared/offices/regions.ts';
import type { DrawPlan } from '#shared/spot-checks/draw.api.ts';
import { DRAW_ALGORITHM, type Drawn, draw } from '#shared/spot-checks/draw.ts';
import { hashOf, poolHashOf } from './draw.hash.ts';
import { poolFor } from './draw.pool.ts';
import { type DrawColumns, draws } from './draw.table.ts';
import { planSpotCheck, untilFault } from './spot-check.plan.ts';
import { spotChecks } from './spot-check.table.ts';

/** A draw of the actor's own office; another's is not there. */
export async function reachDraw({ tx, actor }: Pick<Work, 'tx' | 'actor'>, id: number): Promise<DrawColumns> {
  const [row] = await tx
    .select()
    .from(draws)
    .where(and(eq(draws.id, id), eq(draws.officeId, actor.officeId)));
  if (!row) throw new Refusal('not_found');
  return row;
}

/** Draws of the actor's office, newest first. */
export const drawsOf = ({ tx, actor }: Pick<Work, 'tx' | 'actor'>): Promise<DrawColumns[]> =>
  tx.select().from(draws).where(eq(draws.officeId, actor.officeId)).orderBy(desc(draws.id)).limit(200);

/** Fixes everything before anything is drawn: the pool and a seed nobody has seen, each with its hash. */
export async function prepareDraw(work: Work, asked: DrawPlan): Promise<number> {
  await checkEnforcing(work);
  const plan = { ...asked, ...(await ownCounty(work, asked)) };
  checkPlan(work, plan);
  if (plan.againOf) {
    const first = await reachDraw(work, plan.againOf);
    if (!first.drawnAt) throw invalid({ againOf: 'not_drawn' });
    if (!plan.reason?.trim()) throw invalid({ reason: 'required' });
  }
  const { pool, excluded } = await poolFor(work, plan);
  if (pool.targets.length < plan.size) throw invalid({ size: 'more_than_pool' });
  if (pool.inspectors.length < 2) throw invalid({ officeIds: 'two_needed' });
  const seed = randomBytes(16).toString('hex');
  const hashes = { poolHash: poolHashOf(pool), seedHash: hashOf(seed) };
  const [made] = await work.tx
    .insert(draws)
    .values({
      officeId: work.actor.officeId,
      personId: work.actor.personId,
      title: cleanText(plan.title),
      plan,
      size: plan.size,
      mode: plan.mode,
      algorithm: DRAW_ALGORITHM,
      pool,
      seed,
      ...hashes,
      excluded,
      againOf: plan.againOf ?? null,
      preparedAt: work.clock.now(),
    })
    .returning();
  await record(work, 'draw.prepared', `draw:${made!.id}`, {
    ...hashes,
    pool: pool.targets.length,
    size: plan.size,
    againOf: plan.againOf,
    reason: plan.reason,
  });
  return made!.id;
}

/** Draws once; each target becomes a planned check with the two who go there. What was drawn stands, whatever is drawn later. */
export async function drawOnce(work: Work, id: number): Promise<void> {
  await checkEnforcing(work);
  const row = await reachDraw(work, id);
  if (row.drawnAt) throw new Refusal('not_allowed_in_state', { state: 'drawn' });
  const drawn = draw(row.seed, row.pool, row.size, row.mode);
  const named = await entitiesNamed(
    work,
    drawn.map(({ targetId }) => targetId),
  );
  const offices = new Map(row.pool.inspectors.map((one) => [one.id, one.officeId]));
  const planned: (Drawn & { checkId: number })[] = [];
  for (const one of drawn) {
    const visitors = [...new Set(one.inspectorIds.map((inspector) => offices.get(inspector)!))];
    const joint = visitors.filter((officeId) => officeId !== work.actor.officeId);
    const check = await planSpotCheck(work, checkOf(row.plan, named.get(one.targetId)!, joint));
    await work.tx.update(spotChecks).set({ drawId: id, drawnIds: one.inspectorIds }).where(eq(spotChecks.id, check.id));
    planned.push({ ...one, checkId: check.id });
  }
  await work.tx
    .update(draws)
    .set({ drawn: planned, drawnAt: work.clock.now() })
    .where(and(eq(draws.id, id), isNull(draws.drawnAt)));
  await record(work, 'draw.drawn', `draw:${id}`, { seed: row.seed, drawn: planned.length });
}

type Named = Awaited<ReturnType<typeof entitiesNamed>> extends Map<number, infer E> ? E : never;

function checkOf(plan: DrawPlan, entity: Named, joint: number[]) {
  const { title, task, approval, matter, plannedOn, until } = plan;
  const kind = PARTY_KINDS.find((one) => one === entity.kind) ?? 'organisation';
  return {
    checkKind: 'inspection' as const,
    purpose: 'random' as const,
    title,
    ...(task ? { task } : {}),
    ...(approval ? { approval } : {}),
    matter,
    subjectKind: kind,
    subjectId: entity.id,
    ...(entity.code ? { creditCode: entity.code } : {}),
    county: entity.county ?? plan.county ?? PREFECTURE,
    ...(entity.township ? { township: entity.township } : {}),
    plannedOn,
    until,
    ...(joint.length > 0 ? { jointOfficeIds: joint } : {}),
    restricted: false,
  };
}

/** A county's office draws from its own county; the prefecture's from whichever it names, or all. */
async function ownCounty({ tx, actor }: Work, { county }: DrawPlan): Promise<Pick<DrawPlan, 'county'>> {
  const region = (await officePlaces(tx)).find(({ id }) => id === actor.officeId)?.region;
  if (!region || region === PREFECTURE) return {};
  if (county && county !== region) throw invalid({ county: 'not_own' });
  return { county: region };
}

function checkPlan(work: Work, plan: DrawPlan) {
  const faults: Record<string, string> = {};
  if (!matterOf(plan.matter)) faults['matter'] = 'unknown';
  if (plan.county && !(COUNTIES as readonly string[]).includes(plan.county)) faults['county'] = 'unknown';
  if (plan.plannedOn < work.clock.today()) faults['plannedOn'] = 'past';
  const until = untilFault(plan.plannedOn, plan.until);
  if (until) faults['until'] = until;
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

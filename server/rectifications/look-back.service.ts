import { randomBytes } from 'node:crypto';
import { and, asc, between, desc, eq, inArray, isNull } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { announce } from '#server/dossiers/dossier.service.ts';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { notify } from '#server/notices/notice.service.ts';
import { checkEnforcing } from '#server/offices/enforcing.ts';
import { matterOf } from '#shared/complaints/routing.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { drawSample } from '#shared/kernel/draw.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type LookBackDraw, POOL_MOST } from '#shared/rectifications/look-back.api.ts';
import { handlersOf } from './rectification.notices.ts';
import { lookBackItems, lookBacks, rectifications } from './rectification.table.ts';

type Scope = Pick<LookBackDraw, 'from' | 'until' | 'county' | 'matter'>;

/** What a sample may be drawn from: signed off in the time, of one's own office or its line, not already drawn and waiting. Oldest first. */
export async function poolOf(work: Work, { from, until, county, matter }: Scope): Promise<number[]> {
  if (until < from) throw invalid({ until: 'before_from' });
  if (matter && !matterOf(matter)) throw invalid({ matter: 'unknown' });
  const rows = await work.tx
    .select({ id: dossiers.id })
    .from(dossierSights)
    .innerJoin(dossiers, eq(dossiers.id, dossierSights.dossierId))
    .innerJoin(rectifications, eq(rectifications.id, dossierSights.dossierId))
    .where(
      and(
        eq(dossierSights.officeId, work.actor.officeId),
        eq(dossierSights.kind, 'rectification'),
        eq(dossierSights.state, 'signed_off'),
        inArray(dossierSights.sight, ['owner', 'line']),
        between(dossiers.closedOn, from, until),
        eq(rectifications.drawn, false),
        county ? eq(dossierSights.county, county) : undefined,
        matter ? eq(rectifications.matter, matter) : undefined,
      ),
    )
    .orderBy(asc(dossiers.id))
    .limit(POOL_MOST + 1);
  if (rows.length > POOL_MOST) throw new Refusal('too_large', { most: POOL_MOST });
  return rows.map(({ id }) => id);
}

/** Draws a sample: the seed, the pool and the sample are kept, so that anybody can draw it again. Tells whoever has to go. */
export async function drawLookBack(work: Work, ask: LookBackDraw): Promise<number> {
  await checkEnforcing(work);
  const pool = await poolOf(work, ask);
  if (ask.size > pool.length) throw invalid({ size: 'more_than_pool' });
  const seed = ask.seed?.trim() || randomBytes(8).toString('hex');
  const drawn = drawSample(seed, pool, ask.size);
  const [made] = await work.tx
    .insert(lookBacks)
    .values({
      officeId: work.actor.officeId,
      personId: work.actor.personId,
      title: cleanText(ask.title),
      from: ask.from,
      until: ask.until,
      county: ask.county ?? null,
      matter: ask.matter ?? null,
      size: ask.size,
      seed,
      pool,
      drawnOn: work.clock.today(),
      at: work.clock.now(),
    })
    .returning();
  await record(work, 'look_back.drawn', `look_back:${made!.id}`, { seed, pool: pool.length, size: ask.size });
  for (const [at, rectificationId] of drawn.entries()) {
    await work.tx.insert(lookBackItems).values({ lookBackId: made!.id, rectificationId, at });
    await askVisit(work, rectificationId, made!.id);
  }
  return made!.id;
}

/** Marks a drawn record, in its own story too, and tells its handler; its version stays, for nothing in it changed. */
async function askVisit(work: Work, id: number, lookBackId: number) {
  await work.tx.update(rectifications).set({ drawn: true }).where(eq(rectifications.id, id));
  await record(work, 'rectification.drawn', id, { lookBackId });
  const [row] = await work.tx.select().from(dossiers).where(eq(dossiers.id, id));
  await notify(work, id, 'assigned', await handlersOf(work, row!));
  await announce(work, row!, 'drawn');
}

const waiting = (id: number) => and(eq(lookBackItems.rectificationId, id), isNull(lookBackItems.visitId));

/** Samples that drew a record and wait for somebody to go. */
export const drawnFor = (tx: Tx, id: number) =>
  tx
    .select({
      lookBackId: lookBacks.id,
      title: lookBacks.title,
      officeId: lookBacks.officeId,
      drawnOn: lookBacks.drawnOn,
    })
    .from(lookBackItems)
    .innerJoin(lookBacks, eq(lookBacks.id, lookBackItems.lookBackId))
    .where(waiting(id))
    .orderBy(desc(lookBacks.id));

/** A visit answers every sample that drew the record and waited. */
export async function answerDrawn(tx: Tx, id: number, visitId: number): Promise<void> {
  await tx.update(lookBackItems).set({ visitId }).where(waiting(id));
}

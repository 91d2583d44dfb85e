import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { dossierSights, dossiers } from '#server/dossiers/dossier.table.ts';
import { askerValues, inTheKnow } from '#server/dossiers/ledger.filter.ts';
import type { Work } from '#server/kernel/work.ts';
import { ownOffices } from '#server/numbers/own-offices.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { LookBack, LookBackItem, LookBackRow } from '#shared/rectifications/look-back.api.ts';
import type { LookBackResult } from '#shared/rectifications/rectification.lists.ts';
import { lookBackItems, lookBacks, rectificationVisits } from './rectification.table.ts';

/** Most samples one list shows: an office draws a few a year. */
const MOST = 200;

const face = ({ at: _, pool, ...row }: typeof lookBacks.$inferSelect) => ({ ...row, pool: pool.length });

/** The samples an office drew, the latest first, with how far each has come. */
export async function listLookBacks(work: Work): Promise<LookBackRow[]> {
  const rows = await work.tx
    .select()
    .from(lookBacks)
    .where(inArray(lookBacks.officeId, await ownOffices(work)))
    .orderBy(desc(lookBacks.id))
    .limit(MOST);
  const come = await work.tx
    .select({
      id: lookBackItems.lookBackId,
      visited: sql<number>`count(${lookBackItems.visitId})`,
      relapsed: sql<number>`count(case when ${rectificationVisits.result} = 'relapsed' then 1 end)`,
    })
    .from(lookBackItems)
    .leftJoin(rectificationVisits, eq(rectificationVisits.id, lookBackItems.visitId))
    .where(
      inArray(
        lookBackItems.lookBackId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(lookBackItems.lookBackId);
  const of = new Map(come.map((one) => [one.id, one]));
  return rows.map((row) => ({
    ...face(row),
    visited: of.get(row.id)?.visited ?? 0,
    relapsed: of.get(row.id)?.relapsed ?? 0,
  }));
}

/** One sample with what it was drawn from; its records as their reader sees them now. */
export async function readLookBack(work: Work, id: number): Promise<LookBack> {
  const [row] = await work.tx.select().from(lookBacks).where(eq(lookBacks.id, id));
  if (!row || !(await ownOffices(work)).includes(row.officeId)) throw new Refusal('not_found');
  const drawn = await work.tx
    .select({ id: lookBackItems.rectificationId })
    .from(lookBackItems)
    .where(eq(lookBackItems.lookBackId, id))
    .orderBy(asc(lookBackItems.at));
  return {
    ...face(row),
    poolIds: [...row.pool],
    drawnIds: drawn.map((one) => one.id),
    items: await itemsOf(work, id),
  };
}

async function itemsOf(work: Work, lookBackId: number): Promise<LookBackItem[]> {
  const { id, number, title, subjectName, county, ownerOfficeId, state, closedOn } = dossiers;
  const rows = await work.tx
    .select({
      ...{ id, number, title, subjectName, county, ownerOfficeId, state, closedOn },
      known: inTheKnow,
      visitedOn: rectificationVisits.visitedOn,
      result: rectificationVisits.result,
    })
    .from(lookBackItems)
    .innerJoin(dossiers, eq(dossiers.id, lookBackItems.rectificationId))
    .innerJoin(
      dossierSights,
      and(eq(dossierSights.dossierId, dossiers.id), eq(dossierSights.officeId, work.actor.officeId)),
    )
    .leftJoin(rectificationVisits, eq(rectificationVisits.id, lookBackItems.visitId))
    .where(eq(lookBackItems.lookBackId, lookBackId))
    .orderBy(asc(lookBackItems.at))
    .prepare()
    .execute(askerValues(work));
  return rows.map(({ known, result, ...found }) => ({
    ...found,
    stub: !known,
    title: known ? found.title : '',
    subjectName: known ? found.subjectName : null,
    result: result as LookBackResult | null,
  }));
}

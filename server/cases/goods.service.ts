import { and, eq, inArray, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { GOODS_LEAVE, type GoodsAct, type GoodsMoving, type GoodsTaking } from '#shared/cases/exhibit.api.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { changeCase, reachOpenCase } from './case.change.ts';
import { goods, goodsActs, measures } from './exhibit.table.ts';

const leaves = (act: GoodsAct) => (GOODS_LEAVE as readonly GoodsAct[]).includes(act);

/** How many kinds of goods are still in the case's keeping. */
export async function goodsKept(tx: Tx, caseId: number): Promise<number> {
  const [row] = await keptIn(tx).execute({ caseId });
  return row?.n ?? 0;
}
const keptIn = prepared((tx) =>
  tx
    .select({ n: sql<number>`count(*)` })
    .from(goods)
    .where(and(eq(goods.caseId, sql.placeholder('caseId')), sql`${goods.kept} > 0`))
    .prepare(),
);

/** The goods of a case with every act. */
export async function goodsOf(tx: Tx, caseId: number) {
  const rows = await tx.select().from(goods).where(eq(goods.caseId, caseId)).orderBy(goods.id);
  const acts =
    rows.length === 0
      ? []
      : await tx
          .select()
          .from(goodsActs)
          .where(
            inArray(
              goodsActs.goodsId,
              rows.map(({ id }) => id),
            ),
          )
          .orderBy(goodsActs.id);
  return rows.map((row) => ({ ...row, acts: acts.filter(({ goodsId }) => goodsId === row.id) }));
}

/** Takes goods into the ledger with the act that brought them in. */
export async function takeGoods(work: Work, caseId: number, { version, takenOn, from, to, ...ask }: GoodsTaking) {
  const before = await reachOpenCase(work, caseId, version);
  checkDay(work, takenOn);
  if (ask.measureId) await checkMeasure(work, caseId, ask.measureId);
  const [made] = await work.tx
    .insert(goods)
    .values({ ...ask, name: cleanText(ask.name), place: cleanText(ask.place), caseId, kept: ask.thousandths })
    .returning();
  await note(work, made!.id, {
    act: 'taken_in',
    on: takenOn,
    thousandths: ask.thousandths,
    place: ask.place,
    from,
    to,
  });
  const after = await changeCase(work, before);
  await record(work, 'goods.taken_in', caseId, {
    goodsId: made!.id,
    name: made!.name,
    thousandths: ask.thousandths,
    unit: ask.unit,
    on: takenOn,
  });
  return { version: after.version, id: made!.id };
}

/** Moves goods, or lets them leave: never more than is there, and destroying or returning says why. */
export async function moveGoods(work: Work, caseId: number, goodsId: number, { version, ...ask }: GoodsMoving) {
  const before = await reachOpenCase(work, caseId, version);
  const [row] = await work.tx
    .select()
    .from(goods)
    .where(and(eq(goods.id, goodsId), eq(goods.caseId, caseId)));
  if (!row) throw new Refusal('not_found');
  checkDay(work, ask.on);
  const thousandths = ask.thousandths ?? row.kept;
  if (row.kept === 0) throw new Refusal('not_allowed_in_state', { state: 'gone' });
  if (thousandths > row.kept) throw invalid({ thousandths: 'more_than_kept' });
  if (leaves(ask.act) && !ask.reason?.trim()) throw invalid({ reason: 'required' });
  if (ask.act === 'moved' && !ask.place?.trim()) throw invalid({ place: 'required' });
  await note(work, goodsId, { ...ask, thousandths });
  await work.tx
    .update(goods)
    .set({
      kept: leaves(ask.act) ? row.kept - thousandths : row.kept,
      ...(ask.act === 'moved' && ask.place ? { place: cleanText(ask.place) } : {}),
    })
    .where(eq(goods.id, goodsId));
  const after = await changeCase(work, before);
  await record(work, 'goods.moved', caseId, {
    goodsId,
    name: row.name,
    act: ask.act,
    thousandths,
    unit: row.unit,
    on: ask.on,
    reason: ask.reason,
  });
  return { version: after.version, id: goodsId };
}

/** Notes that everything still kept went to the police, after the hand-over of a transfer was signed. */
export async function handGoodsToPolice(work: Work, caseId: number, on: string, to: string): Promise<number> {
  const kept = (await goodsOf(work.tx, caseId)).filter((row) => row.kept > 0);
  for (const row of kept) {
    await note(work, row.id, {
      act: 'to_police',
      on,
      thousandths: row.kept,
      from: '承办单位',
      to,
      reason: '移送公安机关',
    });
    await work.tx.update(goods).set({ kept: 0 }).where(eq(goods.id, row.id));
  }
  return kept.length;
}

function checkDay(work: Work, on: string) {
  if (on > work.clock.today()) throw invalid({ on: 'future' });
}

async function checkMeasure(work: Work, caseId: number, id: number) {
  const [found] = await work.tx
    .select({ id: measures.id })
    .from(measures)
    .where(and(eq(measures.id, id), eq(measures.caseId, caseId)));
  if (!found) throw invalid({ measureId: 'unknown' });
}

type NewAct = Omit<typeof goodsActs.$inferInsert, 'goodsId' | 'personId' | 'at'>;

async function note(work: Work, goodsId: number, act: NewAct) {
  await work.tx.insert(goodsActs).values({
    ...act,
    from: cleanText(act.from),
    to: cleanText(act.to),
    goodsId,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
}

import { and, asc, eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { picturesOf } from '#server/files/file.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import type { PairAsk } from '#shared/rectifications/rectification.asks.ts';
import type { PicturePair } from '#shared/rectifications/rectification.schema.ts';
import { picturePairs, rectifications } from './rectification.table.ts';

/** Places one record may show. */
const PAIRS_MOST = 60;

/** A record's places before and after; a picture that was taken out of the record is no longer there. */
export async function pairsOf(tx: Tx, id: number): Promise<PicturePair[]> {
  const rows = await tx
    .select()
    .from(picturePairs)
    .where(eq(picturePairs.rectificationId, id))
    .orderBy(asc(picturePairs.id));
  if (rows.length === 0) return [];
  const there = await picturesOf(tx, id);
  const standing = (fileId: number | null) => (fileId !== null && there.has(fileId) ? fileId : null);
  return rows.map(({ id: pairId, spot, beforeId, afterId }) => ({
    id: pairId,
    spot,
    beforeId: standing(beforeId),
    afterId: standing(afterId),
  }));
}

/** An order that is still being worked, as it was at `version`. */
async function reachOpen(work: Work, id: number, version: number): Promise<DossierRow> {
  const { row } = await reachDossier(work, id, 'rectification', 'edit');
  if (row.version !== version) throw new Refusal('changed_meanwhile', { version: row.version });
  if (ENDS.rectification.includes(row.state)) throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

async function checkPictures(work: Work, id: number, { beforeId, afterId }: PairAsk) {
  const there = await picturesOf(work.tx, id);
  const faults: Record<string, string> = {};
  if (beforeId && !there.has(beforeId)) faults['beforeId'] = 'no_picture';
  if (afterId && !there.has(afterId)) faults['afterId'] = 'no_picture';
  if (!beforeId && !afterId) faults['beforeId'] = 'required';
  if (beforeId && beforeId === afterId) faults['afterId'] = 'repeated';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

const saying = ({ spot, beforeId, afterId }: PairAsk) => ({
  spot: cleanText(spot),
  beforeId: beforeId ?? null,
  afterId: afterId ?? null,
});

/** Counts anew and raises the version: lists show how many places there are and how many are whole. */
async function finish(work: Work, before: DossierRow): Promise<void> {
  const pairs = await pairsOf(work.tx, before.id);
  const pairsWhole = pairs.filter(({ beforeId, afterId }) => beforeId !== null && afterId !== null).length;
  await work.tx.update(rectifications).set({ pairs: pairs.length, pairsWhole }).where(eq(rectifications.id, before.id));
  await changeDossier(work, before, {});
}

/** Sets two pictures of one place side by side; the one after may come later. */
export async function addPair(work: Work, id: number, ask: PairAsk): Promise<void> {
  const before = await reachOpen(work, id, ask.version);
  await checkPictures(work, id, ask);
  if ((await pairsOf(work.tx, id)).length >= PAIRS_MOST) throw new Refusal('too_large', { most: PAIRS_MOST });
  const said = saying(ask);
  await work.tx.insert(picturePairs).values({ rectificationId: id, ...said });
  await finish(work, before);
  await record(work, 'rectification.pictured', id, { ...said });
}

/** Changes what a pair shows. */
export async function setPair(work: Work, id: number, pairId: number, ask: PairAsk): Promise<void> {
  const before = await reachOpen(work, id, ask.version);
  const at = and(eq(picturePairs.id, pairId), eq(picturePairs.rectificationId, id));
  const [pair] = await work.tx.select().from(picturePairs).where(at);
  if (!pair) throw new Refusal('not_found');
  await checkPictures(work, id, ask);
  const said = saying(ask);
  await work.tx.update(picturePairs).set(said).where(at);
  await finish(work, before);
  await record(work, 'rectification.pictured', id, { spot: said.spot, changes: changesOf<object>(pair, said) });
}

/** Takes a pair apart; the pictures stay among the record's files. */
export async function dropPair(work: Work, id: number, pairId: number, version: number): Promise<void> {
  const before = await reachOpen(work, id, version);
  const at = and(eq(picturePairs.id, pairId), eq(picturePairs.rectificationId, id));
  const [pair] = await work.tx.delete(picturePairs).where(at).returning();
  if (!pair) throw new Refusal('not_found');
  await finish(work, before);
  const { spot, beforeId, afterId } = pair;
  await record(work, 'rectification.unpictured', id, { spot, beforeId, afterId });
}

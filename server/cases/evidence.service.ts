import { and, eq, isNull, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Tx } from '#server/db/database.ts';
import { reachFile } from '#server/files/file.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { EvidenceAdding } from '#shared/cases/exhibit.api.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { changeCase, reachOpenCase } from './case.change.ts';
import { evidence } from './exhibit.table.ts';

const standing = and(isNull(evidence.withdrawnOn), eq(evidence.replaced, false));

/** How many pieces of evidence stand. */
export async function evidenceCount(tx: Tx, caseId: number): Promise<number> {
  const [row] = await standingIn(tx).execute({ caseId });
  return row?.n ?? 0;
}
const standingIn = prepared((tx) =>
  tx
    .select({ n: sql<number>`count(*)` })
    .from(evidence)
    .where(and(eq(evidence.caseId, sql.placeholder('caseId')), standing))
    .prepare(),
);

/** Every piece with its versions, withdrawn ones among them, oldest first. */
export const evidenceOf = (tx: Tx, caseId: number) =>
  tx.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(evidence.id);

/** Adds a piece, or a new version of one; the hash of its file stands with it for good. */
export async function addEvidence(work: Work, caseId: number, { version, ...ask }: EvidenceAdding) {
  const before = await reachOpenCase(work, caseId, version);
  if (ask.collectedOn > work.clock.today()) throw invalid({ collectedOn: 'future' });
  const file = ask.fileId ? (await reachFile(work, ask.fileId, 'read')).file : null;
  if (file && file.dossierId !== caseId) throw invalid({ fileId: 'unknown' });
  const replaced = ask.replacesId ? await standingPiece(work, caseId, ask.replacesId) : null;
  if (replaced) await work.tx.update(evidence).set({ replaced: true }).where(eq(evidence.id, replaced.id));
  const [made] = await work.tx
    .insert(evidence)
    .values({
      ...ask,
      title: cleanText(ask.title),
      source: cleanText(ask.source),
      collectedBy: cleanText(ask.collectedBy),
      caseId,
      sha256: file?.sha256 ?? null,
      version: (replaced?.version ?? 0) + 1,
      personId: work.actor.personId,
      at: work.clock.now(),
    })
    .returning();
  const after = await changeCase(work, before);
  await record(work, replaced ? 'evidence.replaced' : 'evidence.added', caseId, {
    evidenceId: made!.id,
    kind: ask.kind,
    title: made!.title,
    sha256: made!.sha256,
    replacesId: ask.replacesId,
  });
  return { version: after.version, id: made!.id };
}

async function standingPiece(work: Work, caseId: number, id: number) {
  const [found] = await work.tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.id, id), eq(evidence.caseId, caseId), standing));
  if (!found) throw new Refusal('not_found');
  return found;
}

/** Takes a piece out of what the case rests on; it stays in the file with the reason. */
export async function withdrawEvidence(
  work: Work,
  caseId: number,
  id: number,
  ask: { reason: string; version: number },
) {
  const before = await reachOpenCase(work, caseId, ask.version);
  const { title } = await standingPiece(work, caseId, id);
  await work.tx
    .update(evidence)
    .set({ withdrawnOn: work.clock.today(), withdrawnBecause: cleanText(ask.reason) })
    .where(eq(evidence.id, id));
  const after = await changeCase(work, before);
  await record(work, 'evidence.withdrawn', caseId, { evidenceId: id, title, reason: ask.reason });
  return { version: after.version, id };
}

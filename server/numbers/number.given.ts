import { and, eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { numberKey } from '#shared/numbers/number.template.ts';
import type { PaperCode } from '#shared/numbers/paper.codes.ts';
import { keepForeignNumber } from './number.service.ts';
import { numberCounters, officialNumbers } from './number.table.ts';

interface Given {
  readonly officeId: number;
  readonly paper: PaperCode;
  readonly dossierId: number;
  readonly text: string;
}

/** Enters a number the office gave before it kept its numbers here; the next drawn of that year comes after it, so it is never given twice. */
export async function keepGivenNumber(work: Work, { officeId, paper, dossierId, text: written }: Given): Promise<void> {
  const text = cleanText(written);
  const key = numberKey(text);
  const [same] = await work.tx
    .select()
    .from(officialNumbers)
    .where(and(eq(officialNumbers.officeId, officeId), eq(officialNumbers.key, key)));
  if (same && (same.dossierId !== null || same.standing !== 'void')) throw new Refusal('already_exists');
  const read = /〔(\d{4})〕第?(\d{1,8})号$/.exec(key);
  if (!read) {
    await keepForeignNumber(work, dossierId, { text });
    return;
  }
  const [year, running] = [Number(read[1]), Number(read[2])];
  const { last } = numberCounters;
  await work.tx
    .insert(numberCounters)
    .values({ officeId, paper, year, last: running })
    .onConflictDoUpdate({
      target: [numberCounters.officeId, numberCounters.paper, numberCounters.year],
      set: { last: sql`max(${last}, excluded.last)` },
    });
  const use = { standing: 'used', dossierId, personId: work.actor.personId, at: work.clock.now() } as const;
  if (same) {
    const again = { ...use, voidedBy: null, voidedAt: null, reason: null };
    await work.tx.update(officialNumbers).set(again).where(eq(officialNumbers.id, same.id));
  } else {
    const place = { officeId, paper, year, running };
    const [taken] = await work.tx
      .select({ id: officialNumbers.id })
      .from(officialNumbers)
      .where(
        and(
          eq(officialNumbers.officeId, officeId),
          eq(officialNumbers.paper, paper),
          eq(officialNumbers.year, year),
          eq(officialNumbers.running, running),
        ),
      );
    if (taken) await keepForeignNumber(work, dossierId, { text });
    else await work.tx.insert(officialNumbers).values({ ...place, ...use, text, key });
  }
  await record(work, 'number.entered', dossierId, { paper, number: text });
}

/** Lets go of a record's numbers before the record is taken out: the office's own stay in its register, voided with the reason. */
export async function releaseNumbers(work: Work, dossierId: number, reason: string): Promise<void> {
  const { foreignNumbers } = await import('./number.table.ts');
  await work.tx.delete(foreignNumbers).where(eq(foreignNumbers.dossierId, dossierId));
  await work.tx
    .update(officialNumbers)
    .set({ standing: 'void', dossierId: null, voidedBy: work.actor.personId, voidedAt: work.clock.now(), reason })
    .where(eq(officialNumbers.dossierId, dossierId));
}

import { eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { announce, changeDossier } from '#server/dossiers/dossier.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { numberKey, numberText } from '#shared/numbers/number.template.ts';
import type { PaperCode } from '#shared/numbers/paper.codes.ts';
import { shownNumber } from './number.register.ts';
import { foreignNumbers, numberCounters, type OfficialNumberRow, officialNumbers } from './number.table.ts';
import { templateOf } from './number.templates.ts';
import { ownOffices } from './own-offices.ts';

/** Numbers one note may declare used outside: more than an office writes in a year. */
const RUN_MOST = 5000;

const advance = prepared((tx) =>
  tx
    .insert(numberCounters)
    .values({
      officeId: sql.placeholder('officeId'),
      paper: sql.placeholder('paper'),
      year: sql.placeholder('year'),
      last: sql.placeholder('by'),
    })
    .onConflictDoUpdate({
      target: [numberCounters.officeId, numberCounters.paper, numberCounters.year],
      set: { last: sql`${numberCounters.last} + excluded.last` },
    })
    .returning({ last: numberCounters.last })
    .prepare(),
);

const yearOf = (work: Work) => Number(work.clock.today().slice(0, 4));

/**
 * The next official number of an office's paper, drawn at approval inside the turn that uses it: none twice, none lost, because
 * the counter, the row and the use stand or fall together. Whoever calls it has checked that the record may bear it.
 */
export async function drawOfficialNumber(
  work: Work,
  { officeId, paper, dossierId, note }: { officeId: number; paper: PaperCode; dossierId: number; note?: string },
): Promise<OfficialNumberRow> {
  const year = yearOf(work);
  const template = await templateOf(work.tx, officeId, paper, year);
  const [drawn] = await advance(work.tx).execute({ officeId, paper, year, by: 1 });
  const text = numberText(template, year, drawn!.last);
  const [row] = await work.tx
    .insert(officialNumbers)
    .values({
      officeId,
      paper,
      year,
      running: drawn!.last,
      text,
      key: numberKey(text),
      standing: 'used',
      dossierId,
      note: note ?? null,
      personId: work.actor.personId,
      at: work.clock.now(),
    })
    .returning();
  await record(work, 'number.drawn', dossierId, { numberId: row!.id, paper, number: text });
  return row!;
}

/** Draws a number for a paper that is written outside the product, for a record of one's office. */
export async function drawByHand(
  work: Work,
  dossierId: number,
  ask: { paper: PaperCode; note: string; version: number },
) {
  const { row: before } = await reachDossier(work, dossierId, null, 'edit');
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  const { officeId } = work.actor;
  const drawn = await drawOfficialNumber(work, { officeId, paper: ask.paper, dossierId, note: cleanText(ask.note) });
  const { version } = await changeDossier(work, before, {});
  return { number: await shownNumber(work, drawn), version };
}

/** Voids a number for good: it stays in the register with who, when and why, and is never drawn again. */
export async function voidNumber(work: Work, id: number, { reason }: { reason: string }) {
  const [before] = await work.tx.select().from(officialNumbers).where(eq(officialNumbers.id, id));
  if (!before || !(await ownOffices(work)).includes(before.officeId)) throw new Refusal('not_found');
  if (before.standing !== 'used') throw new Refusal('not_allowed_in_state', { state: before.standing });
  const dossier = before.dossierId ? await reachDossier(work, before.dossierId, null, 'read') : null;
  const [after] = await work.tx
    .update(officialNumbers)
    .set({ standing: 'void', voidedBy: work.actor.personId, voidedAt: work.clock.now(), reason: cleanText(reason) })
    .where(eq(officialNumbers.id, id))
    .returning();
  await record(work, 'number.voided', before.dossierId ?? `number:${id}`, {
    numberId: id,
    number: before.text,
    reason,
  });
  if (dossier) await announce(work, dossier.row, 'number_voided');
  return shownNumber(work, after!);
}

/** Declares the numbers up to one as used on paper outside the product, so that the next drawn follows them and the gap is explained. */
export async function declareOutside(work: Work, ask: { paper: PaperCode; until: number; reason: string }) {
  const { officeId } = work.actor;
  const year = yearOf(work);
  const [{ last }] = (await advance(work.tx).execute({ officeId, paper: ask.paper, year, by: 0 })) as [
    { last: number },
  ];
  if (ask.until <= last) throw invalid({ until: 'drawn_already' });
  if (ask.until - last > RUN_MOST) throw invalid({ until: 'too_far' });
  await advance(work.tx).execute({ officeId, paper: ask.paper, year, by: ask.until - last });
  const text = numberText(await templateOf(work.tx, officeId, ask.paper, year), year, last + 1);
  const [row] = await work.tx
    .insert(officialNumbers)
    .values({
      officeId,
      paper: ask.paper,
      year,
      running: last + 1,
      until: ask.until,
      text,
      key: numberKey(text),
      standing: 'outside',
      personId: work.actor.personId,
      at: work.clock.now(),
      reason: cleanText(ask.reason),
    })
    .returning();
  await record(work, 'number.declared_outside', `office:${officeId}`, {
    paper: ask.paper,
    from: String(last + 1),
    to: String(ask.until),
    reason: ask.reason,
  });
  return shownNumber(work, row!);
}

/** Keeps a number somebody else gave to a paper in this record, exactly as it is written; the same number twice is one. */
export async function keepForeignNumber(
  work: Work,
  dossierId: number,
  ask: { text: string; issuer?: string | undefined; datedOn?: string | undefined },
) {
  const text = cleanText(ask.text);
  const key = numberKey(text);
  const known = await work.tx.select().from(foreignNumbers).where(eq(foreignNumbers.dossierId, dossierId));
  const same = known.find((one) => one.key === key);
  if (same) return same;
  const [row] = await work.tx
    .insert(foreignNumbers)
    .values({
      dossierId,
      text,
      key,
      issuer: ask.issuer ? cleanText(ask.issuer) : null,
      datedOn: ask.datedOn ?? null,
      personId: work.actor.personId,
      at: work.clock.now(),
    })
    .returning();
  await record(work, 'number.foreign_kept', dossierId, { number: text });
  return row!;
}

/** The same, asked for by a person at the record's version. */
export async function enterForeignNumber(
  work: Work,
  dossierId: number,
  ask: { text: string; issuer?: string; datedOn?: string; version: number },
) {
  const { row: before } = await reachDossier(work, dossierId, null, 'edit');
  if (before.version !== ask.version) throw new Refusal('changed_meanwhile', { version: before.version });
  if (ask.datedOn && ask.datedOn > work.clock.today()) throw invalid({ datedOn: 'future' });
  const number = await keepForeignNumber(work, dossierId, ask);
  const { version } = await changeDossier(work, before, {});
  return { number, version };
}

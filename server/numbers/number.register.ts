import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { ACCESS, type Access } from '#shared/auth/access.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { NumberYear, OfficialNumber } from '#shared/numbers/number.api.ts';
import { numberKey } from '#shared/numbers/number.template.ts';
import type { PaperCode } from '#shared/numbers/paper.codes.ts';
import { foreignNumbers, numberCounters, type OfficialNumberRow, officialNumbers } from './number.table.ts';
import { ownOffices } from './own-offices.ts';

const NOTHING = { dossierId: null, dossierKind: null, dossierNumber: null, dossierTitle: null, reads: false };
const opens = (access: Access, need: Access) => ACCESS.indexOf(access) >= ACCESS.indexOf(need);

/** The record as far as its reader sees it; whoever sees no more than its stub is told no title. */
async function glimpse(work: Work, dossierId: number | null) {
  if (dossierId === null) return NOTHING;
  const reached = await reachDossier(work, dossierId, null, 'stub').catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!reached) return NOTHING;
  const { row, access } = reached;
  return {
    dossierId,
    dossierKind: row.kind,
    dossierNumber: row.number,
    dossierTitle: opens(access, 'overview') ? row.title : null,
    reads: opens(access, 'read'),
  };
}

/** A number as its reader sees it. What was noted about it, and why it was voided, is the record's to tell. */
export async function shownNumber(work: Work, number: OfficialNumberRow): Promise<OfficialNumber> {
  const { key: _, ...row } = number;
  const { reads, ...seen } = await glimpse(work, row.dossierId);
  const open = reads || row.dossierId === null;
  return { ...row, ...seen, note: open ? row.note : null, reason: open ? row.reason : null };
}

/** An office's numbers of one paper and year, in their order; another office's register is not there. */
export async function listRegister(
  work: Work,
  ask: { officeId: number; paper: PaperCode; year: number; cursor?: string; limit?: number },
) {
  if (!(await ownOffices(work)).includes(ask.officeId)) throw new Refusal('not_found');
  const limit = ask.limit ?? 50;
  const found = await work.tx
    .select()
    .from(officialNumbers)
    .where(
      and(
        eq(officialNumbers.officeId, ask.officeId),
        eq(officialNumbers.paper, ask.paper),
        eq(officialNumbers.year, ask.year),
        gt(officialNumbers.running, Number(ask.cursor) || 0),
      ),
    )
    .orderBy(asc(officialNumbers.running))
    .limit(limit + 1);
  const rows: OfficialNumber[] = [];
  for (const row of found.slice(0, limit)) rows.push(await shownNumber(work, row));
  return { rows, next: found.length > limit ? String(rows[rows.length - 1]!.running) : null };
}

/** Every year and paper for which the actor's offices hold numbers, newest first, with what became of them. */
export async function listYears(work: Work): Promise<NumberYear[]> {
  const own = await ownOffices(work);
  const { officeId, paper, year, standing, running, until } = officialNumbers;
  const sums = await work.tx
    .select({ officeId, paper, year, standing, n: sql<number>`sum(coalesce(${until}, ${running}) - ${running} + 1)` })
    .from(officialNumbers)
    .where(inArray(officeId, own))
    .groupBy(officeId, paper, year, standing);
  const counters = await work.tx.select().from(numberCounters).where(inArray(numberCounters.officeId, own));
  const sum = (of: (typeof counters)[number], wanted: OfficialNumberRow['standing']) =>
    sums.find(
      (one) =>
        one.officeId === of.officeId && one.paper === of.paper && one.year === of.year && one.standing === wanted,
    )?.n ?? 0;
  return counters
    .map((of) => ({ ...of, used: sum(of, 'used'), voided: sum(of, 'void'), outside: sum(of, 'outside') }))
    .sort((a, b) => b.year - a.year || a.officeId - b.officeId || (a.paper < b.paper ? -1 : 1));
}

/** The numbers of one record: those drawn for it and those others gave; none for whoever may not read it. */
export async function numbersOf(work: Work, dossierId: number) {
  const { access } = await reachDossier(work, dossierId, null, 'stub');
  if (!opens(access, 'read')) return { own: [], foreign: [] };
  const drawn = await work.tx.select().from(officialNumbers).where(eq(officialNumbers.dossierId, dossierId));
  const own: OfficialNumber[] = [];
  for (const row of drawn) own.push(await shownNumber(work, row));
  const foreign = await work.tx.select().from(foreignNumbers).where(eq(foreignNumbers.dossierId, dossierId));
  return { own, foreign };
}

/** The newest number in use of each paper of a record. */
export async function latestNumbers(tx: Work['tx'], dossierId: number): Promise<ReadonlyMap<PaperCode, string>> {
  const used = await tx
    .select({ paper: officialNumbers.paper, text: officialNumbers.text })
    .from(officialNumbers)
    .where(and(eq(officialNumbers.dossierId, dossierId), eq(officialNumbers.standing, 'used')))
    .orderBy(asc(officialNumbers.id));
  return new Map(used.map(({ paper, text }) => [paper, text]));
}

/** Numbers in use a step drew for a paper of the record that is still to be made; those drawn by hand are for papers made elsewhere. */
export function numbersWaiting(tx: Work['tx'], dossierId: number, paper: PaperCode): Promise<OfficialNumberRow[]> {
  const { standing, note } = officialNumbers;
  return tx
    .select()
    .from(officialNumbers)
    .where(
      and(
        eq(officialNumbers.dossierId, dossierId),
        eq(officialNumbers.paper, paper),
        eq(standing, 'used'),
        isNull(note),
      ),
    )
    .orderBy(asc(officialNumbers.id));
}

/** Records one sees that bear this number, however it is written. */
export async function findByOfficialNumber(work: Work, { text }: { text: string }) {
  const key = numberKey(text);
  const drawn = await work.tx.select().from(officialNumbers).where(eq(officialNumbers.key, key)).limit(50);
  const foreign = await work.tx.select().from(foreignNumbers).where(eq(foreignNumbers.key, key)).limit(50);
  const found: { id: number; kind: NonNullable<OfficialNumber['dossierKind']>; number: string; text: string }[] = [];
  for (const one of [...drawn, ...foreign]) {
    const seen = await glimpse(work, one.dossierId);
    if (seen.dossierKind && seen.dossierTitle !== null && !found.some(({ id }) => id === seen.dossierId))
      found.push({ id: seen.dossierId, kind: seen.dossierKind, number: seen.dossierNumber, text: one.text });
  }
  return found;
}

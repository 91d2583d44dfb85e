import { and, eq, or, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { checkOpeningPace, OPEN_SECONDS } from '#server/audit/openings.service.ts';
import { dossierLinks } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Complainant } from '#shared/complaints/complaint.schema.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { maskName } from '#shared/kernel/masking.ts';
import { complainantMarks, complainants, complaints } from './complaint.table.ts';

const insertSealed = prepared((tx) =>
  tx
    .insert(complainants)
    .values({ id: sql.placeholder('id'), sealed: sql.placeholder('sealed') })
    .prepare(),
);
const insertMark = prepared((tx) =>
  tx
    .insert(complainantMarks)
    .values({
      dossierId: sql.placeholder('dossierId'),
      mark: sql.placeholder('mark'),
      digest: sql.placeholder('digest'),
    })
    .onConflictDoNothing()
    .prepare(),
);

const about = (dossierId: number) => `complainant:${dossierId}`;
const digitsOf = (phone: string) => phone.normalize('NFKC').replace(/\D/g, '');

/** What a list may show of a complainant: 张*, or nothing where there is no name to mask. */
export const maskOf = (complainant: Complainant): string | null =>
  complainant.name?.trim() ? maskName(complainant.name.trim()) : null;

/** Seals who complains into the compartment, and leaves keyed marks for exact look-ups. */
export async function sealIdentity(work: Work, dossierId: number, complainant: Complainant): Promise<void> {
  if (Object.values(complainant).every((value) => !value)) return;
  await insertSealed(work.tx).execute({
    id: dossierId,
    sealed: work.vault.seal(JSON.stringify(complainant), about(dossierId)),
  });
  const phone = digitsOf(complainant.phone ?? '');
  if (phone.length >= 7) await mark(work, dossierId, 'phone', phone);
  if (phone.length >= 4) await mark(work, dossierId, 'tail', phone.slice(-4));
  if (complainant.idNo) await mark(work, dossierId, 'id_no', complainant.idNo.normalize('NFKC').toUpperCase());
}

async function mark(work: Work, dossierId: number, kind: 'phone' | 'tail' | 'id_no', value: string) {
  await insertMark(work.tx).execute({ dossierId, mark: kind, digest: work.vault.blind(value, kind) });
}

/** Who complained, unsealed for the product's own use: whoever calls it answers for what becomes of it. */
export async function complainantOf(work: Pick<Work, 'tx' | 'vault'>, id: number): Promise<Complainant | null> {
  const [row] = await work.tx.select({ sealed: complainants.sealed }).from(complainants).where(eq(complainants.id, id));
  return row ? (JSON.parse(work.vault.open(row.sealed, about(id))) as Complainant) : null;
}

/** What tells who complained, as words that must not be read where the law does not name them. */
export const secretsOf = ({ name, phone, idNo, address, agent }: Complainant): string[] =>
  [name, phone, idNo, address, agent].filter((one): one is string => Boolean(one));

/** The same for every complaint a record of another ledger is linked with, whether its reader sees them or not. */
export async function secretsLinked(work: Work, dossierId: number): Promise<string[]> {
  const { fromId, toId } = dossierLinks;
  const linked = await work.tx
    .select({ id: complainants.id, sealed: complainants.sealed })
    .from(dossierLinks)
    .innerJoin(complainants, or(eq(complainants.id, fromId), eq(complainants.id, toId)))
    .where(or(eq(fromId, dossierId), eq(toId, dossierId)));
  return linked.flatMap(({ id, sealed }) => secretsOf(JSON.parse(work.vault.open(sealed, about(id))) as Complainant));
}

/** Counts on the record that somebody was shown who complained. */
export const countOpening = (work: Work, id: number) =>
  work.tx
    .update(complaints)
    .set({ identityOpenings: sql`${complaints.identityOpenings} + 1` })
    .where(eq(complaints.id, id));

/** Opens who complained, for a minute and a stated reason; each opening is an audit line and is counted on the record. */
export async function openIdentity(work: Work, id: number, { reason }: { reason: string }) {
  await reachDossier(work, id, 'complaint', 'edit');
  await checkOpeningPace(work);
  const complainant = await complainantOf(work, id);
  if (!complainant) throw new Refusal('not_found');
  await countOpening(work, id);
  await record(work, 'identity.opened', id, { reason });
  return { complainant, seconds: OPEN_SECONDS };
}

/** Records of the actor's own office whose complainant has this phone, or whose phone ends in these four digits. */
export async function findByPhone(work: Work, written: string): Promise<number[]> {
  const digits = digitsOf(written);
  if (digits.length < 4) return [];
  const kind = digits.length >= 7 ? 'phone' : 'tail';
  const value = kind === 'phone' ? digits : digits.slice(-4);
  return idsMarked(work, kind, value);
}

async function idsMarked(work: Work, kind: 'phone' | 'tail' | 'id_no', value: string): Promise<number[]> {
  const rows = await work.tx
    .select({ id: complainantMarks.dossierId })
    .from(complainantMarks)
    .where(and(eq(complainantMarks.digest, work.vault.blind(value, kind)), eq(complainantMarks.mark, kind)))
    .limit(200);
  const own: number[] = [];
  for (const { id } of rows) {
    const reached = await reachDossier(work, id, 'complaint', 'edit').catch(() => null);
    if (reached) own.push(id);
  }
  return own;
}

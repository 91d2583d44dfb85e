import { eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { checkOpeningPace, OPEN_SECONDS } from '#server/audit/openings.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import type { Complainant } from '#shared/complaints/complaint.schema.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { maskName } from '#shared/kernel/masking.ts';
import type { TransferParty } from '#shared/transfers/transfer.schema.ts';
import { sideAt } from './transfer.sides.ts';
import { columnsOf } from './transfer.standing.ts';
import { transferIdentities, transfers } from './transfer.table.ts';

interface Sealed {
  readonly parties: readonly Party[];
  readonly complainant: Complainant | null;
}
const NOBODY: Sealed = { parties: [], complainant: null };

const about = (id: number) => `transfer:${id}`;

/** A party as lists and papers before opening show it: a natural person's name masked, a business's told. */
export function maskedParty({ kind, name, creditCode, legalRep, idNo, phone, address }: Party): TransferParty {
  return {
    kind,
    name: isPerson(kind) ? maskName(name) : cleanText(name),
    creditCode: creditCode ? halfWidth(creditCode).toUpperCase() : null,
    legalRep: legalRep ? maskName(legalRep) : null,
    sealed: Boolean(isPerson(kind) || legalRep || idNo || phone || address),
  };
}

async function sealedOf(work: Pick<Work, 'tx' | 'vault'>, id: number): Promise<Sealed> {
  const [row] = await work.tx.select().from(transferIdentities).where(eq(transferIdentities.id, id));
  return row ? (JSON.parse(work.vault.open(row.sealed, about(id))) as Sealed) : NOBODY;
}

/** Seals who is named; what is not said anew stays as it was. */
export async function sealIdentities(work: Work, id: number, change: Partial<Sealed>): Promise<void> {
  const whole = { ...(await sealedOf(work, id)), ...change };
  const sealed = work.vault.seal(JSON.stringify(whole), about(id));
  await work.tx.insert(transferIdentities).values({ id, sealed }).onConflictDoUpdate({
    target: transferIdentities.id,
    set: { sealed },
  });
}

/** The parties whole, as a form would say them; sealed wherever they are kept. */
export const sealedParties = async (work: Pick<Work, 'tx' | 'vault'>, id: number): Promise<readonly Party[]> =>
  (await sealedOf(work, id)).parties;

/** Whether anybody sealed into a transfer stands in a text in the clear. */
export async function namedIn(work: Work, id: number, text: string): Promise<boolean> {
  const { parties } = await sealedOf(work, id);
  return parties.some(({ kind, name, idNo, phone }) =>
    [isPerson(kind) ? name : '', idNo ?? '', phone ?? ''].some((word) => word.length > 1 && text.includes(word)),
  );
}

/** Opens who is named, for a minute and a stated reason: to the sender, and to whom it was lawfully sent once they took it on. */
export async function openIdentities(work: Work, id: number, { reason }: { reason: string }) {
  const reached = await reachDossier(work, id, 'transfer', 'edit');
  const own = await columnsOf(work.tx, id);
  const may = permissionsOf(work.actor);
  if (!may.has('identity.open') && !may.has('transfer.receive'))
    throw new Refusal('forbidden', { permission: 'identity.open' });
  const side = await sideAt(work, reached, own);
  if (side !== 'sender' && side !== 'receiver') throw new Refusal('not_found');
  await checkOpeningPace(work);
  const { parties, complainant } = await sealedOf(work, id);
  await countTransferOpening(work, id);
  await record(work, 'identity.opened', id, { reason });
  return { parties: [...parties], complainant, seconds: OPEN_SECONDS };
}

/** Counts on a transfer that somebody opened who is named in it. */
export const countTransferOpening = (work: Work, id: number): Promise<unknown> =>
  work.tx
    .update(transfers)
    .set({ identityOpenings: sql`${transfers.identityOpenings} + 1` })
    .where(eq(transfers.id, id));

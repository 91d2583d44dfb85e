import { eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { checkOpeningPace, OPEN_SECONDS } from '#server/audit/openings.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { prepared } from '#server/kernel/prepared.ts';
import { inserting } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { isNameless } from '#shared/cases/case.title.ts';
import { cleanText, halfWidth } from '#shared/entities/identity.ts';
import { maskIdNo, maskName } from '#shared/kernel/masking.ts';
import { type CasePartyRow, caseParties, cases } from './case.table.ts';

interface Personal {
  readonly idNo?: string;
  readonly phone?: string;
  readonly address?: string;
}

const about = (caseId: number, at: number) => `case_party:${caseId}:${at}`;

/** A party's name as lists, search and notices may carry it: a natural person's masked. */
export const listedName = ({ kind, name }: Pick<Party, 'kind' | 'name'>): string =>
  isPerson(kind) && !isNameless(name) ? maskName(name) : name;

/** The parties of a case in their order. */
export const partiesOf = prepared((tx) =>
  tx
    .select()
    .from(caseParties)
    .where(eq(caseParties.caseId, sql.placeholder('id')))
    .orderBy(caseParties.at)
    .prepare(),
);

const insert = inserting(caseParties);

/** Writes the parties anew; what of a party is personal and was not asked again stays as it was sealed, unless all of it was said. */
export async function saveParties(work: Work, caseId: number, parties: readonly Party[], keep = true): Promise<void> {
  const before = await partiesOf(work.tx).execute({ id: caseId });
  if (before.length > 0) await work.tx.delete(caseParties).where(eq(caseParties.caseId, caseId));
  for (const [at, party] of parties.entries()) {
    const name = cleanText(party.name);
    const known = keep ? before.find((one) => one.name === name && one.kind === party.kind) : undefined;
    const personal = { ...personalOf(work, known), ...said(party) };
    await insert(work.tx, {
      caseId,
      at,
      kind: party.kind,
      name,
      creditCode: party.creditCode ? halfWidth(party.creditCode).toUpperCase() : null,
      noCode: party.noCode ? cleanText(party.noCode) : null,
      legalRep: party.legalRep ? cleanText(party.legalRep) : null,
      entityId: party.entityId ?? known?.entityId ?? null,
      idMask: personal.idNo ? maskIdNo(personal.idNo) : null,
      sealed: Object.keys(personal).length > 0 ? work.vault.seal(JSON.stringify(personal), about(caseId, at)) : null,
    });
  }
}

function said({ idNo, phone, address }: Party): Personal {
  return {
    ...(idNo ? { idNo: halfWidth(idNo).toUpperCase() } : {}),
    ...(phone ? { phone: halfWidth(phone) } : {}),
    ...(address ? { address: cleanText(address) } : {}),
  };
}

function personalOf(work: Work, party: CasePartyRow | undefined): Personal {
  return party?.sealed ? (JSON.parse(work.vault.open(party.sealed, about(party.caseId, party.at))) as Personal) : {};
}

/** Everything known of the parties, for papers and transfers that lawfully name them; the caller has checked that they do. */
export async function wholeParties(work: Work, caseId: number) {
  return (await partiesOf(work.tx).execute({ id: caseId })).map(({ sealed, ...party }) => ({
    ...party,
    ...personalOf(work, { ...party, sealed }),
  }));
}

/** The parties as a form would say them, so that they can be said again; sealed wherever it is kept. */
export async function partiesAsked(work: Work, caseId: number): Promise<Party[]> {
  return (await wholeParties(work, caseId)).map(({ kind, name, creditCode, noCode, legalRep, entityId, ...rest }) => {
    const { idNo, phone, address } = rest as Personal;
    const said = { creditCode, noCode, idNo, legalRep, address, phone, entityId };
    return { kind, name, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)) };
  });
}

/** A party as its case's reader sees it: nothing personal, and from outside a natural person's name masked. */
export function shownParty({ sealed: _, idMask, caseId: __, at: ___, ...party }: CasePartyRow, outside: boolean) {
  const { creditCode, noCode, legalRep, entityId } = party;
  return {
    id: party.id,
    kind: party.kind,
    name: outside ? listedName(party) : party.name,
    idNo: outside ? null : idMask,
    ...(creditCode ? { creditCode } : {}),
    ...(noCode ? { noCode } : {}),
    ...(legalRep ? { legalRep: outside ? maskName(legalRep) : legalRep } : {}),
    ...(entityId ? { entityId } : {}),
  };
}

/** Counts on the record that somebody was shown what is personal of the parties. */
export const countPartyOpening = (work: Work, id: number) =>
  work.tx
    .update(cases)
    .set({ identityOpenings: sql`${cases.identityOpenings} + 1` })
    .where(eq(cases.id, id));

/** Opens what is personal of the parties, for a minute and a stated reason; each opening is an audit line and is counted on the record. */
export async function openParties(work: Work, id: number, { reason }: { reason: string }) {
  await reachDossier(work, id, 'case', 'edit');
  await checkOpeningPace(work);
  const rows = await partiesOf(work.tx).execute({ id });
  await countPartyOpening(work, id);
  await record(work, 'identity.opened', id, { reason });
  return { seconds: OPEN_SECONDS, parties: rows.map((party) => ({ id: party.id, ...personalOf(work, party) })) };
}

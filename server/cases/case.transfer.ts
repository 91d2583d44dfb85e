import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Party } from '#shared/cases/case.asks.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { wholeParties } from './case.parties.ts';
import { reachSendable } from './case.police.ts';
import { caseColumnsOf, updateCase } from './case.standing.ts';
import { goodsOf } from './goods.service.ts';

/** What of a case a draft begins with: what was found, who and what is concerned, and what was decided already. */
export async function caseBrought(work: Work, row: DossierRow, toPolice: boolean) {
  if (toPolice) await reachSendable(work, row.id);
  else if (['with_police', 'to_close', 'closed'].includes(row.state))
    throw new Refusal('not_allowed_in_state', { state: row.state });
  const own = await caseColumnsOf(work.tx, row.id);
  const { decisionNumber, decidedOn } = own;
  const decision = { ...(decisionNumber ? { number: decisionNumber } : {}), ...(decidedOn ? { decidedOn } : {}) };
  return {
    title: row.title,
    summary: own.facts ?? own.content,
    basis: own.nature,
    goodsValueFen: own.goodsValueFen,
    gainsFen: own.illegalGainsFen,
    officers: [...own.officers],
    parties: (await wholeParties(work, row.id)).map(askedParty),
    goods: (await goodsOf(work.tx, row.id)).filter(({ kept }) => kept > 0).map(askedGoods),
    penalties: own.penalties.map(({ kind, amountFen }) => ({
      kind,
      ...(amountFen === null ? {} : { amountFen }),
      ...decision,
    })),
  };
}

type Known = Awaited<ReturnType<typeof wholeParties>>[number];

/** A party in the form in which it is asked for: what is not known is left out. */
function askedParty({ kind, name, creditCode, noCode, legalRep, entityId, ...personal }: Known): Party {
  const { idNo, phone, address } = personal as { idNo?: string; phone?: string; address?: string };
  const said = { creditCode, noCode, legalRep, entityId, idNo, phone, address };
  return { kind, name, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)) } as Party;
}

function askedGoods(row: Awaited<ReturnType<typeof goodsOf>>[number]) {
  const { id, name, spec, unit, kept, place, perishable } = row;
  return { goodsId: id, name, unit, thousandths: kept, place, perishable, ...(spec ? { spec } : {}) };
}

/** What of a case decides whether it should go to the police. */
export async function caseCrimeFacts(tx: Tx, row: DossierRow) {
  const { matter, actEndedOn, goodsValueFen, illegalGainsFen } = await caseColumnsOf(tx, row.id);
  return {
    matter,
    on: actEndedOn ?? row.receivedOn,
    goodsValueFen: goodsValueFen ?? 0,
    gainsFen: illegalGainsFen ?? 0,
  };
}

/** How the question whether a case should go to the police stands: while it is open, nothing is decided. */
export async function notePoliceQuestion(work: Work, caseId: number, policeQuestion: string | null): Promise<void> {
  await updateCase(work.tx, caseId, { policeQuestion });
}

import { caseBackFromPolice, caseSentToPolice, caseTaken, caseWithPoliceAgain } from '#server/cases/case.police.ts';
import { caseBrought, caseCrimeFacts, notePoliceQuestion } from '#server/cases/case.transfer.ts';
import { handGoodsToPolice } from '#server/cases/goods.service.ts';
import { complainantOf } from '#server/complaints/complaint.identity.ts';
import {
  closeTransferred,
  complaintBrought,
  namesComplainant,
  tellOfTransfer,
} from '#server/complaints/complaint.transfer.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Complainant } from '#shared/complaints/complaint.schema.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { CrimeFacts } from '#shared/transfers/thresholds.ts';
import type { TransferDraft, TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import type { Road } from '#shared/transfers/transfer.lists.ts';

/** What a record gives to a draft about it; what the drafter writes stands before it. */
export type Brought = Omit<Partial<TransferDraft>, 'road' | 'sourceId' | 'toOfficeId'>;

/** A transfer as its source is told of it. */
export interface AboutTransfer {
  readonly transferId: number;
  readonly number: string;
  readonly road: Road;
  readonly ask: TransferStepAsk;
}

/** Open until it is answered: by a transfer, or by a reason the chief approved. Null where the facts raise none. */
export type QuestionStanding = 'open' | 'transferred' | 'answered' | null;

/** What a ledger does when one of its records is transferred; each function writes only its own tables and its own line. */
export interface TransferSource {
  /** Throws where this record may not go that way. */
  brings(work: Work, source: DossierRow, road: Road): Promise<Brought>;
  /** The sender's officer sends. */
  sent?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** The other side took it on: from here on the matter is theirs. */
  accepted?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** It came back, by whoever's step: refused, withdrawn after it was sent, or returned in the end. */
  back?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** After a refusal they filed after all: a review or the procuratorate's supervision said so. */
  again?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** The police carried it to its end. */
  taken?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** Goods were handed over. */
  handed?(work: Work, sourceId: number, about: AboutTransfer): Promise<void>;
  /** What the record itself says of a possible crime. */
  facts(tx: Work['tx'], source: DossierRow): Promise<Omit<CrimeFacts, 'salesFen' | 'lossFen' | 'signs'>>;
  /** How the question whether it should go to the police stands now. */
  question?(work: Work, sourceId: number, standing: QuestionStanding): Promise<void>;
  complainant?(work: Work, sourceId: number): Promise<Complainant | null>;
  /** Whether a text names somebody who must not be named. */
  names?(work: Work, sourceId: number, text: string): Promise<boolean>;
}

/** What a business is called by; whatever else is taken for a person, whose name is masked. */
const BUSINESS = /[店厂社部铺馆行场坊院园站司]|超市/;

const complaint: TransferSource = {
  async brings(work, source) {
    if (source.state === 'closed') throw new Refusal('not_allowed_in_state', { state: source.state });
    const { content } = await complaintBrought(work, source);
    const { subjectId, subjectName } = source;
    if (!subjectName) return { title: source.title, summary: content };
    const kind = BUSINESS.test(subjectName) ? ('organisation' as const) : ('unlicensed' as const);
    const party = { kind, name: subjectName, ...(subjectId ? { entityId: subjectId } : {}) };
    return { title: source.title, summary: content, parties: [party] };
  },
  async sent(work, sourceId, { road, ask }) {
    if (road === 'department') await tellOfTransfer(work, sourceId, ask.telling);
  },
  async accepted(work, sourceId, { road, transferId, number }) {
    if (road === 'department') await closeTransferred(work, sourceId, { transferId, number });
  },
  async facts(tx, source) {
    const { matter, amountFen } = await complaintBrought({ tx }, source);
    return { matter, on: source.receivedOn, goodsValueFen: amountFen ?? 0, gainsFen: 0 };
  },
  complainant: complainantOf,
  names: namesComplainant,
};

const violation: TransferSource = {
  brings: (work, source, road) => caseBrought(work, source, road === 'police'),
  async sent(work, sourceId, { road, transferId }) {
    if (road === 'police') await caseSentToPolice(work, sourceId, transferId);
  },
  async accepted(work, sourceId, { road }) {
    if (road === 'department') await caseTaken(work, sourceId, 'to_department');
  },
  async back(work, sourceId, { road, ask }) {
    if (road === 'police') await caseBackFromPolice(work, sourceId, ask.reason ?? '');
  },
  again: (work, sourceId, { transferId }) => caseWithPoliceAgain(work, sourceId, transferId),
  taken: (work, sourceId) => caseTaken(work, sourceId, 'to_police'),
  async handed(work, sourceId, { ask }) {
    await handGoodsToPolice(work, sourceId, ask.on ?? work.clock.today(), ask.signedBy ?? '');
  },
  facts: caseCrimeFacts,
  question: notePoliceQuestion,
};

/** The ledgers whose records may be transferred. */
export const onTransfer: Partial<Record<Kind, TransferSource>> = { complaint, case: violation };

/** Tells the record a transfer comes from, where it comes from one that wants to know. */
export async function tellSource(
  work: Work,
  own: { sourceId: number | null; sourceKind: Kind | null },
  what: 'sent' | 'accepted' | 'back' | 'again' | 'taken' | 'handed',
  about: AboutTransfer,
): Promise<void> {
  if (own.sourceId && own.sourceKind) await onTransfer[own.sourceKind]?.[what]?.(work, own.sourceId, about);
}

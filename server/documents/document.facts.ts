import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import type { Recipient } from '#shared/documents/form.ts';
import type { FormCode } from '#shared/documents/forms.ts';
import type { PlaceName } from '#shared/documents/places.ts';
import type { Values } from '#shared/documents/values.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { caseFacts, countPartyOpening, partyNames } from './case.facts.ts';
import { complaintFacts, countComplaintOpening } from './complaint.facts.ts';
import { countAddresseeOpening, noteOrderNumber, rectificationFacts } from './rectification.facts.ts';
import { countTransferOpening, transferFacts } from './transfer.facts.ts';

/** For whom a paper's facts are gathered; `named` where the law has the complainant stand in it. */
export interface FactsAsk {
  readonly to: Recipient;
  readonly named: boolean;
  /** The one party it is for, counted from one; 0 where it is for all. */
  readonly party: number;
}

/** What a ledger says of one of its records. Days stand as `2026-03-02`, moments as `2026-03-02T09:05`; what is not known is left out. */
export interface Facts {
  readonly values: Values;
  /** Places whose value the ledger keeps sealed: a paper that prints one is sealed too, and a preview says only that it is there. */
  readonly sealed: readonly PlaceName[];
  /** Where the record stands, in the words the forms' `fits` use. */
  readonly standing: Readonly<Record<string, string>>;
  /** What must not be read in a paper that does not lawfully name who complained: name, telephone, ID number, address. */
  readonly secrets: readonly string[];
}

/** Gathers a record's facts for its papers. Its caller has reached the record; it reads, and changes nothing. */
export type FactsOf = (work: Work, dossier: DossierRow, ask: FactsAsk) => Promise<Facts>;

/** A ledger whose records papers are made of. A ledger joins with a file of its own beside this one and a line here. */
export interface PaperedLedger {
  readonly factsOf: FactsOf;
  /** Who the parties of a record are, as lists name them. */
  partiesOf?(work: Work, dossierId: number): Promise<string[]>;
  /** Counts on the record that somebody opened a paper which names whom it keeps sealed. */
  countOpening?(work: Work, dossierId: number): Promise<unknown>;
  /** Hears that a paper was put in force, and under which number. */
  issued?(work: Work, dossierId: number, form: FormCode, number: string): Promise<void>;
}

export const LEDGERS: Partial<Record<Kind, PaperedLedger>> = {
  complaint: { factsOf: complaintFacts, countOpening: countComplaintOpening },
  case: { factsOf: caseFacts, partiesOf: partyNames, countOpening: countPartyOpening },
  transfer: { factsOf: transferFacts, countOpening: countTransferOpening },
  rectification: {
    factsOf: rectificationFacts,
    countOpening: countAddresseeOpening,
    async issued(work, dossierId, form, number) {
      if (form === 'correction_order') await noteOrderNumber(work, dossierId, number);
    },
  },
};

/** The ledgers, each with the letters its numbers begin with. Later ledgers add a row. */
export const KINDS = [
  'complaint',
  'case',
  'transfer',
  'rectification',
  'spot_check',
  'campaign',
  'assignment',
] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_LETTERS: Record<Kind, string> = {
  complaint: 'TS',
  case: 'AJ',
  transfer: 'YS',
  rectification: 'ZG',
  campaign: 'ZX',
  assignment: 'RW',
  spot_check: 'JC',
};

/**
 * Ledgers whose records hold what stays with the owner beside what was handed on: whoever else takes part reads the latter alone, and
 * offices come in by its steps, not by hand.
 */
export const VEILED: readonly Kind[] = ['transfer'];

/** States of each ledger in which no work is owed any more. */
export const ENDS: Record<Kind, readonly string[]> = {
  complaint: ['closed'],
  case: ['closed'],
  transfer: ['not_approved', 'rejected', 'withdrawn', 'answered', 'ended'],
  rectification: ['signed_off', 'to_case', 'withdrawn'],
  campaign: ['ended', 'withdrawn'],
  assignment: ['reported', 'zero_reported', 'excused', 'missing'],
  spot_check: ['done', 'cancelled'],
};

/** Ends of records that were given up: they are no work done. */
const GIVEN_UP: readonly string[] = ['withdrawn', 'not_approved', 'rejected', 'cancelled'];

/** States of a ledger in which its work was done. */
export const doneStates = (kind: Kind): readonly string[] => ENDS[kind].filter((state) => !GIVEN_UP.includes(state));

/** Open states of each ledger in which not the owner is waited for but the office the record was sent to. */
export const WITH_RECEIVER: Record<Kind, readonly string[]> = {
  complaint: [],
  case: [],
  transfer: ['sent', 'acknowledged', 'accepted', 'in_review', 'supervised', 'goods_handed'],
  rectification: [],
  campaign: [],
  assignment: [],
  spot_check: [],
};

/** States of each ledger in which a record is its owner's alone: nobody else knows that it is there. */
export const PRIVATE: Partial<Record<Kind, readonly string[]>> = { campaign: ['drafted'] };

/** `TS-26-1107`: short enough to read aloud. */
export function numberOf(kind: Kind, year: number, running: number): string {
  return `${KIND_LETTERS[kind]}-${String(year % 100).padStart(2, '0')}-${running}`;
}

const OWN_NUMBER = new RegExp(`^(${Object.values(KIND_LETTERS).join('|')})-\\d{2}-\\d+$`);

/** Whether a number is one of this ledger's own records. */
export const isOwnNumber = (written: string): boolean =>
  OWN_NUMBER.test(written.normalize('NFKC').trim().toUpperCase());

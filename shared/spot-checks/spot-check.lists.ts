/** The kinds of spot check 监督抽查, in one ledger. */
export const CHECK_KINDS = ['inspection', 'sampling', 'metering'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What an inspection found: the standard codes of the random inspections' platforms, one of them and no other. */
export const CHECK_RESULTS = ['clean', 'pending', 'corrected', 'idle', 'closed', 'refused', 'gone'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What is done about it 后续处置: a field of its own beside the result. */
export const FOLLOW_UPS = ['none', 'order', 'daily', 'case_office', 'notify', 'case', 'police'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** What an item of a checklist may be answered. */
export const ITEM_ANSWERS = ['meets', 'fails', 'not_applicable'] as const;
export type ItemAnswer = (typeof ITEM_ANSWERS)[number];

/** Found on the spot, so that every item of the checklist was looked at; the other results say that there was nothing to look at. */
const LOOKED: readonly CheckResult[] = ['clean', 'pending', 'corrected'];
export const wasLooked = (result: CheckResult): boolean => LOOKED.includes(result);

/** Whether something was found that must be followed up. */
export const foundSomething = (result: CheckResult): boolean => result === 'pending' || result === 'corrected';

const FOLLOWING: Record<CheckResult, readonly FollowUp[]> = {
  clean: ['none', 'daily'],
  pending: ['order', 'daily', 'case_office', 'notify', 'case', 'police'],
  corrected: ['order', 'daily', 'case'],
  idle: ['none', 'daily', 'notify'],
  closed: ['none', 'daily', 'notify'],
  refused: ['case', 'case_office', 'notify', 'police'],
  gone: ['none', 'daily', 'notify'],
};

/** What may follow a result: something found is never left without one, and nothing found needs no order. */
export const followUpsOf = (result: CheckResult): readonly FollowUp[] => FOLLOWING[result];

/** Follow-ups that are done with the check itself. */
export const isDone = (followUp: FollowUp): boolean => followUp === 'none' || followUp === 'daily';

/** A day for a visit, or the last one, lies no further ahead than this. */
export const LONGEST_PLAN = 365;

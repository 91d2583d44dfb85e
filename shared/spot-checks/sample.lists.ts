import type { ClockName } from '../clocks/clock.rules.ts';

/** Under which law a sample is taken: the limits of re-test and objection differ. `farm_fast` is a fast test of farm produce. */
export const SAMPLE_LAWS = ['food', 'farm', 'farm_fast', 'product'] as const;
export type SampleLaw = (typeof SAMPLE_LAWS)[number];

export const CONCLUSIONS = ['qualified', 'unqualified', 'problem'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const VERDICTS = ['passed', 'failed'] as const;

/** How far a re-test 复检 has come; `refused` and `upheld` leave the first result standing, `overturned` does not. */
export const RETEST_STATES = ['none', 'asked', 'accepted', 'testing', 'refused', 'upheld', 'overturned'] as const;
export type RetestState = (typeof RETEST_STATES)[number];

/** Why a re-test is refused (食品安全抽样检验管理办法 31). */
export const RETEST_REFUSALS = ['microbes', 'expired', 'late', 'unusable', 'other_law'] as const;

/** What an objection 异议 is about: the taking of the sample, or its authenticity, the method, the standard. */
export const OBJECTION_GROUNDS = ['process', 'other'] as const;
export const OBJECTION_STATES = ['none', 'open', 'rejected', 'upheld'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** The parallel boxes of disposal 核查处置: each done, or not needed with the reason. */
export const DISPOSAL_BOXES = ['control', 'cause', 'penalty', 'correction', 'notify'] as const;
export type DisposalBox = (typeof DISPOSAL_BOXES)[number];

/** The classes of instruments under compulsory verification. */
export const INSTRUMENT_CLASSES = ['scale', 'medical', 'fuel', 'household', 'taximeter', 'other'] as const;

/** The law a matter's samples are taken under. */
export const lawOfMatter = (matter: string, fast: boolean): SampleLaw =>
  matter.startsWith('food.') ? 'food' : matter.startsWith('farm.') ? (fast ? 'farm_fast' : 'farm') : 'product';

interface SampleClocks {
  readonly toLab?: ClockName;
  readonly report?: ClockName;
  readonly serve?: ClockName;
  readonly disposal?: ClockName;
  /** Within which the party asks for a re-test. */
  readonly ask: ClockName;
  readonly accept?: ClockName;
  readonly lab?: ClockName;
  readonly result?: ClockName;
}

/** The limits each law sets; where it sets none, none runs. */
export const SAMPLE_CLOCKS: Record<SampleLaw, SampleClocks> = {
  food: {
    toLab: 'spot_check.to_lab',
    report: 'spot_check.lab_report',
    serve: 'spot_check.serve',
    disposal: 'spot_check.disposal',
    ask: 'spot_check.ask_food',
    accept: 'spot_check.accept',
    lab: 'spot_check.lab_food',
    result: 'spot_check.retest_food',
  },
  farm: { ask: 'spot_check.ask_farm', result: 'spot_check.retest_farm' },
  farm_fast: { ask: 'spot_check.ask_fast', result: 'spot_check.retest_farm' },
  product: { ask: 'spot_check.ask_product', lab: 'spot_check.lab_product' },
};

/** What of a sample decides which of its steps are open. */
export interface SampleStanding {
  readonly sentOn: string | null;
  readonly conclusion: Conclusion | null;
  readonly retest: RetestState;
  readonly objection: ObjectionState;
}

/** Whether a re-test or an objection is still waited for: nothing is handed in before that. */
export const isContested = ({ retest, objection }: Pick<SampleStanding, 'retest' | 'objection'>): boolean =>
  ['asked', 'accepted', 'testing'].includes(retest) || objection === 'open';

/** What a sample comes to in the end: the first result, unless a re-test or an objection took it away. */
export function finalOf({ conclusion, retest, objection }: Omit<SampleStanding, 'sentOn'>): Conclusion | null {
  return retest === 'overturned' || objection === 'upheld' ? 'qualified' : conclusion;
}

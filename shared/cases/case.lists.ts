import { type Ground, groundsOf } from '../kernel/ground.ts';

/** 普通程序 and 简易程序: the summary procedure is a short road of its own (程序规定 66). */
export const PROCEDURES = ['ordinary', 'summary'] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** Where a case comes from (案源), in the words of the register form. */
export const CASE_SOURCES = [
  'inspection',
  'spot_check',
  'complaint',
  'department',
  'superior',
  'campaign',
  'other',
] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

export const PARTY_KINDS = ['company', 'sole_trader', 'cooperative', 'organisation', 'person', 'unlicensed'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Natural persons, to whom the lower thresholds apply. */
export const isPerson = (kind: PartyKind): boolean => kind === 'person' || kind === 'unlicensed';

/** Kinds of penalty (行政处罚法 9), heaviest last: statistics count a case once, under its heaviest. */
export const PENALTY_KINDS = [
  'warning',
  'criticism',
  'fine',
  'confiscate_gains',
  'confiscate_goods',
  'suspend_licence',
  'lower_grade',
  'restrict_business',
  'stop_business',
  'restrict_occupation',
  'revoke_licence',
  'close_down',
  'detention',
] as const;
export type PenaltyKind = (typeof PENALTY_KINDS)[number];

/** Penalties that are sums of money. */
export const MONEY_PENALTIES = ['fine', 'confiscate_gains'] as const satisfies PenaltyKind[];

/** How a case ended, never blurred (程序规定 60, 47; 行政处罚法 57). */
export const CASE_OUTCOMES = [
  'penalty',
  'no_penalty',
  'not_established',
  'to_department',
  'to_police',
  'not_filed',
  'withdrawn',
  'terminated',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** What the head may decide at the end of the ordinary procedure. */
export const DECIDABLE = ['penalty', 'no_penalty', 'not_established'] as const satisfies CaseOutcome[];

/** Kinds of evidence (行政处罚法 46). */
export const EVIDENCE_KINDS = [
  'documentary',
  'physical',
  'audio_visual',
  'electronic',
  'testimony',
  'statement',
  'expert_opinion',
  'record',
] as const;

/** How a paper is served (程序规定 82). */
export const SERVICE_WAYS = ['direct', 'left', 'electronic', 'post', 'entrusted', 'public_notice'] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

/** A public notice counts as served thirty days after it appeared (程序规定 82(5)). */
export const PUBLIC_NOTICE_DAYS = 30;

/** What the party said to the notice (程序规定 57, 58). */
export const STATEMENTS = ['none', 'waived', 'made'] as const;

export const DUTIES = ['fine', 'gains', 'surcharge'] as const;

const PROCEDURE = '市场监督管理行政处罚程序规定';

/** What must be true before a case is filed (art. 19); each is affirmed, none assumed. */
export const FILING_CONDITIONS = groundsOf('filing', `${PROCEDURE} 第十九条`, 4, '2019-04-01');
/** Why an inquiry is suspended (art. 46). */
export const SUSPENSION_GROUNDS: readonly Ground[] = groundsOf('suspend', `${PROCEDURE} 第四十六条`, 5, '2019-04-01');
/** Which decisions need legal review and collective discussion (art. 50, 60). */
export const REVIEW_GROUNDS: readonly Ground[] = groundsOf('review', `${PROCEDURE} 第五十条`, 4, '2019-04-01');
/** Why a case is closed (art. 77). */
export const CLOSING_GROUNDS: readonly Ground[] = groundsOf('close', `${PROCEDURE} 第七十七条`, 5, '2019-04-01');

/** When officers may take a fine in cash on the spot (art. 72). */
export const COLLECTING_GROUNDS: readonly Ground[] = groundsOf('collect', `${PROCEDURE} 第七十二条`, 3, '2021-07-15');
/** A fine of so much or less is taken on the spot without another ground. */
export const SMALL_FINE_FEN = 10_000;

/** A limit in money, as dated data; what a province sets otherwise is stored beside. */
export interface Threshold {
  readonly name: string;
  readonly personFen: number;
  readonly otherFen: number;
  readonly article: string;
  readonly validFrom: string;
}

/** From which sums a hearing must be offered (市场监督管理行政处罚听证办法 5); a province may set others. */
export const HEARING_THRESHOLD: Threshold = {
  name: 'hearing',
  personFen: 1_000_000,
  otherFen: 10_000_000,
  article: '市场监督管理行政处罚听证办法 第五条',
  validFrom: '2019-04-01',
};

/** What may be decided on the spot (程序规定 66). */
export const SUMMARY_PENALTIES = ['warning', 'fine'] as const satisfies PenaltyKind[];

/** Up to which fine the summary procedure is open (程序规定 66). */
export const SUMMARY_THRESHOLD: Threshold = {
  name: 'summary',
  personFen: 20_000,
  otherFen: 300_000,
  article: `${PROCEDURE} 第六十六条`,
  validFrom: '2021-07-15',
};

/** Penalties for which a hearing must be offered whatever the sum (听证办法 5). */
export const HEARING_PENALTIES = [
  'lower_grade',
  'revoke_licence',
  'stop_business',
  'close_down',
  'restrict_occupation',
] as const satisfies PenaltyKind[];

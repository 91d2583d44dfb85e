import { type Ground, groundsOf } from '../kernel/ground.ts';

/** What a caller brings: a complaint 投诉, a report 举报, both at once, or something without a statutory clock. */
export const INTAKES = ['complaint', 'report', 'both', 'consultation', 'suggestion'] as const;
export type Intake = (typeof INTAKES)[number];

export const CHANNELS = [
  'phone',
  'visit',
  'letter',
  'web',
  'hotline_12315',
  'hotline_12345',
  'superior',
  'department',
  'media',
  'inspection',
] as const;

export const ANONYMITIES = ['named', 'anonymous', 'secret'] as const;

export const DEMANDS = ['refund', 'compensation', 'repair', 'replacement', 'apology', 'punishment', 'other'] as const;

/** How it ended, never blurred. */
export const OUTCOMES = [
  'settled',
  'withdrawn',
  'mediation_ended',
  'refused',
  'case_filed',
  'case_not_filed',
  'transferred',
  'guided',
  'merged',
  'unreachable',
  'answered',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where each of the two procedures stands: complaint (accepted, refused, settled, ended), report (verifying, filed, not_filed). */
export const DECISIONS = ['accepted', 'refused', 'settled', 'ended', 'verifying', 'filed', 'not_filed'] as const;
export type Decision = (typeof DECISIONS)[number];

export const TOLD = ['complainant', 'respondent', 'both'] as const;
export const TELLING_WAYS = ['phone', 'letter', 'sms', 'in_person', 'electronic', 'public_notice'] as const;

const RULE = '市场监督管理投诉举报处理办法';

/** Why a complaint may be refused (art. 16), in the order of the official form's tick list. */
export const REFUSAL_GROUNDS: readonly Ground[] = groundsOf('refuse', `${RULE} 第十六条`, 7, '2026-04-15');

/** Why mediation may be ended (art. 23). */
export const ENDING_GROUNDS: readonly Ground[] = groundsOf('end', `${RULE} 第二十三条`, 8, '2026-04-15');

/** Why a report leads to no case (程序规定 art. 20). */
export const NOT_FILED_GROUNDS: readonly Ground[] = groundsOf(
  'not_filed',
  '市场监督管理行政处罚程序规定 第二十条',
  4,
  '2019-04-01',
);

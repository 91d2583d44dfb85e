import type { Day, Roll } from '../kernel/calendar.ts';

export const UNITS = ['workday', 'day', 'hour'] as const;
export type Unit = (typeof UNITS)[number];

/** Why a clock may stand still: closed lists, each with the article that lets it. */
export interface PauseGround {
  readonly category: string;
  readonly article: string;
}

/** A legal limit as dated data: which one holds is chosen by the day of the triggering event. */
export interface ClockRule {
  readonly name: string;
  readonly length: number;
  readonly unit: Unit;
  readonly roll: Roll;
  readonly pauses: PauseGround[];
  /** How far it may be lengthened, how often, and by whom; null where the law knows no extension. */
  readonly extension: {
    readonly length: number;
    readonly times: number;
    readonly by: string;
    readonly article: string;
  } | null;
  readonly law: string;
  /** Null where the number of the article was not compared with the text. */
  readonly article: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** Practice of an office, not law. */
  readonly custom: boolean;
}

const NEW = '市场监督管理投诉举报处理办法（总局令第121号）';
const OLD = '市场监督管理投诉举报处理暂行办法（总局令第20号，已废止）';
const PROCEDURE = '市场监督管理行政处罚程序规定';

const rule = (
  name: string,
  length: number,
  unit: Unit,
  more: Partial<ClockRule> & Pick<ClockRule, 'law' | 'article' | 'validFrom'>,
) =>
  ({
    name,
    length,
    unit,
    roll: 'none',
    pauses: [],
    extension: null,
    validUntil: null,
    custom: false,
    ...more,
  }) as ClockRule;

const now = (article: string) => ({ law: NEW, article, validFrom: '2026-04-15' });
const before = { law: OLD, article: null, validFrom: '2020-01-01', validUntil: '2026-04-14' };
const testing = (article: string) =>
  ['testing', 'inspection', 'quarantine', 'appraisal'].map((category) => ({ category, article }));

/** Every clock the product knows by law. Later ledgers add rows; an office's own limits are stored beside these. */
export const CLOCK_RULES: readonly ClockRule[] = [
  rule('complaint.accept', 7, 'workday', now('第十五条')),
  rule('complaint.accept', 7, 'workday', before),
  rule('complaint.mediate', 60, 'day', {
    ...now('第二十三条第一款第五项'),
    roll: 'rest_of_notice',
    pauses: [
      { category: 'testing', article: '第二十二条' },
      { category: 'appraisal', article: '第二十二条' },
      { category: 'recusal', article: '第二十一条' },
    ],
  }),
  rule('complaint.mediate', 45, 'workday', before),
  rule('complaint.inform', 7, 'workday', now('第二十三条第二款')),
  rule('complaint.dispute', 7, 'workday', now('第三十三条')),
  rule('report.verify', 15, 'workday', {
    law: PROCEDURE,
    article: '第十八条',
    validFrom: '2019-04-01',
    pauses: [...testing('第十八条'), { category: 'rights_holder', article: '第十八条' }],
    extension: { length: 15, times: 1, by: 'approver', article: '第十八条' },
  }),
  rule('report.tell', 5, 'workday', before),
];

export const CLOCK_NAMES = [
  'complaint.accept',
  'complaint.mediate',
  'complaint.inform',
  'complaint.dispute',
  'report.verify',
  'report.tell',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** The version of a rule in force on the day of the triggering event; undefined where none was. The newest row wins. */
export function ruleOn(rules: readonly ClockRule[], name: string, day: Day): ClockRule | undefined {
  return rules
    .filter(
      (each) => each.name === name && each.validFrom <= day && (each.validUntil === null || day <= each.validUntil),
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** From how many working days before its end a limit is near: three, or a third of a short one. */
export function nearOf(rule: Pick<ClockRule, 'length'>): number {
  return rule.length < 9 ? Math.ceil(rule.length / 3) : 3;
}

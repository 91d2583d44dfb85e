import type { Kind } from '../dossiers/dossier.kinds.ts';
import type { Day } from '../kernel/calendar.ts';
import type { Fit } from './form.ts';
import { type FormCode, fitsNow } from './forms.ts';

/** A paper the law asks for before a step: one of the forms in force, and of a form that is made for each party one for every party. */
export interface PaperRule {
  readonly kind: Kind;
  readonly step: string;
  readonly forms: readonly FormCode[];
  readonly law: string;
  readonly article: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** Where it is asked for, in the ledger's own words; always where nothing is said. */
  readonly when?: Fit;
}

const PENALTIES = { law: '行政处罚法', validFrom: '2021-07-15', validUntil: null } as const;
const PROCEDURE = { law: '市场监督管理行政处罚程序规定', validFrom: '2021-07-15', validUntil: null } as const;

/** Which papers stand before which steps. A rule joins with a line: the guard, the page and the dialog read this list. */
export const PAPER_RULES: readonly PaperRule[] = [
  { kind: 'case', step: 'tell', forms: ['penalty_notice'], article: '第四十四条', ...PENALTIES },
  {
    kind: 'case',
    step: 'decide',
    forms: ['penalty_notice'],
    article: '第四十四条、第六十二条',
    when: { 告知: ['yes'] },
    ...PENALTIES,
  },
  {
    kind: 'case',
    step: 'serve',
    forms: ['penalty'],
    article: '第五十九条、第六十一条',
    when: { 结果: ['penalty'] },
    ...PENALTIES,
  },
  {
    kind: 'case',
    step: 'serve',
    forms: ['no_penalty'],
    article: '第五十七条、第六十一条',
    when: { 结果: ['no_penalty', 'not_established'] },
    ...PENALTIES,
  },
  {
    kind: 'case',
    step: 'close',
    forms: ['service_receipt'],
    article: '第七十八条、第八十二条',
    when: { 程序: ['ordinary'], 送达: ['direct', 'left', 'electronic', 'post', 'entrusted'] },
    ...PROCEDURE,
  },
  {
    kind: 'transfer',
    step: 'send',
    forms: ['case_transfer'],
    article: '第十四条',
    when: { 移送: ['department'], 部门: ['market'] },
    ...PROCEDURE,
  },
];

/** The rules that ask for papers before a step taken on a day, where the record stands so. */
export const rulesFor = (
  { kind, step, on }: { readonly kind: Kind; readonly step: string; readonly on: Day },
  standing: Readonly<Record<string, string>>,
): PaperRule[] =>
  PAPER_RULES.filter(
    (rule) =>
      rule.kind === kind &&
      rule.step === step &&
      rule.validFrom <= on &&
      (rule.validUntil === null || on <= rule.validUntil) &&
      (rule.when === undefined || fitsNow([rule.when], standing)),
  );

/** A paper in force, or an explanation why there is none, as far as a rule asks. */
export interface PaperThere {
  readonly form: FormCode;
  readonly party: number;
}

/** Whether a rule's paper is there: one of its forms, for all parties together or for each of several. */
export function paperThere({ forms }: PaperRule, there: readonly PaperThere[], parties: number): boolean {
  const found = there.filter(({ form }) => forms.includes(form));
  if (found.some(({ party }) => party === 0)) return true;
  const each = new Set(found.map(({ party }) => party));
  return parties > 1 && Array.from({ length: parties }, (_, at) => at + 1).every((party) => each.has(party));
}

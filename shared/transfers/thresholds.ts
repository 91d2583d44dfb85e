import type { Day } from '../kernel/calendar.ts';

/** Sums a threshold is about: sold, not yet sold, gained, lost by others, or three times what was sold with what was not. */
export const MEASURES = ['sales', 'goods', 'gains', 'loss', 'sales_thrice_and_goods'] as const;
export type Measure = (typeof MEASURES)[number];

/** What may be found of goods, harm and conduct that raises the question whatever the sum. */
export const SIGNS = [
  'toxic_material',
  'banned_pesticide',
  'grave_residue',
  'dead_animals',
  'banned_food',
  'infant_food',
  'fake_drug',
  'poisoning',
  'light_injury',
  'grave_injury',
  'death',
  'disfigurement',
  'pyramid_thirty_three',
  'penalised_twice',
] as const;
export type Sign = (typeof SIGNS)[number];

/** One way in which a threshold is reached: a sum, or a sign. */
export type Condition = { readonly measure: Measure; readonly fromFen: number } | { readonly sign: Sign };

/** From where on an offence is to be charged, as dated data. Which version holds is chosen by the day of the act. */
export interface CrimeThreshold {
  readonly offence: string;
  /** The article of the Criminal Law. */
  readonly article: string;
  /** Matters it can be about: heads of the two-level list, or single ones. */
  readonly matters: readonly string[];
  readonly any: readonly Condition[];
  readonly source: string;
  readonly sourceArticle: string;
  /** Whether sum and article were compared with the text in force. */
  readonly compared: boolean;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

const STANDARDS = '立案追诉标准的规定（一）（公通字〔2008〕36号）';
const SUPPLEMENT = '立案追诉标准的规定（一）的补充规定（公通字〔2017〕12号）';
const STANDARDS_TWO = '立案追诉标准的规定（二）（公通字〔2022〕12号）';
const FOOD = '办理危害食品安全刑事案件适用法律若干问题的解释（法释〔2021〕24号）';
const PROPERTY = '办理侵犯知识产权刑事案件适用法律若干问题的解释（法释〔2025〕5号）';

const from = (measure: Measure, yuan: number): Condition => ({ measure, fromFen: yuan * 100 });
const found = (...signs: Sign[]): Condition[] => signs.map((sign) => ({ sign }));

type Written = Omit<CrimeThreshold, 'validUntil' | 'compared'> & Partial<CrimeThreshold>;
const threshold = (written: Written): CrimeThreshold => ({ validUntil: null, compared: true, ...written });

const GOODS = ['food', 'farm', 'drug', 'product', 'measure', 'trade.online', 'equipment', 'crime.fake_goods', 'other'];

/** What ships with the product; an office's own versions stand before these. */
export const CRIME_THRESHOLDS: readonly CrimeThreshold[] = [
  threshold({
    offence: 'fake_goods',
    article: '第一百四十条',
    matters: GOODS,
    any: [from('sales', 50_000), from('goods', 150_000), from('sales_thrice_and_goods', 150_000)],
    source: STANDARDS,
    sourceArticle: '第十六条',
    validFrom: '2008-06-25',
  }),
  threshold({
    offence: 'unsafe_food',
    article: '第一百四十三条',
    matters: ['food', 'farm', 'commerce.slaughter'],
    any: found('grave_residue', 'dead_animals', 'banned_food', 'infant_food', 'poisoning', 'light_injury', 'death'),
    source: FOOD,
    sourceArticle: '第一条、第二条',
    validFrom: '2022-01-01',
  }),
  threshold({
    offence: 'toxic_food',
    article: '第一百四十四条',
    matters: ['food', 'farm', 'commerce.slaughter'],
    any: found('toxic_material', 'banned_pesticide'),
    source: FOOD,
    sourceArticle: '第九条、第十一条',
    validFrom: '2022-01-01',
  }),
  threshold({
    offence: 'illegal_slaughter',
    article: '第二百二十五条',
    matters: ['commerce.slaughter', 'farm.meat'],
    any: [from('sales', 100_000), from('gains', 50_000)],
    source: FOOD,
    sourceArticle: '第十七条、第十八条',
    validFrom: '2022-01-01',
  }),
  threshold({
    offence: 'fake_drug',
    article: '第一百四十一条',
    matters: ['drug.medicine'],
    any: found('fake_drug'),
    source: SUPPLEMENT,
    sourceArticle: '第二条（第十七条）',
    validFrom: '2017-04-27',
  }),
  threshold({
    offence: 'poor_drug',
    article: '第一百四十二条',
    matters: ['drug.medicine'],
    any: found('light_injury', 'grave_injury', 'death'),
    source: STANDARDS,
    sourceArticle: '第十八条',
    validFrom: '2008-06-25',
  }),
  threshold({
    offence: 'unsafe_product',
    article: '第一百四十六条',
    matters: ['product', 'equipment'],
    any: [from('loss', 100_000), ...found('grave_injury', 'death')],
    source: STANDARDS,
    sourceArticle: '第二十二条',
    compared: false,
    validFrom: '2008-06-25',
  }),
  threshold({
    offence: 'farm_inputs',
    article: '第一百四十七条',
    matters: ['farm.seed', 'farm.pesticide', 'farm.fertiliser', 'farm.veterinary'],
    any: [from('loss', 20_000)],
    source: STANDARDS,
    sourceArticle: '第二十三条',
    validFrom: '2008-06-25',
  }),
  threshold({
    offence: 'cosmetics',
    article: '第一百四十八条',
    matters: ['drug.cosmetics'],
    any: found('disfigurement', 'grave_injury', 'death'),
    source: STANDARDS,
    sourceArticle: '第二十四条',
    validFrom: '2008-06-25',
  }),
  threshold({
    offence: 'counterfeit_mark',
    article: '第二百一十三条',
    matters: ['trade.trademark', 'product.fake', 'crime.fake_goods'],
    any: [from('gains', 30_000), from('sales', 50_000)],
    source: PROPERTY,
    sourceArticle: '',
    compared: false,
    validFrom: '2025-04-26',
  }),
  threshold({
    offence: 'sell_counterfeit',
    article: '第二百一十四条',
    matters: ['trade.trademark', 'product.fake', 'crime.fake_goods'],
    any: [from('gains', 30_000), from('sales', 50_000), from('goods', 150_000)],
    source: PROPERTY,
    sourceArticle: '',
    compared: false,
    validFrom: '2025-04-26',
  }),
  threshold({
    offence: 'false_advert',
    article: '第二百二十二条',
    matters: ['trade.advert'],
    any: [from('gains', 100_000), from('loss', 200_000), ...found('penalised_twice')],
    source: STANDARDS_TWO,
    sourceArticle: '',
    compared: false,
    validFrom: '2022-05-15',
  }),
  threshold({
    offence: 'pyramid',
    article: '第二百二十四条之一',
    matters: ['trade.pyramid'],
    any: found('pyramid_thirty_three'),
    source: STANDARDS_TWO,
    sourceArticle: '',
    compared: false,
    validFrom: '2022-05-15',
  }),
];

/** The offences the product ships with; an office may name others. */
export const OFFENCES = CRIME_THRESHOLDS.map(({ offence }) => offence);

/** What is known of a matter, as far as the question goes. */
export interface CrimeFacts {
  readonly matter: string;
  /** The day of the act, or the day it was found. */
  readonly on: Day;
  readonly salesFen: number;
  readonly goodsValueFen: number;
  readonly gainsFen: number;
  readonly lossFen: number;
  readonly signs: readonly string[];
}

/** A question the facts raise: which offence, and by which of its conditions. */
export interface CrimeQuestion {
  readonly threshold: CrimeThreshold;
  readonly reached: readonly Condition[];
}

const SUMS: Record<Measure, (facts: CrimeFacts) => number> = {
  sales: ({ salesFen }) => salesFen,
  goods: ({ goodsValueFen }) => goodsValueFen,
  gains: ({ gainsFen }) => gainsFen,
  loss: ({ lossFen }) => lossFen,
  sales_thrice_and_goods: ({ salesFen, goodsValueFen }) => salesFen * 3 + goodsValueFen,
};

const reaches = (condition: Condition, facts: CrimeFacts): boolean =>
  'sign' in condition ? facts.signs.includes(condition.sign) : SUMS[condition.measure](facts) >= condition.fromFen;

const concerns = ({ matters }: CrimeThreshold, matter: string): boolean =>
  matters.some((one) => matter === one || matter.startsWith(`${one}.`));

/** The versions in force on a day, the first of each offence. */
export function thresholdsOn(thresholds: readonly CrimeThreshold[], day: Day): CrimeThreshold[] {
  const first = new Map<string, CrimeThreshold>();
  for (const one of thresholds) {
    const inForce = one.validFrom <= day && (one.validUntil === null || day <= one.validUntil);
    if (inForce && !first.has(one.offence)) first.set(one.offence, one);
  }
  return [...first.values()];
}

/** The questions whether a matter should go to the police that its facts raise. @example questionsOf([], facts) // [] */
export function questionsOf(thresholds: readonly CrimeThreshold[], facts: CrimeFacts): CrimeQuestion[] {
  return thresholdsOn(thresholds, facts.on)
    .filter((one) => concerns(one, facts.matter))
    .map((one) => ({ threshold: one, reached: one.any.filter((condition) => reaches(condition, facts)) }))
    .filter(({ reached }) => reached.length > 0);
}

/** Whether an answer given for some facts still covers these: none of the sums has grown, and no sign was found since. */
export function covers(answered: Omit<CrimeFacts, 'matter' | 'on'>, facts: CrimeFacts): boolean {
  const grown = (['salesFen', 'goodsValueFen', 'gainsFen', 'lossFen'] as const).some(
    (sum) => facts[sum] > answered[sum],
  );
  return !grown && facts.signs.every((sign) => answered.signs.includes(sign));
}

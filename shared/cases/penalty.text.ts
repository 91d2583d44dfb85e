import { fenOfYuan, NUMERALS, oneDigit } from '../kernel/yuan.ts';
import type { PenaltyKind } from './case.lists.ts';

/** Why a reading must be confirmed by a person before it counts. */
export const PENALTY_DOUBTS = [
  'empty',
  'nothing_found',
  'no_amount',
  'no_unit',
  'loose_amount',
  'total_differs',
  'restated_differs',
  'several',
  'vague',
  'unreadable',
  'separator',
  'quoted_law',
  'also_no_penalty',
  'proposed',
  'other_measure',
] as const;
export type PenaltyDoubt = (typeof PENALTY_DOUBTS)[number];

/** A place in the text as it was given. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One penalty read from a text, with the words it was read from. */
export interface ReadPenalty extends Span {
  readonly kind: PenaltyKind;
  readonly amountFen: number | null;
}

/** What a decision's text was understood to order. */
export interface PenaltyReading {
  readonly parts: readonly ReadPenalty[];
  readonly noPenalty: boolean;
  readonly doubts: readonly (Span & { readonly why: PenaltyDoubt })[];
}

/** Whether a decision is told at all: a penalty, or that there is none. A text that tells neither is no decision to hold. */
export const ordersSomething = ({ parts, noPenalty }: PenaltyReading): boolean => parts.length > 0 || noPenalty;

interface Amount extends Span {
  readonly fen: number | undefined;
}

const FIGURE = `[\\d,.${NUMERALS}]*[\\d${NUMERALS}]`;
const ONE = `[\\d${NUMERALS}]`;
const AMOUNT = new RegExp(
  `(${FIGURE})\\s*[元圆](?:[整正]|零?(${ONE})角)?(?:零?(${ONE})分)?[整正]?|(${ONE})角(?:(${ONE})分)?[整正]?`,
  'g',
);
/** What may stand between a penalty's name and its sum without making the sum another's. */
const BETWEEN = /^(?:金额|数额|人民币|共?计|为|[:\s¥(])*$/;
const VAGUE_AFTER = /^\s*(?:以上|以下|以内|左右|余|多|至|到|[-~—])/;
const VAGUE_BEFORE = /(?:约|不超过|至少|最高|不低于|近|[\d.,]\s*[-~—至到]?\s*)$/;
const TOTAL = /(?:共计|合计|总计|罚没款?(?:总额|金额)?|一共)(?:人民币|金额|为|[:\s¥])*$/;
const LAW = /可以?并处|[以之][上下]的?罚款|情节严重的|没有违法所得的|有下列行为/;

const MEASURES: readonly [PenaltyKind, RegExp][] = [
  ['warning', /警告/g],
  ['criticism', /通报批评/g],
  ['stop_business', /责令(?:停产停业|停业整顿|停产整顿|停业)/g],
  ['revoke_licence', /吊销/g],
  ['suspend_licence', /暂扣/g],
  ['lower_grade', /降低资质等级/g],
  ['restrict_business', /限制开展生产经营活动/g],
  ['restrict_occupation', /限制从业/g],
  ['close_down', /责令关闭/g],
  ['detention', /行政拘留/g],
];

/** Characters of full width as narrow ones, place by place, so that every place still is the place in the text as given. */
const narrow = (text: string) => [...Array(text.length).keys()].map((at) => plain(text[at]!)).join('');
const plain = (sign: string) => (sign === '，' || sign.normalize('NFKC').length !== 1 ? sign : sign.normalize('NFKC'));

const blank = (found: string) => ' '.repeat(found.length);

/**
 * Reads what a decision orders from its text, as "罚款：1000元；没收违法所得贰拾元". Each sum is whole fen with the words it was read from;
 * whatever can be read in two ways, or does not add up, is named as a doubt rather than guessed.
 */
export function readPenalties(given: string): PenaltyReading {
  const doubts: (Span & { why: PenaltyDoubt })[] = [];
  const doubt = (why: PenaltyDoubt, from: number, to: number) => doubts.push({ why, from, to });
  const whole = narrow(given);
  if (whole.trim() === '') return { parts: [], noPenalty: false, doubts: [{ why: 'empty', from: 0, to: 0 }] };
  const text = whole.replace(/《[^《》]*》|“[^“”]*”|"[^"]*"/g, blank).replace(/[^。；;\n]+/g, (clause, at: number) => {
    if (!LAW.test(clause)) return clause;
    doubt('quoted_law', at, at + clause.length);
    return blank(clause);
  });
  const listed = [...text.matchAll(/行政处罚种类[:\s]*([^;；。\n]*)/g)].map((one) => one[0]).join('');
  const told = text.replace(/行政处罚种类[:\s]*[^;；。\n]*/g, blank);
  const parts = [...sums(told, doubt), ...goods(text), ...measures(text)];
  const noPenalty = /不予(?:行政)?处罚/.test(text);
  for (const [kind, word] of [
    ['fine', '罚款'],
    ['confiscate_gains', '没收违法所得'],
  ] as const)
    if (listed.includes(word) && !parts.some((one) => one.kind === kind))
      doubt('no_amount', text.indexOf(listed), text.indexOf(listed) + listed.length);
  const other = /责令停止(?:经营|生产|销售|使用)|撤销(?:登记|许可)/.exec(text);
  if (other) doubt('other_measure', other.index, other.index + other[0].length);
  const proposed = /建议|拟(?:处|作|对)/.exec(text);
  if (proposed) doubt('proposed', proposed.index, proposed.index + proposed[0].length);
  if (noPenalty && parts.length > 0) doubt('also_no_penalty', text.search(/不予(?:行政)?处罚/), text.length);
  if (parts.length === 0 && !noPenalty) doubt('nothing_found', 0, given.length);
  return { parts: parts.sort((a, b) => a.from - b.from), noPenalty, doubts };
}

type Doubting = (why: PenaltyDoubt, from: number, to: number) => void;

/** The sums of money: each beside the word it belongs to; restated sums and totals are held against them. */
function sums(text: string, doubt: Doubting): ReadPenalty[] {
  const amounts = amountsIn(text, doubt);
  const parts: ReadPenalty[] = [];
  const totals: Amount[] = [];
  let before: Amount | undefined;
  for (const one of amounts) {
    const ahead = text.slice(before?.to ?? 0, one.from);
    const named = kindOf(text, ahead, one);
    if (before && /^\s*[(](?:大写|人民币|[:\s])*$/.test(ahead) && text.slice(one.to).trimStart().startsWith(')')) {
      if (before.fen !== one.fen) doubt('restated_differs', before.from, one.to);
    } else if (TOTAL.test(ahead)) totals.push(one);
    else if (named && one.fen) parts.push({ kind: named.kind, amountFen: one.fen, from: named.from, to: named.to });
    else doubt(one.fen === undefined ? 'unreadable' : 'loose_amount', one.from, one.to);
    before = one;
  }
  const sum = parts.reduce((all, part) => all + (part.amountFen ?? 0), 0);
  for (const { fen, from, to } of totals) if (fen !== sum) doubt('total_differs', from, to);
  for (const kind of ['fine', 'confiscate_gains'] as const) {
    const [, second] = parts.filter((part) => part.kind === kind);
    if (second) doubt('several', second.from, second.to);
  }
  namedWithoutSum(text, parts, amounts, doubt);
  return parts;
}

function amountsIn(text: string, doubt: Doubting): Amount[] {
  return [...text.matchAll(AMOUNT)].map((found) => {
    const from = found.index;
    const to = from + found[0].length;
    const [, yuan, jiao = found[4], fen = found[5]] = found;
    const small = (oneDigit(jiao ?? '0') ?? Number.NaN) * 10 + (oneDigit(fen ?? '0') ?? Number.NaN);
    const big = yuan === undefined ? 0 : fenOfYuan(yuan);
    const whole = big === undefined || (big % 100 > 0 && small > 0) ? undefined : big + small;
    if (VAGUE_AFTER.test(text.slice(to)) || VAGUE_BEFORE.test(text.slice(0, from))) doubt('vague', from, to);
    if (/\d，$/.test(text.slice(0, from))) doubt('separator', from, to);
    return { from, to, fen: whole === undefined || Number.isNaN(whole) ? undefined : whole };
  });
}

/** Whose sum it is: the word right before it, or the one right behind (2000元的罚款, 没收20元违法所得). */
function kindOf(
  text: string,
  ahead: string,
  { from, to }: Span,
): (Span & { kind: 'fine' | 'confiscate_gains' }) | undefined {
  const word = /(?:罚款|没收[^，。；;]{0,6}?违法所得|没收)(?=((?!罚款|违法所得|没收)[^。；;])*$)/.exec(ahead);
  const behind = text.slice(to);
  if (word && BETWEEN.test(ahead.slice(word.index + word[0].length)) && !negated(ahead.slice(0, word.index))) {
    const start = from - ahead.length + word.index;
    if (word[0] === '罚款') return { kind: 'fine', from: start, to };
    if (word[0] !== '没收') return { kind: 'confiscate_gains', from: start, to };
    const gains = /^的?违法所得/.exec(behind);
    return gains ? { kind: 'confiscate_gains', from: start, to: to + gains[0].length } : undefined;
  }
  const fine = /^(?:的|人民币|\s)*罚款(?![:\s]*[\d¥])/.exec(behind);
  return fine && /处(?:以|人民币|[:\s])*$/.test(ahead) ? { kind: 'fine', from, to: to + fine[0].length } : undefined;
}

const negated = (before: string) => /(?:不予|免予|免于|不再|不|加处|缴纳?|缴清)\s*$/.test(before);

/** Penalties of money that are named but have no sum, or a figure without its unit. */
function namedWithoutSum(text: string, parts: readonly ReadPenalty[], amounts: readonly Amount[], doubt: Doubting) {
  for (const found of text.matchAll(/罚款|没收违法所得/g)) {
    const from = found.index;
    const to = from + found[0].length;
    const covered = (one: Span) => from < one.to && to > one.from;
    if (parts.some(covered) || negated(text.slice(0, from))) continue;
    const figure = new RegExp(`^[:\\s]*(?:金额|人民币)?[:\\s]*${FIGURE}`).exec(text.slice(to));
    const end = to + (figure?.[0].length ?? 0);
    const bare = figure && !amounts.some((one) => one.from < end && one.to > to);
    doubt(bare ? 'no_unit' : 'no_amount', from, end);
  }
}

/** Goods that are confiscated, whatever they are. */
function goods(text: string): ReadPenalty[] {
  return [...text.matchAll(/没收(?!违法所得|[^，。；;]{0,12}违法所得)[^，。；;,\n\s#]{2,60}/g)]
    .filter((found) => !new RegExp(AMOUNT.source).test(found[0]) && !negated(text.slice(0, found.index)))
    .map((found) => ({
      kind: 'confiscate_goods',
      amountFen: null,
      from: found.index,
      to: found.index + found[0].length,
    }));
}

/** Penalties that are no sum, each kind once. */
function measures(text: string): ReadPenalty[] {
  return MEASURES.flatMap(([kind, word]) => {
    const found = [...text.matchAll(word)].find((one) => !negated(text.slice(0, one.index)));
    return found ? [{ kind, amountFen: null, from: found.index, to: found.index + found[0].length }] : [];
  });
}

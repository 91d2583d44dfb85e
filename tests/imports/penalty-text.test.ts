import { existsSync, readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPenalties } from '#shared/cases/penalty.text.ts';
import { READ_BY_HAND } from './read-by-hand.ts';

const DECISIONS = new URL('../../../shared/data/penalty-decisions-132.csv', import.meta.url);

const sums = (text: string) => readPenalties(text).parts.map(({ kind, amountFen }) => [kind, amountFen]);
const doubts = (text: string) => readPenalties(text).doubts.map(({ why }) => why);

const PLAIN = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] };
const CAPITAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] };

/** A whole number below a hundred million in Chinese numerals, as a careful clerk writes it. */
function inNumerals(whole: number, { digits, units }: typeof PLAIN): string {
  if (whole >= 10_000) {
    const low = whole % 10_000;
    const gap = low > 0 && low < 1000 ? digits[0] : '';
    return `${inNumerals(Math.floor(whole / 10_000), { digits, units })}万${low > 0 ? gap + inNumerals(low, { digits, units }) : ''}`;
  }
  const signs = [...String(whole)].map((sign, at, all) => {
    const value = Number(sign);
    return value === 0 ? digits[0]! : digits[value]! + units[all.length - 1 - at]!;
  });
  return signs
    .join('')
    .replace(new RegExp(`${digits[0]}+`, 'g'), digits[0]!)
    .replace(new RegExp(`(.)${digits[0]}$`), '$1');
}

const small = (fen: number, digits: string) => {
  const jiao = Math.floor(fen / 10);
  return fen === 0 ? '' : `${jiao > 0 ? `${digits[jiao]}角` : '零'}${fen % 10 > 0 ? `${digits[fen % 10]}分` : ''}`;
};
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const decimal = (fen: number) =>
  `${Math.floor(fen / 100)}${fen % 100 > 0 ? `.${String(fen % 100).padStart(2, '0')}` : ''}`;
const grouped = (text: string) => text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');

const FORMS: Record<string, (fen: number) => string> = {
  figures: (fen) => `${decimal(fen)}元`,
  twoPlaces: (fen) => `${(fen / 100).toFixed(2)} 元`,
  grouped: (fen) => `${grouped(decimal(fen))}元`,
  wide: (fen) => `${wide(decimal(fen))}元`,
  myriads: (fen) => `${(fen / 1_000_000).toFixed(6)}万元`,
  plain: (fen) =>
    `${inNumerals(Math.floor(fen / 100), PLAIN).replace(/^一十/, '十')}元${small(fen % 100, PLAIN.digits)}`,
  capital: (fen) => `人民币${inNumerals(Math.floor(fen / 100), CAPITAL)}元${small(fen % 100, CAPITAL.digits) || '整'}`,
  both: (fen) =>
    `${decimal(fen)}元（大写：${inNumerals(Math.floor(fen / 100), CAPITAL)}圆${small(fen % 100, CAPITAL.digits) || '整'}）`,
};

const aSum = fc.oneof(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 100, max: 9_999_999_999 }));
const aForm = fc.constantFrom(...Object.keys(FORMS));

test('a sum written in any form is read back to the fen, without a doubt, with the words it stands in', () => {
  fc.assert(
    fc.property(
      aSum,
      aSum,
      aForm,
      aForm,
      fc.constantFrom('；', '，', '。\n2、', '; '),
      (fine, gains, one, other, comma) => {
        const text = `决定：1．罚款${FORMS[one]!(fine)}${comma}没收违法所得：${FORMS[other]!(gains)}。`;
        const { parts, doubts: open } = readPenalties(text);
        expect(open, text).toEqual([]);
        expect(
          parts.map(({ kind, amountFen }) => [kind, amountFen]),
          text,
        ).toEqual([
          ['fine', fine],
          ['confiscate_gains', gains],
        ]);
        expect(text.slice(parts[0]!.from, parts[0]!.to), text).toMatch(/^罚款.*[元圆整角分]$/);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a text of any sort is read without failing, and every place named lies within it', () => {
  const word = fc.constantFrom(
    '罚款',
    '没收',
    '违法所得',
    '万',
    '元',
    '角',
    '3',
    '，',
    '.',
    '二十',
    '零',
    '共计',
    '(',
    '）',
    '不予',
    '处',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 20 }), (words) => {
      const text = words.join('');
      const { parts, doubts: open } = readPenalties(text);
      for (const { from, to } of [...parts, ...open]) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      for (const { amountFen } of parts) if (amountFen !== null) expect(Number.isSafeInteger(amountFen)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('several penalties of one text come out each for itself', () => {
  expect(sums('罚款：1000元；没收违法所得贰拾元')).toEqual([
    ['fine', 100_000],
    ['confiscate_gains', 2_000],
  ]);
  expect(sums('处以壹万伍仟元整的罚款，没收非法财物，责令停产停业，吊销许可证，给予警告')).toEqual([
    ['fine', 1_500_000],
    ['confiscate_goods', null],
    ['stop_business', null],
    ['revoke_licence', null],
    ['warning', null],
  ]);
  expect(sums('没收20元违法所得；罚款1万5千元')).toEqual([
    ['confiscate_gains', 2_000],
    ['fine', 1_500_000],
  ]);
});

test.each([
  ['罚款1000元，没收违法所得20元，共计1200元', 'total_differs'],
  ['罚款1000元（大写：壹佰元整）', 'restated_differs'],
  ['对张某罚款500元；对李某罚款300元', 'several'],
  ['罚款1000', 'no_unit'],
  ['罚款三百五元', 'unreadable'],
  ['罚款12 500元', 'vague'],
  ['罚款1，200元', 'separator'],
  ['罚款约3000元', 'vague'],
  ['罚款5000元以下', 'vague'],
  ['罚款1.2000元', 'unreadable'],
  ['罚款1,00元', 'unreadable'],
  ['罚款1000美元', 'no_unit'],
  ['没收违法所得', 'no_amount'],
  ['货值金额500元', 'loose_amount'],
  ['可以并处5000元以下的罚款', 'quoted_law'],
  ['不予行政处罚，罚款100元', 'also_no_penalty'],
  ['建议罚款100元', 'proposed'],
  ['没收违法所得10元，责令停止经营', 'other_measure'],
  ['责令改正', 'nothing_found'],
  ['  ', 'empty'],
] as const)('%s is asked about', (text, why) => {
  expect(doubts(text)).toContain(why);
});

test.each(['不予罚款', '到期不缴纳罚款的，每日按百分之三加处罚款'])('%s orders no fine', (text) => {
  expect(readPenalties(text).parts).toEqual([]);
});

test.skipIf(!existsSync(DECISIONS))(
  'sixty-eight published decisions are read as a person read them, at least 95 in 100, and none of them silently wrong',
  () => {
    const book = XLSX.read(readFileSync(DECISIONS, 'utf8').replace(/^\uFEFF/, ''), { type: 'string', raw: true });
    const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: true });
    const sum = (text: string, kind: string) =>
      readPenalties(text).parts.reduce((all, part) => all + (part.kind === kind ? (part.amountFen ?? 0) : 0), 0);
    const read = READ_BY_HAND.map(({ row, number, fineFen, gainsFen, warning, goods, unclear, noPenalty }) => {
      const [found, , , , , text = ''] = rows[row - 1]!;
      expect(found).toBe(number);
      const { parts, doubts: open, noPenalty: none } = readPenalties(text);
      const has = (kind: string) => parts.some((part) => part.kind === kind);
      const right =
        sum(text, 'fine') === fineFen &&
        sum(text, 'confiscate_gains') === gainsFen &&
        has('warning') === Boolean(warning) &&
        has('confiscate_goods') === Boolean(goods) &&
        (!noPenalty || none);
      return { number, right, flagged: open.length > 0, unclear: Boolean(unclear) };
    });
    expect(read.filter(({ right }) => right).length / read.length).toBeGreaterThanOrEqual(0.95);
    expect(read.filter(({ right, unclear, flagged }) => (!right || unclear) && !flagged)).toEqual([]);
  },
);

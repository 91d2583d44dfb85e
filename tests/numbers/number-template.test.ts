import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultTemplate,
  numberingOf,
  numberKey,
  numberText,
  readNumber,
  templateFault,
} from '#shared/numbers/number.template.ts';
import { PAPER_CODES } from '#shared/numbers/paper.codes.ts';
import { DEPARTMENTS } from '#shared/offices/departments.ts';
import { REGION_CODES } from '#shared/offices/regions.ts';

const offices = DEPARTMENTS.flatMap((department) => REGION_CODES.map((region) => ({ department, region })));
const usual = offices.flatMap((office) => PAPER_CODES.map((paper) => defaultTemplate(paper, office)));
const year = fc.integer({ min: 1990, max: 2100 });
const running = fc.integer({ min: 1, max: 99_999 });
/** What an office may write around the year and the number. */
const signs = fc.constantFrom(...'（）()夏岷市监罚责改字第号农商-·、JA ');
const part = fc.array(signs, { maxLength: 8 }).map((all) => all.join(''));
const template = fc
  .tuple(part, part, part)
  .map(([head, middle, tail]) => `${head}市监〔{year}〕${middle}{n}号${tail}`.trim())
  .filter((one) => templateFault(one) === null);

test('a penalty decision of Xiahe is numbered as Gansu’s offices write it', () => {
  const xiahe = { department: 'market', region: '623027' };

  expect(numberText(defaultTemplate('penalty', xiahe), 2026, 12)).toBe('（夏）市监罚〔2026〕12号');
  expect(numberText(defaultTemplate('correction_order', xiahe), 2026, 3)).toBe('（夏）市监责改〔2026〕3号');
  expect(numberText(defaultTemplate('complaint_acceptance', xiahe), 2026, 7)).toBe('（夏）市监投受〔2026〕第7号');
});

test('whatever the template, year and running number can be read back from the number, and no zero leads', () => {
  fc.assert(
    fc.property(template, year, running, (one, y, n) => {
      const text = numberText(one, y, n);

      expect(readNumber(one, text)).toEqual({ year: y, running: n });
      expect(text).toContain(`〔${y}〕`);
      expect(readNumber(one, text.replace(`${n}号`, `0${n}号`))).toBeNull();
    }),
  );
});

test('a key is the same for every way of typing the brackets, the width and the blanks, and keying it again changes nothing', () => {
  const brackets = ['〔〕', '[]', '【】', '（）', '()', '{}', '﹝﹞', '［］', '〔 〕'];
  const spread = (text: string) => [...text].join(' ');
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(template, year, running, fc.constantFrom(...brackets), (one, y, n, pair) => {
      const text = numberText(one, y, n);
      const [open, close] = [pair[0]!, pair.at(-1)!];
      const key = numberKey(text);

      const typed = text.replace(`〔${y}〕`, `${open}${y}${close}`);
      expect([typed, spread(text), wide(text), ` ${text}\n`].map(numberKey)).toEqual([key, key, key, key]);
      expect(numberKey(key)).toBe(key);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (any) => numberKey(numberKey(any)) === numberKey(any)));
});

test('two different running numbers never have one key', () => {
  fc.assert(
    fc.property(template, year, running, running, (one, y, a, b) => {
      expect(numberKey(numberText(one, y, a)) === numberKey(numberText(one, y, b))).toBe(a === b);
    }),
  );
});

test('no two papers of any two offices are numbered alike unless somebody asks for it', () => {
  const all = usual.map(numberingOf);

  expect(new Set(all).size).toBe(all.length);
  expect(usual.map(templateFault).filter(Boolean)).toEqual([]);
});

test.each([
  ['（夏）市监罚[{year}]{n}号', 'year_brackets'],
  ['（夏）市监罚〔{year}〕号', 'number_places'],
  ['（夏）市监罚〔{year}〕{n}{n}号', 'number_places'],
  ['（夏）市监罚〔{year}〕{seq}号', 'number_places'],
  ['（夏）{n}市监罚〔{year}〕号', 'number_places'],
  ['（夏）市监罚〔{year}〕0{n}号', 'leading_digit'],
  ['（夏）市监罚〔{year}〕{n}号 ', 'pattern'],
  ['（夏）市监罚〔{year}〕{n}号', null],
])('of the template %s it is said: %s', (text, fault) => {
  expect(templateFault(text)).toBe(fault);
});

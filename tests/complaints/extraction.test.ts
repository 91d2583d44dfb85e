import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutIdentity } from '#shared/complaints/extraction.identity.ts';
import { chineseNumber, extract } from '#shared/complaints/extraction.ts';

const TODAY = '2026-11-24';
const values = (text: string, kind: string) =>
  extract(text, TODAY)
    .filter((one) => one.kind === kind)
    .map((one) => one.value);

test('a telephone note gives telephone, day, amount, place, respondent and name', () => {
  const note =
    '11月21日周六，游客李某(电话 139 0941 1234)在夏河县拉卜楞镇扎西特产店买冬虫夏草 2600 元，回家发现掺假，要求退货退款，店家不接电话。';

  expect(values(note, 'phone')).toEqual(['13909411234']);
  expect(values(note, 'day')[0]).toBe('2026-11-21');
  expect(values(note, 'amount')).toEqual([260_000]);
  expect(values(note, 'county')).toEqual(['623027']);
  expect(values(note, 'township')).toEqual(['拉卜楞镇']);
  expect(values(note, 'subject')).toEqual(['扎西特产店']);
  expect(values(note, 'name')).toEqual(['李某']);
});

test('what is demanded is read from the note, and what was refused is not', () => {
  expect(values('要求退货退款，退一赔三，并赔礼道歉', 'demand')).toEqual(['refund', 'compensation', 'apology']);
  expect(values('店家拒绝维修，要求更换', 'demand')).toEqual(['replacement']);
  expect(values('请依法查处', 'demand')).toEqual(['punishment']);
  expect(values('商家不退款', 'demand')).toEqual([]);
});

test('amounts are read as people say them', () => {
  expect(values('花了两千六元', 'amount')).toEqual([260_000]);
  expect(values('转账2.6万元', 'amount')).toEqual([2_600_000]);
  expect(values('三十五块钱', 'amount')).toEqual([3500]);
  expect(values('共计1,280.50元', 'amount')).toEqual([128_050]);
  expect(chineseNumber('一万二')).toBe(12_000);
  expect(chineseNumber('二百零五')).toBe(205);
});

test('days are reckoned from the day of the call and never lie ahead', () => {
  expect(values('上周六购买', 'day')).toEqual(['2026-11-21']);
  expect(values('昨天下午', 'day')).toEqual(['2026-11-23']);
  expect(values('周五去的', 'day')).toEqual(['2026-11-20']);
  expect(values('12月3日购买', 'day')).toEqual(['2025-12-03']);
  expect(values('2026.11.5 下单', 'day')).toEqual(['2026-11-05']);
});

test('a number of an ID card is not a telephone, and full-width digits are read', () => {
  expect(values('身份证622301199001011234', 'phone')).toEqual([]);
  expect(values('身份证622301199001011234', 'idNo')).toEqual(['622301199001011234']);
  expect(values('电话１３９０９４１１２３４', 'phone')).toEqual(['13909411234']);
});

test('whatever is pasted, finds lie inside the text and do not overlap', () => {
  const pieces = fc.constantFrom(
    '昨天',
    '在',
    '夏河县',
    '139',
    '0941',
    '1234',
    '元',
    '两千',
    '店',
    '，',
    '11月',
    '21日',
    ' ',
    'X',
    '公司',
    '拉卜楞镇',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const one of extract(text, TODAY)) {
        expect(one.from).toBeGreaterThanOrEqual(end);
        expect(one.to).toBeLessThanOrEqual(text.length);
        if (one.kind === 'day') expect(String(one.value) <= TODAY).toBe(true);
        end = one.to;
      }
    }),
  );
});

test.each([
  ['来电人王芳13909415678，反映夏河县扎西特产店虫草掺假。', '王芳'],
  ['王芳 13909415678 反映酸奶过期', '王芳'],
  ['扎西才让，电话：139 0941 5678，称店家短斤少两', '扎西才让'],
  ['来电人拉毛草手机13909415678称被骗', '拉毛草'],
])('a name right before a telephone is read: %s', (note, name) => {
  expect(values(note, 'name')).toEqual([name]);
});

test.each(['联系电话13909415678', '夏河县扎西特产店13909415678', '商家手机号13909415678不接'])(
  'what only leads to a telephone is no name: %s',
  (note) => {
    expect(values(note, 'name')).toEqual([]);
  },
);

test.each([
  [
    '游客王某(电话13909415678)在夏河县拉卜楞镇扎西特产店买冬虫夏草2600元，回家发现掺假。',
    '游客在夏河县拉卜楞镇扎西特产店买冬虫夏草2600元，回家发现掺假。',
  ],
  ['来电人王芳13909415678，反映酸奶过期。', '来电人，反映酸奶过期。'],
  ['酸奶过期。联系电话：13909415678。', '酸奶过期。'],
  ['酸奶过期，要求退款。', '酸奶过期，要求退款。'],
])('a text is taken down without who told it: %s', (note, left) => {
  expect(withoutIdentity(note, TODAY)).toBe(left);
});

test('whatever is taken out of a text is not in it any more', () => {
  const phone = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`);
  const name = fc.constantFrom('王芳', '李某某', '扎西才让', '拉毛草');
  fc.assert(
    fc.property(name, phone, fc.constantFrom('，', '(', ' 电话', ''), (who, number, between) => {
      const left = withoutIdentity(`来电人${who}${between}${number}，反映酸奶过期，要求退款。`, TODAY);
      expect(left).not.toContain(who);
      expect(left).not.toContain(number);
      expect(left).toContain('反映酸奶过期');
    }),
  );
});

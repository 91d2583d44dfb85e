import { expect, test } from 'vitest';
import { extractTitle } from '#shared/complaints/extraction.matter.ts';

const titleOf = (note: string) => extractTitle(note)[0]?.value;

test.each([
  [
    '11月21日周六，游客李某(电话13909411234)在拉卜楞镇扎西特产店买冬虫夏草2600元，回家发现掺假，要求退货退款，店家不接电话。',
    '冬虫夏草掺假',
  ],
  ['市民反映合作市某健身房停业不退款，希望退还余额并赔偿。', '合作市某健身房停业不退款'],
  ['事由：牛肉面里有头发\n来电人要求商家道歉、查处。', '牛肉面里有头发'],
  ['购买电暖器，用了三天发现漏电，要求维修或更换。', '电暖器漏电'],
])('a note tells what it is about: %s', (note, title) => {
  expect(titleOf(note)).toBe(title);
});

test('a greeting is about nothing', () => {
  expect(titleOf('您好，请问几点上班？')).toBeUndefined();
});

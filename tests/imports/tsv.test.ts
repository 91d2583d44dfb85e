import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, mergedCells } from '#shared/imports/tsv.ts';

const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

test('whatever cells a spreadsheet copies arrive as they were, line breaks and quotes inside them too', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '扎', ' ', '\t', '\n', '"', ',') });
  const block = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(block, (rows) => {
      fc.pre(rows.every((row) => row.some((one) => one !== '')));
      const text = `${rows.map((row) => row.map(quoted).join('\t')).join('\r\n')}\r\n`;
      expect(blockOf(text).rows).toEqual(rows);
    }),
  );
});

test.each([
  ['a\tb\n', [['a', 'b']]],
  ['a\t\n', [['a', '']]],
  ['长 5" 的螺丝\t2', [['长 5" 的螺丝', '2']]],
  ['"只是引号\tb', [['"只是引号', 'b']]],
  ['', []],
])('a copied block is read as it lay: %j', (text, rows) => {
  expect(blockOf(text).rows).toEqual(rows);
});

test('merged cells are counted, but not those Excel only lets hang over', () => {
  expect(mergedCells('<td rowspan=2>a</td><td colspan="3">b</td>')).toBe(2);
  expect(mergedCells(`<td colspan=2 style='mso-ignore:colspan'>a</td>`)).toBe(0);
});

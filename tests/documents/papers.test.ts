import { describe, expect, test } from 'vitest';
import { paperData } from '#server/documents/document.plan.ts';
import { fillPaper } from '#server/documents/paper/paper.ts';
import { FORM_CODES, formOf, placesOf } from '#shared/documents/forms.ts';
import { placeOf } from '#shared/documents/places.ts';
import { missingOf, type Value, type Values } from '#shared/documents/values.ts';
import { opened, unbalanced } from '#tests/support/word.ts';

/** What a full record would say in each place, told apart from every other. */
function full(code: (typeof FORM_CODES)[number]): Values {
  const said = (place: string, at: number): Value => {
    const { shape, columns = [] } = placeOf(place)!;
    if (shape === 'tick') return at % 2 === 0;
    if (shape === 'day') return '2026-03-02';
    if (shape === 'moment') return '2026-03-02T09:05';
    if (shape === 'text') return `${place}第一段\n${place}第二段`;
    if (shape !== 'rows') return `〈${place}〉`;
    return [1, 2, 3].map((n) => Object.fromEntries(columns.map((column) => [column, `${column}${n}`])));
  };
  return Object.fromEntries(placesOf(code).map((place, at) => [place, said(place, at)]));
}

const printed = (code: (typeof FORM_CODES)[number], values: Values, draft: string | null) =>
  fillPaper(
    code,
    null,
    paperData(values, { places: placesOf(code), lacking: missingOf(code, values), draft: draft !== null }),
    draft,
  ).then(opened);

describe.each(FORM_CODES)('the paper %s', (code) => {
  test('says everything a full record says, lacks nothing and is sound Word', async () => {
    const values = full(code);

    const { text, feet, names, part } = await printed(code, values, null);

    const all = `${text}\n${feet}`;
    expect(all).toContain(formOf(code).name.includes('/') ? '' : formOf(code).name);
    for (const [place, value] of Object.entries(values)) {
      const shape = placeOf(place)!.shape;
      if (shape === 'line') expect(all).toContain(`〈${place}〉`);
      if (shape === 'text')
        expect(
          text.split('\n').some((line) => line.endsWith(`${place}第二段`) || line.startsWith(`${place}第二段`)),
        ).toBe(true);
      if (shape === 'rows')
        for (const row of value as Record<string, string>[])
          for (const cell of Object.values(row)) expect(text).toContain(cell);
    }
    expect(all).not.toMatch(/[{}]|【缺|undefined|\[object/);
    for (const name of names.filter((one) => /\.(xml|rels)$/.test(one)))
      expect(unbalanced(await part(name))).toBeUndefined();
  });

  test('marks everything an empty record lacks and says on its head that it is a draft', async () => {
    const lacking = missingOf(code, {});

    const { text, feet, xml: body } = await printed(code, {}, '草　稿　　缺很多处');

    expect(text.split('\n')[0]).toBe('草　稿　　缺很多处');
    for (const place of lacking) expect(`${text}\n${feet}`).toContain(`【缺：${place}】`);
    if (lacking.length > 0) expect(body + feet).toContain('yellow');
    expect(text).not.toMatch(/[{}]|undefined|\[object/);
  });

  test('strikes what stays open once it is in force, so that nothing is silently blank', async () => {
    const { text } = await printed(code, {}, null);

    expect(text).not.toContain('【缺');
    if (missingOf(code, {}).length > 0) expect(text).toContain('／');
  });
});

test('is laid out as GB/T 9704 asks: A4, margins, 16-point 仿宋, fixed pitch, fonts by name with fallbacks and none shipped', async () => {
  const { xml: body, part, names } = await printed('complaint_acceptance', full('complaint_acceptance'), null);

  const size = (name: string) =>
    (Number(new RegExp(`w:${name}="(\\d+)"`).exec(/<w:pg.*?<w:docGrid/.exec(body)![0])![1]) / 1440) * 25.4;
  for (const [name, wanted] of [
    ['w', 210],
    ['h', 297],
    ['top', 37],
    ['left', 28],
    ['right', 26],
    ['bottom', 35],
  ] as const)
    expect(size(name)).toBeCloseTo(wanted, 1);
  expect(body).toMatch(/<w:spacing[^>]*w:line="579"[^>]*w:lineRule="exact"/);
  expect(body).toMatch(/w:eastAsia="仿宋"/);
  expect(body).toMatch(/<w:sz w:val="32"\/>/);
  expect(body).toMatch(/w:eastAsia="方正小标宋简体"/);
  expect(await part('word/fontTable.xml')).toContain('仿宋_GB2312,FangSong');
  expect(names.filter((name) => /\.(ttf|odttf|otf|bin)$/i.test(name))).toEqual([]);
  expect(await part('word/settings.xml')).toContain('evenAndOddHeaders');
});

test('keeps the last line of a list with the seal, and lets the list itself run over to the next page', async () => {
  const values = { ...full('crime_transfer'), 附件: '1.调查报告；\n2.物品清单；\n3.检验报告。' };

  const { xml } = await printed('crime_transfer', values, null);

  const paragraph = (words: string) => xml.split('</w:p>').find((one) => one.includes(words))!;
  expect(
    ['1.调查报告；', '2.物品清单；', '3.检验报告。'].map((words) => paragraph(words).includes('keepNext')),
  ).toEqual([false, false, true]);
});

test('leaves a form that is one table the room of a page, and says that all of it is Chinese', async () => {
  const { xml, part } = await printed('filing_approval', full('filing_approval'), null);

  expect(Number(/<w:pgMar[^>]*w:top="(\d+)"/.exec(xml)![1])).toBeLessThan(1440);
  expect(await part('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
});

import { describe, expect, test } from 'vitest';
import { CASE_STEPS } from '#shared/cases/case.workflow.ts';
import { COMPLAINT_STEPS } from '#shared/complaints/complaint.workflow.ts';
import { FORM_CODES, formOf, formsOf, makingsOf, placesOf } from '#shared/documents/forms.ts';
import { PLACES, placeOf } from '#shared/documents/places.ts';
import {
  dayOnPaper,
  inWords,
  missingOf,
  momentOnPaper,
  withoutNumbers,
  withoutSecrets,
  yuanOnPaper,
} from '#shared/documents/values.ts';
import { PAPERS } from '#shared/numbers/paper.codes.ts';
import { DEPARTMENT_STEPS } from '#shared/transfers/department.workflow.ts';
import { POLICE_STEPS } from '#shared/transfers/police.workflow.ts';
import { documentWords } from '#shared/words/document.words.ts';
import { numberWords } from '#shared/words/number.words.ts';

const words: Record<string, readonly [string, string]> = { ...documentWords, ...numberWords };

const STEPS = [COMPLAINT_STEPS, CASE_STEPS, DEPARTMENT_STEPS, POLICE_STEPS].flatMap((steps) => Object.keys(steps));

describe.each(FORM_CODES)('the form %s', (code) => {
  const form = formOf(code);
  const places = placesOf(code);

  test('names only places there are, and every one of its musts', () => {
    expect(places.filter((place) => !placeOf(place))).toEqual([]);
    expect(form.must.filter((place) => !places.includes(place))).toEqual([]);
  });

  test('belongs to a step there is, where it belongs to one', () => {
    if (form.step) expect(STEPS).toContain(form.step);
  });

  test('is called on screen as on the paper', () => {
    expect((words[`form.${code}`] ?? words[`paper.${code}`])?.[0]).toBe(form.name);
    if (form.paper) expect(PAPERS).toHaveProperty(form.paper);
  });

  test('lacks every one of its musts where nothing is known, and nothing where all is', () => {
    const full = Object.fromEntries(places.map((place) => [place, placeOf(place)!.shape === 'rows' ? [{}] : '有']));

    expect(missingOf(code, {})).toEqual(
      expect.arrayContaining(form.must.filter((one) => placeOf(one)!.shape !== 'tick')),
    );
    expect(missingOf(code, full)).toEqual([]);
  });

  test('is made for others without who complained, where it names them for anybody', () => {
    const named = form.makings.some((making) => making.named);

    expect(makingsOf(form).some(({ to }) => to === 'others')).toBe(named);
    expect(makingsOf(form).find(({ to }) => to === 'others')?.named).toBeUndefined();
  });

  test('lets no more of a list stand in it than the list has', () => {
    for (const block of form.layout.blocks) {
      if (block.kind !== 'table') continue;
      const wide = block.rows.map(({ cells }) => cells.reduce((sum, { span = 1 }) => sum + span, 0));
      const down = block.rows.map((_, at) =>
        block.rows
          .slice(0, at)
          .reduce(
            (sum, { cells }, above) =>
              sum + cells.filter(({ down: rows = 1 }) => above + rows > at).reduce((n, { span = 1 }) => n + span, 0),
            0,
          ),
      );
      expect(wide.map((width, at) => width + down[at]!)).toEqual(block.rows.map(() => block.widths.length));
      expect(block.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(156);
    }
  });
});

test('the forms of 2026 know no 举报立案告知书 and no 不予立案 notice', () => {
  const names = formsOf('complaint').map((code) => formOf(code).name);

  expect(names).toHaveLength(10);
  expect(names.filter((name) => /立案/.test(name))).toEqual([]);
});

test('every place of the dictionary stands in some form', () => {
  const used = new Set(FORM_CODES.flatMap(placesOf));

  expect(Object.keys(PLACES).filter((place) => !used.has(place as keyof typeof PLACES))).toEqual([]);
});

test('days, moments, sums and ordinals are written as papers write them', () => {
  expect(dayOnPaper('2026-03-02')).toBe('2026年3月2日');
  expect([momentOnPaper('2026-03-02T09:05'), momentOnPaper('2026-03-02')]).toEqual([
    '2026年3月2日9时05分',
    '2026年3月2日',
  ]);
  expect([yuanOnPaper(300_000), yuanOnPaper(12_345)]).toEqual(['3000', '123.45']);
  expect(inWords(7)).toBe('七');
});

test('numbers of third persons and secret words are masked however they are typed', () => {
  expect(withoutNumbers('电话139 0941 1234，13909411234；证号623027199001011234，订单号20261124000000001')).toBe(
    '电话139****1234，139****1234；证号623027********1234，订单号20261124000000001',
  );
  expect(withoutSecrets('李 某某、李某某先生，１３９-0941-1234', ['李某某', '13909411234', '王'])).toBe(
    '×××、×××先生，××××',
  );
  expect(withoutSecrets('a.c abc', ['a.c'])).toBe('××× abc');
});

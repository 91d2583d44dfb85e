import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALENDAR_YEARS } from '#shared/clocks/calendar.seed.ts';
import { noticeOf } from '#shared/clocks/notice.ts';

const REAL = (year: number) => new URL(`../../../shared/data/holiday-cn_${year}.json`, import.meta.url);

test.skipIf(!existsSync(REAL(2026)))('the public files of 2023 to 2026 say what our own years say', () => {
  for (const year of [2023, 2024, 2025, 2026]) {
    const read = noticeOf(readFileSync(REAL(year), 'utf8'));
    const own = CALENDAR_YEARS.find((one) => one.year === year)!;
    expect([year, Object.keys(read!.off).sort()]).toEqual([year, Object.keys(own.off).sort()]);
    expect([...read!.work].sort()).toEqual([...own.work].sort());
  }
});

test('whatever is not a year’s notice is no notice, and nothing throws', () => {
  expect(noticeOf('not json')).toBeUndefined();
  expect(noticeOf('{"year":2027,"days":[]}')).toBeUndefined();
  expect(noticeOf('{"year":2027,"source":"x","off":{"2026-01-01":"元旦"},"work":[],"festivals":[]}')).toBeUndefined();
  fc.assert(fc.property(fc.json(), (text) => void noticeOf(text)));
});

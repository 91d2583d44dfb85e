import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from '#shared/kernel/draw.ts';

const pool = fc.uniqueArray(fc.nat(100_000), { maxLength: 300 });

test('a sample is part of its pool, holds nothing twice, and is as large as was asked or as there is', () => {
  fc.assert(
    fc.property(fc.string(), pool, fc.nat(400), (seed, from, size) => {
      const drawn = drawSample(seed, from, size);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.length).toBe(Math.min(size, from.length));
      expect(drawn.every((one) => from.includes(one))).toBe(true);
    }),
  );
});

test('the same seed draws the same, and a smaller sample is the beginning of a larger one', () => {
  fc.assert(
    fc.property(fc.string(), pool, fc.nat(300), fc.nat(300), (seed, from, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(drawSample(seed, from, more).slice(0, less)).toEqual(drawSample(seed, from, less));
    }),
  );
});

test('what a seed draws stays what it was on the day it was drawn', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect(drawSample('回头看-2026-4', hundred, 5)).toMatchInlineSnapshot(`
    [
      75,
      37,
      9,
      99,
      20,
    ]
  `);
  expect(drawSample('20261124', hundred, 5)).toMatchInlineSnapshot(`
    [
      68,
      82,
      8,
      73,
      59,
    ]
  `);
});

test('over many seeds each member of a pool is drawn about as often as the others', () => {
  const hits = Array<number>(20).fill(0);
  for (let seed = 0; seed < 20_000; seed += 1)
    for (const drawn of drawSample(`种子${seed}`, [...hits.keys()], 4)) hits[drawn]! += 1;
  const expected = (20_000 * 4) / 20;
  const chi = hits.reduce((sum, hit) => sum + (hit - expected) ** 2 / expected, 0);
  expect(chi).toBeLessThan(43.8); // nineteen degrees of freedom: beyond this once in a thousand
});

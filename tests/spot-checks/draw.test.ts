import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawPool, draw, PAIR_MODES, poolText } from '#shared/spot-checks/draw.ts';

const targetsOf = (weights: readonly number[]) => weights.map((weight, at) => ({ id: at + 1, weight }));
const ALONE = { inspectors: [], recusals: [] };

/** How far counts lie from what weights would give: below the bound, chance explains it in all but one of ten thousand cases. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const all = counts.reduce((sum, n) => sum + n, 0);
  return counts.reduce((sum, n, at) => sum + (n - all * shares[at]!) ** 2 / (all * shares[at]!), 0);
}

const pools = fc.record({
  targets: fc.array(fc.nat(4), { minLength: 1, maxLength: 40 }).map(targetsOf),
  inspectors: fc
    .array(fc.integer({ min: 1, max: 4 }), { maxLength: 9 })
    .map((offices) => offices.map((officeId, at) => ({ id: at + 1, officeId }))),
  recusals: fc.array(
    fc.record({ inspectorId: fc.integer({ min: 1, max: 9 }), targetId: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 60 },
  ),
});

describe('a draw', () => {
  test('is as fair as chance: of ten thousand, each of twenty alike comes first as often as the others', () => {
    const pool = { targets: targetsOf(Array<number>(20).fill(1)), ...ALONE };
    const counts = Array<number>(20).fill(0);
    for (let n = 0; n < 10_000; n += 1) counts[draw(`seed ${n}`, pool, 1, 'mixed')[0]!.targetId - 1]! += 1;
    expect(chiSquare(counts, Array<number>(20).fill(1 / 20))).toBeLessThan(50.8); // 19 degrees, one in ten thousand
  });

  test('keeps the weights: of ten thousand, one four times as heavy comes first four times as often', () => {
    const weights = [1, 2, 3, 4];
    const counts = [0, 0, 0, 0];
    const pool = { targets: targetsOf(weights), ...ALONE };
    for (let n = 0; n < 10_000; n += 1) counts[draw(`seed ${n}`, pool, 1, 'mixed')[0]!.targetId - 1]! += 1;
    expect(
      chiSquare(
        counts,
        weights.map((weight) => weight / 10),
      ),
    ).toBeLessThan(21.1); // 3 degrees, one in ten thousand
  });

  test('takes every one at most once, never who has no weight, and nobody who stands back; pairs are two of the mode', () => {
    fc.assert(
      fc.property(pools, fc.nat(45), fc.constantFrom(...PAIR_MODES), fc.string(), (pool, size, mode, seed) => {
        const drawn = draw(seed, pool, size, mode);
        const able = pool.targets.filter(({ weight }) => weight > 0);
        expect(drawn.length).toBe(Math.min(size, able.length));
        expect(new Set(drawn.map(({ targetId }) => targetId)).size).toBe(drawn.length);
        for (const { targetId, inspectorIds } of drawn) {
          expect(able.map(({ id }) => id)).toContain(targetId);
          expect([0, 2]).toContain(inspectorIds.length);
          if (inspectorIds.length === 0) continue;
          const pair = inspectorIds.map((id) => pool.inspectors.find((one) => one.id === id)!);
          expect(pair[0]!.id).not.toBe(pair[1]!.id);
          if (mode === 'office') expect(pair[0]!.officeId).toBe(pair[1]!.officeId);
          if (mode === 'cross') expect(pair[0]!.officeId).not.toBe(pair[1]!.officeId);
          for (const id of inspectorIds) expect(pool.recusals).not.toContainEqual({ inspectorId: id, targetId });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('burdens inspectors evenly', () => {
    const inspectors = Array.from({ length: 6 }, (_, at) => ({ id: at + 1, officeId: 1 }));
    const drawn = draw(
      'even',
      { targets: targetsOf(Array<number>(30).fill(1)), inspectors, recusals: [] },
      30,
      'office',
    );
    const visits = inspectors.map(({ id }) => drawn.filter((one) => one.inspectorIds.includes(id)).length);
    expect(Math.max(...visits) - Math.min(...visits)).toBeLessThanOrEqual(1);
  });

  test('is the same for ever: these were drawn when it was first written', () => {
    const pool: DrawPool = {
      targets: targetsOf([1, 2, 3, 4, 1, 2, 3, 4]),
      inspectors: [1, 2, 3, 4].map((id) => ({ id, officeId: id < 3 ? 1 : 2 })),
      recusals: [{ inspectorId: 1, targetId: 4 }],
    };
    expect(draw('甘南 2026', pool, 4, 'cross')).toMatchInlineSnapshot(`
      [
        {
          "inspectorIds": [
            4,
            1,
          ],
          "targetId": 2,
        },
        {
          "inspectorIds": [
            3,
            2,
          ],
          "targetId": 1,
        },
        {
          "inspectorIds": [
            4,
            1,
          ],
          "targetId": 5,
        },
        {
          "inspectorIds": [
            3,
            2,
          ],
          "targetId": 8,
        },
      ]
    `);
    expect(poolText(pool)).toMatchInlineSnapshot(
      `"[[[1,1],[2,2],[3,3],[4,4],[5,1],[6,2],[7,3],[8,4]],[[1,1],[2,1],[3,2],[4,2]],[[1,4]]]"`,
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfMatter, monthsBefore, repeatsAmong } from '#shared/entities/repeats.ts';

test('months are counted back to the same day of the month, or to its last', () => {
  expect(monthsBefore('2026-11-24', 12)).toBe('2025-11-24');
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2024-03-30', 1)).toBe('2024-02-29');
  expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15');
});

test('of every kind that came twice all are told, of every other none', () => {
  const offence = fc.record({
    entityId: fc.nat(3),
    matter: fc.constantFrom('food.quality', 'food.label', 'price.fraud', 'measure.fuel'),
    on: fc.constantFrom('2026-01-01', '2026-05-05', '2026-09-09'),
  });
  fc.assert(
    fc.property(fc.array(offence, { maxLength: 12 }), (all) => {
      const groups = repeatsAmong(all);
      for (const kind of new Set(all.map(({ matter }) => kindOfMatter(matter)))) {
        const own = all.filter(({ matter }) => kindOfMatter(matter) === kind);
        expect(groups.find(({ matter }) => matter === kind)?.offences.length ?? 0).toBe(
          own.length > 1 ? own.length : 0,
        );
      }
      for (const { offences } of groups)
        expect(offences.map(({ on }) => on)).toEqual(
          offences
            .map(({ on }) => on)
            .sort()
            .reverse(),
        );
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PENALTY_KINDS } from '#shared/cases/case.lists.ts';
import { balanceOf, fitsSummary, needsHearingOffer, type Payment, surchargeOf } from '#shared/cases/case.money.ts';
import { addDays } from '#shared/kernel/calendar.ts';

const fine = (amountFen: number) => [{ kind: 'fine', amountFen }] as const;

test('three per cent a day is added to a fine paid late, and never more than the fine', () => {
  expect(surchargeOf(100_000, [], '2026-03-16', '2026-03-16')).toBe(0);
  expect(surchargeOf(100_000, [], '2026-03-16', '2026-03-17')).toBe(3_000);
  expect(surchargeOf(100_000, [], '2026-03-16', '2026-04-30')).toBe(100_000);
});

test('what was paid in part stops growing; the rest goes on', () => {
  const half: Payment = { duty: 'fine', paidOn: '2026-03-18', amountFen: 50_000 };

  expect(surchargeOf(100_000, [half], '2026-03-16', '2026-03-20')).toBe(2 * 3_000 + 2 * 1_500);
});

test('ordered, paid and left always add up, and nothing is owed once all is paid', () => {
  const penalty = fc.record({
    kind: fc.constantFrom(...PENALTY_KINDS),
    amountFen: fc.option(fc.integer({ min: 0, max: 1e9 })),
  });
  const payment = fc.record({
    duty: fc.constantFrom('fine' as const, 'gains' as const, 'surcharge' as const),
    paidOn: fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-03-01', days)),
    amountFen: fc.integer({ min: 1, max: 1e8 }),
  });
  fc.assert(
    fc.property(
      fc.array(penalty, { maxLength: 5 }),
      fc.array(payment, { maxLength: 6 }),
      fc.nat(120),
      (penalties, payments, day) => {
        const today = addDays('2026-03-01', day);
        const { ordered, left, settled } = balanceOf(penalties, payments, '2026-03-16', today);
        const paid = payments.reduce((all, one) => all + one.amountFen, 0);
        expect(left.fine + left.gains + left.surcharge + paid).toBe(ordered.fine + ordered.gains + ordered.surcharge);
        expect(Number.isInteger(ordered.surcharge) && ordered.surcharge >= 0 && ordered.surcharge <= ordered.fine).toBe(
          true,
        );
        expect(settled).toBe(left.fine <= 0 && left.gains <= 0 && left.surcharge <= 0);
      },
    ),
  );
});

test('the surcharge never falls while days go by and nothing more is paid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.nat(100), fc.nat(30), (owed, day, more) => {
      const on = (days: number) => surchargeOf(owed, [], '2026-03-16', addDays('2026-03-16', days));
      expect(on(day + more)).toBeGreaterThanOrEqual(on(day));
    }),
  );
});

test.each([
  [fine(1_000_000), 0, 'person', true],
  [fine(999_999), 0, 'person', false],
  [fine(9_999_999), 0, 'company', false],
  [fine(10_000_000), 0, 'company', true],
  [[{ kind: 'confiscate_goods', amountFen: null }], 10_000_000, 'company', true],
  [[{ kind: 'warning', amountFen: null }], 10_000_000, 'company', false],
  [[{ kind: 'revoke_licence', amountFen: null }], 0, 'company', true],
] as const)('a hearing is offered for %j with goods of %i fen to a %s: %s', (penalties, goods, kind, offered) => {
  expect(needsHearingOffer(penalties, goods, kind)).toBe(offered);
});

test.each([
  [fine(20_000), 'person', true],
  [fine(20_001), 'person', false],
  [fine(300_000), 'sole_trader', true],
  [fine(300_001), 'company', false],
  [[{ kind: 'confiscate_gains', amountFen: 100 }], 'company', false],
  [[], 'company', false],
] as const)('%j against a %s may be decided on the spot: %s', (penalties, kind, open) => {
  expect(fitsSummary(penalties, kind)).toBe(open);
});

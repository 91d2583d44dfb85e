import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import { thresholdAsked, thresholdFrom } from '#shared/transfers/threshold.form.ts';
import {
  CRIME_THRESHOLDS,
  type CrimeFacts,
  covers,
  MEASURES,
  questionsOf,
  SIGNS,
  thresholdsOn,
} from '#shared/transfers/thresholds.ts';

const facts = (change: Partial<CrimeFacts>): CrimeFacts => ({
  matter: 'product.fake',
  on: '2026-11-24',
  salesFen: 0,
  goodsValueFen: 0,
  gainsFen: 0,
  lossFen: 0,
  signs: [],
  ...change,
});
const raised = (change: Partial<CrimeFacts>) =>
  questionsOf(CRIME_THRESHOLDS, facts(change)).map(({ threshold }) => threshold.offence);

test.each([
  ['sold for a fen less than fifty thousand', { matter: 'measure.fuel', salesFen: 4_999_999 }, []],
  ['sold for fifty thousand', { matter: 'measure.fuel', salesFen: 5_000_000 }, ['fake_goods']],
  [
    'fifteen thousand sold and a hundred and five thousand kept',
    { matter: 'measure.fuel', salesFen: 1_500_000, goodsValueFen: 10_500_000 },
    ['fake_goods'],
  ],
  ['a hundred and fifty thousand not yet sold', { matter: 'measure.fuel', goodsValueFen: 15_000_000 }, ['fake_goods']],
  ['toxic matter in food, whatever it cost', { matter: 'food.additive', signs: ['toxic_material'] }, ['toxic_food']],
  ['dead animals sold as meat', { matter: 'farm.meat', signs: ['dead_animals'] }, ['unsafe_food']],
  [
    'unlicensed slaughter for a hundred thousand',
    { matter: 'commerce.slaughter', salesFen: 10_000_000 },
    ['illegal_slaughter'],
  ],
  [
    'gains of thirty thousand with another’s mark',
    { matter: 'trade.trademark', gainsFen: 3_000_000 },
    ['counterfeit_mark', 'sell_counterfeit'],
  ],
  [
    'a fertiliser that cost a harvest of twenty thousand',
    { matter: 'farm.fertiliser', lossFen: 2_000_000 },
    ['farm_inputs'],
  ],
  ['a price that was not displayed', { matter: 'price.untagged', salesFen: 99_000_000 }, []],
  [
    'an act before the standard was in force',
    { matter: 'commerce.slaughter', salesFen: 10_000_000, on: '2021-12-31' },
    [],
  ],
] as const)('%s', (_, change, offences) => {
  expect(raised(change as Partial<CrimeFacts>)).toEqual([...offences]);
});

test('every shipped threshold names a matter the product knows, its source, and whether it was compared', () => {
  for (const { offence, matters, any, source, sourceArticle, compared } of CRIME_THRESHOLDS) {
    expect([
      offence,
      matters.filter((one) => !MATTER_CODES.some((code) => code === one || code.startsWith(`${one}.`))),
    ]).toEqual([offence, []]);
    expect([any.length, source.length].every((n) => n > 0)).toBe(true);
    expect([offence, compared ? sourceArticle !== '' : true]).toEqual([offence, true]);
  }
});

test('an office’s newer version stands before the shipped one, for its own days alone', () => {
  const [shipped] = CRIME_THRESHOLDS;
  const own = { ...shipped!, any: [{ measure: 'sales' as const, fromFen: 100 }], validFrom: '2026-06-01' };

  const on = (day: string) =>
    thresholdsOn([own, ...CRIME_THRESHOLDS], day).find(({ offence }) => offence === own.offence);

  expect([on('2026-05-31'), on('2026-06-01')]).toEqual([shipped, own]);
});

const anyFacts = fc.record({
  matter: fc.constantFrom(...MATTER_CODES),
  on: fc.constantFrom('2022-06-01', '2026-11-24'),
  salesFen: fc.nat(20_000_000),
  goodsValueFen: fc.nat(20_000_000),
  gainsFen: fc.nat(20_000_000),
  lossFen: fc.nat(30_000_000),
  signs: fc.subarray([...SIGNS]),
});

test('more of anything never answers a question, and what was answered covers no more than it knew', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (one, other) => {
      const more = {
        ...one,
        salesFen: one.salesFen + other.salesFen,
        goodsValueFen: one.goodsValueFen + other.goodsValueFen,
        gainsFen: one.gainsFen + other.gainsFen,
        lossFen: one.lossFen + other.lossFen,
        signs: [...new Set([...one.signs, ...other.signs])],
      };
      const asked = (of: CrimeFacts) => questionsOf(CRIME_THRESHOLDS, of).map(({ threshold }) => threshold.offence);
      expect(asked(more)).toEqual(expect.arrayContaining(asked(one)));
      expect(covers(more, one)).toBe(true);
      expect(covers(one, more)).toBe(
        other.salesFen + other.goodsValueFen + other.gainsFen + other.lossFen === 0 &&
          more.signs.length === one.signs.length,
      );
    }),
  );
  expect(MEASURES.length).toBe(5);
});

test('a new version begins with what stands, keeps offence and matters, and holds from its own first day', () => {
  for (const before of CRIME_THRESHOLDS) {
    const asked = thresholdAsked(before);
    const version = thresholdFrom(before, { ...asked, validFrom: '2027-01-01', source: '新的司法解释' });

    expect({ ...version, any: new Set(version.any) }).toEqual({
      ...before,
      any: new Set(before.any),
      source: '新的司法解释',
      validFrom: '2027-01-01',
      validUntil: null,
    });
    const chosen = (day: string) =>
      thresholdsOn([version, ...CRIME_THRESHOLDS], day).find(({ offence }) => offence === before.offence);
    expect([chosen('2026-12-31')?.source, chosen('2027-01-01')?.source]).toEqual([before.source, '新的司法解释']);
  }
});

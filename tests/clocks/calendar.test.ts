import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALENDAR_YEARS } from '#shared/clocks/calendar.seed.ts';
import { CLOCK_RULES, ruleOn } from '#shared/clocks/clock.rules.ts';
import { dueOf, faultsOfEvent } from '#shared/clocks/clock.ts';
import { explainDue } from '#shared/clocks/explain.ts';
import { lightOf, stripOf } from '#shared/clocks/light.ts';
import { addDays, addWorkdays, rollDay, type WorkCalendar, workdaysBetween } from '#shared/kernel/calendar.ts';

const calendar: WorkCalendar = new Map(CALENDAR_YEARS.map((year) => [year.year, year]));
const endOf = (day: string, count: number) => addWorkdays(calendar, day, count).day ?? 'not settled';

describe('working days after a reception, as the offices reckon them', () => {
  test.each([
    ['2026-09-18', '2026-09-29', '2026-10-15', '2026-11-05', '2026-10-22'],
    ['2026-09-24', '2026-10-12', '2026-10-22', '2026-11-12', '2026-10-29'],
    ['2026-09-30', '2026-10-15', '2026-10-27', '2026-11-17', '2026-11-03'],
    ['2026-02-13', '2026-03-02', '2026-03-12', '2026-04-02', '2026-03-19'],
    ['2026-04-30', '2026-05-13', '2026-05-25', '2026-06-15', '2026-06-01'],
    ['2025-12-31', '2026-01-12', '2026-01-22', '2026-02-12', '2026-01-29'],
    ['2026-11-23', '2026-12-02', '2026-12-14', 'not settled', '2026-12-21'],
  ])('%s: +7 %s, +15 %s, +30 %s, +20 %s', (start, seven, fifteen, thirty, twenty) => {
    expect([7, 15, 30, 20].map((count) => endOf(start, count))).toEqual([seven, fifteen, thirty, twenty]);
  });

  test('a reception on 2026-09-28 gives 2026-10-13 for seven working days, the made-up Saturday counted', () => {
    expect(endOf('2026-09-28', 7)).toBe('2026-10-13');
  });

  test('a year that is not published is named, not guessed', () => {
    expect(addWorkdays(calendar, '2026-12-30', 5)).toEqual({ missingYear: 2027 });
  });
});

test('a limit in days that ends on National Day moves by its own reading', () => {
  expect(rollDay(calendar, addDays('2026-08-02', 60), 'rest_of_notice').day).toBe('2026-10-08');
  expect(rollDay(calendar, addDays('2026-08-02', 60), 'festival_only').day).toBe('2026-10-04');
  expect(rollDay(calendar, addDays('2026-07-03', 90), 'rest_of_notice').day).toBe('2026-10-08');
  expect(rollDay(calendar, '2026-11-28', 'rest_of_notice').day).toBe('2026-11-28');
});

const notices = [2023, 2024, 2025, 2026].map(
  (year) => new URL(`../../../shared/data/holiday-cn_${year}.json`, import.meta.url),
);
const held = notices.every((notice) => existsSync(notice));

test.skipIf(!held)('four thousand reckonings agree with a day-by-day count from the published notices', () => {
  const off = new Map<string, boolean>();
  for (const notice of notices) {
    for (const day of JSON.parse(readFileSync(notice, 'utf8')).days) off.set(day.date, day.isOffDay);
  }
  const isWorked = (date: Date) => {
    const named = off.get(date.toISOString().slice(0, 10));
    return named === undefined ? date.getUTCDay() % 6 !== 0 : !named;
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const start = new Date(Date.UTC(2023, 0, 1 + offset));
      const at = new Date(start);
      for (let left = count; left > 0; ) {
        at.setUTCDate(at.getUTCDate() + 1);
        if (isWorked(at)) left -= 1;
      }
      const reckoned = addWorkdays(calendar, start.toISOString().slice(0, 10), count);
      if (at.getUTCFullYear() > 2026) expect(reckoned.missingYear).toBe(2027);
      else expect(reckoned.day).toBe(at.toISOString().slice(0, 10));
    }),
    { numRuns: 4000 },
  );
});

const accept = ruleOn(CLOCK_RULES, 'complaint.accept', '2026-09-28')!;
const verify = ruleOn(CLOCK_RULES, 'report.verify', '2026-09-28')!;

describe('a clock is its events', () => {
  test('the rule is chosen by the day of the event: 45 working days before 15 April 2026, 60 days since', () => {
    const length = (day: string) =>
      [ruleOn(CLOCK_RULES, 'complaint.mediate', day)!].map((rule) => `${rule.length} ${rule.unit}`)[0];
    expect([length('2026-04-14'), length('2026-04-15')]).toEqual(['45 workday', '60 day']);
  });

  test('a pause moves the end by as many working days as it lasted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 20 }), (wait, lasting) => {
        const paused = addDays('2026-03-02', wait);
        const resumed = addDays(paused, lasting);
        const plain = dueOf(verify, [{ kind: 'started', on: '2026-03-02' }], calendar).dueOn!;
        const moved = dueOf(
          verify,
          [
            { kind: 'started', on: '2026-03-02' },
            { kind: 'paused', on: paused },
            { kind: 'resumed', on: resumed },
          ],
          calendar,
        ).dueOn!;
        expect(workdaysBetween(calendar, plain, moved)).toBe(workdaysBetween(calendar, paused, resumed));
      }),
    );
  });

  test('fifteen and fifteen working days are thirty', () => {
    const events = [
      { kind: 'started', on: '2026-09-18' },
      { kind: 'extended', on: '2026-10-12', length: 15 },
    ] as const;
    expect(dueOf(verify, events, calendar).dueOn).toBe('2026-11-05');
  });

  test('a new fact begins the period anew', () => {
    const events = [
      { kind: 'started', on: '2026-03-02' },
      { kind: 'restarted', on: '2026-03-20' },
    ] as const;
    expect(dueOf(verify, events, calendar).startedOn).toBe('2026-03-20');
  });

  test.each([
    [
      'a pause the law does not know',
      { kind: 'paused', on: '2026-09-29', category: 'holiday' },
      { category: 'not_in_law' },
    ],
    ['a pause in the future', { kind: 'paused', on: '2026-10-30', category: 'testing' }, { on: 'future' }],
    [
      'a pause before the start',
      { kind: 'paused', on: '2026-09-01', category: 'testing' },
      { on: 'before_last_event' },
    ],
    ['an end of no pause', { kind: 'resumed', on: '2026-09-29' }, { kind: 'not_paused' }],
    ['more than the cap', { kind: 'extended', on: '2026-09-29', length: 16 }, { length: 'beyond_cap' }],
  ] as const)('refuses %s', (_, event, faults) => {
    expect(faultsOfEvent(verify, [{ kind: 'started', on: '2026-09-28' }], event, '2026-10-15', calendar)).toEqual(
      faults,
    );
  });

  test('no extension after the limit has passed, none where the law knows none', () => {
    const started = [{ kind: 'started', on: '2026-03-02' }] as const;
    const late = { kind: 'extended', on: '2026-06-01', length: 15 } as const;
    expect(faultsOfEvent(verify, started, late, '2026-06-01', calendar)).toEqual({ on: 'after_expiry' });
    expect(faultsOfEvent(accept, started, { ...late, on: '2026-03-03' }, '2026-03-03', calendar)).toEqual({
      kind: 'no_extension',
    });
  });
});

describe('what a screen shows of a clock', () => {
  const due = dueOf(accept, [{ kind: 'started', on: '2026-09-28' }], calendar);
  const face = {
    clockFrom: due.startedOn,
    clockLength: due.length,
    clockPausedDays: 0,
    pausedOn: null,
    dueOn: due.dueOn,
    dueAt: null,
    soonOn: due.soonOn,
  };
  const now = '2026-10-15T02:00:00.000Z'; // of no matter to a limit in days

  test('its light goes from running to due soon to overdue', () => {
    expect(['2026-09-29', '2026-10-09', '2026-10-13', '2026-10-14'].map((today) => lightOf(face, today, now))).toEqual([
      'running',
      'due_soon',
      'due_soon',
      'overdue',
    ]);
  });

  test('its strip has one tick for each working day, and those overdue stand apart', () => {
    expect(stripOf(face, 'workday', calendar, '2026-10-10', now)).toMatchObject({ total: 7, used: 5, over: 0 });
    expect(stripOf(face, 'workday', calendar, '2026-10-15', now)?.ticks).toEqual([
      ...Array(7).fill('used'),
      'over',
      'over',
    ]);
  });

  test('it says why it ends on that day: the holiday passed over, the Saturday made up', () => {
    const reasons = explainDue(accept, [{ kind: 'started', on: '2026-09-28' }], calendar);
    expect(reasons).toContainEqual({ what: 'skipped', from: '2026-10-01', to: '2026-10-07', name: '国庆节' });
    expect(reasons).toContainEqual({ what: 'made_up', from: '2026-10-10', to: '2026-10-10', name: '' });
    expect(reasons[reasons.length - 1]).toEqual({ what: 'end', day: '2026-10-13' });
  });

  test('received on a Friday, the first day it counts is the Monday', () => {
    const reasons = explainDue(accept, [{ kind: 'started', on: '2026-11-20' }], calendar);
    expect(reasons[1]).toEqual({ what: 'first_counted', day: '2026-11-23' });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALENDAR_YEARS } from '#shared/clocks/calendar.seed.ts';
import { CLOCK_RULES, ruleOn } from '#shared/clocks/clock.rules.ts';
import { type ClockEvent, dueOf, faultsOfEvent } from '#shared/clocks/clock.ts';
import { explainDue } from '#shared/clocks/explain.ts';
import { lightOf, stripOf } from '#shared/clocks/light.ts';

const calendar = new Map(CALENDAR_YEARS.map((year) => [year.year, year]));
const send = ruleOn(CLOCK_RULES, 'transfer.send', '2026-09-30')!;
const report = ruleOn(CLOCK_RULES, 'measure.report', '2026-09-30')!;
const decide = ruleOn(CLOCK_RULES, 'case.decide', '2026-03-02')!;
/** Half past five in the afternoon before the National Day holiday, in Gannan. */
const moment = '2026-09-30T09:30:00.000Z';
const at = (name: 'send' | 'report', more: Partial<ClockEvent> = { moment }) =>
  dueOf(name === 'send' ? send : report, [{ kind: 'started', on: '2026-09-30', ...more }], calendar);

test('hours run on through nights and holidays, to the minute where the rule says no more', () => {
  expect(at('send')).toMatchObject({ dueAt: '2026-10-01T09:30:00.000Z', dueOn: '2026-10-01' });
});

test('the hour in which it starts is left out where the procedure says so', () => {
  expect(at('report').dueAt).toBe('2026-10-01T10:00:00.000Z');
});

test('where only the day is known, the hours begin with the day after', () => {
  expect(at('send', {})).toMatchObject({ dueAt: '2026-10-01T16:00:00.000Z', dueOn: '2026-10-02' });
});

test('its light changes with the hour: six before the end it is near', () => {
  const { dueAt, dueOn, length } = at('send');
  const face = {
    clockFrom: '2026-09-30',
    clockLength: length,
    clockPausedDays: 0,
    pausedOn: null,
    dueOn,
    dueAt,
    soonOn: null,
  };
  const light = (now: string) => lightOf(face, now.slice(0, 10), now);

  expect(['2026-10-01T03:29:00.000Z', '2026-10-01T03:30:00.000Z', '2026-10-01T09:31:00.000Z'].map(light)).toEqual([
    'running',
    'due_soon',
    'overdue',
  ]);
  expect(stripOf(face, 'hour', calendar, '2026-10-01', '2026-10-01T12:30:00.000Z')).toMatchObject({
    total: 24,
    used: 24,
    over: 3,
  });
});

test('it says from which moment it counts', () => {
  expect(explainDue(report, [{ kind: 'started', on: '2026-09-30', moment }], calendar)).toEqual([
    { what: 'start_at', at: moment },
    { what: 'hours_from', at: '2026-09-30T10:00:00.000Z' },
    { what: 'end_at', at: '2026-10-01T10:00:00.000Z' },
  ]);
});

test('a limit in hours is never shorter than its hours, and at most one hour longer', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-30'), noInvalidDate: true }), (date) => {
      const when = date.toISOString();
      for (const rule of [send, report]) {
        const hours =
          (Date.parse(dueOf(rule, [{ kind: 'started', on: when.slice(0, 10), moment: when }], calendar).dueAt!) -
            date.getTime()) /
          3_600_000;
        expect(hours).toBeGreaterThanOrEqual(24);
        expect(hours).toBeLessThan(rule.startHour === 'counted' ? 24.001 : 25);
      }
    }),
  );
});

test('after the head has extended ninety days by thirty, only the heads together may go on', () => {
  const started: ClockEvent = { kind: 'started', on: '2026-03-02' };
  const more = (length: number, category?: string): ClockEvent => ({
    kind: 'extended',
    on: '2026-05-20',
    length,
    category: category ?? null,
  });
  const faults = (event: ClockEvent, ...before: ClockEvent[]) =>
    faultsOfEvent(decide, [started, ...before], event, '2026-05-20', calendar);

  expect(faults(more(31))).toEqual({ length: 'beyond_cap' });
  expect(faults(more(30))).toEqual({});
  expect(faults(more(30), more(30))).toEqual({ category: 'collective_needed' });
  expect(faults(more(60, 'collective'), more(30))).toEqual({});
});

import { count, day, flag, id, index, instant, json, label, oneOf, ref, table, text, unique } from '#columns';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import { CLOCK_EVENTS } from '#shared/clocks/clock.ts';
import type { CalendarYear } from '#shared/kernel/calendar.ts';

/** Limits an office added or replaced; those of the law ship with the product. A version is never edited, only followed. */
export const clockRules = table('clock_rules', {
  id: id(),
  name: label().notNull(),
  rule: json<ClockRule>().notNull(),
  at: instant().notNull(),
  personId: ref().notNull(),
});

/** Calendars imported or changed here; they stand before the ones the product ships with. */
export const calendarYears = table('calendar_years', {
  year: count().primaryKey(),
  calendar: json<CalendarYear>().notNull(),
  at: instant().notNull(),
  personId: ref().notNull(),
});

/** A clock of a dossier, with what its events come to copied beside it. */
export const clocks = table(
  'clocks',
  {
    id: id(),
    dossierId: ref()
      .notNull()
      .references(() => dossiers.id),
    name: label().notNull(),
    about: ref(), // what inside the record it is of: one measure, one order; null where it is the record's own
    rule: json<ClockRule>().notNull(), // the version in force when it started, kept whole
    startedOn: day().notNull(),
    stoppedOn: day(),
    length: count().notNull(),
    pausedDays: count().notNull(),
    pausedOn: day(),
    dueOn: day(),
    dueAt: instant(),
    soonOn: day(),
    unsettledYear: count(),
    running: flag().notNull(),
  },
  (t) => [
    unique('clocks_by_dossier').on(t.dossierId, t.name, t.about),
    index('clocks_by_running').on(t.running, t.unsettledYear),
  ],
);
export type ClockRow = typeof clocks.$inferSelect;

/** Append-only: what happened to a clock, on which day, recorded when and by whom. */
export const clockEvents = table(
  'clock_events',
  {
    id: id(),
    clockId: ref()
      .notNull()
      .references(() => clocks.id),
    kind: oneOf(CLOCK_EVENTS).notNull(),
    on: day().notNull(),
    moment: instant(),
    category: label(),
    length: count(),
    reason: text(),
    fileId: ref(),
    personId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('clock_events_by_clock').on(t.clockId)],
);

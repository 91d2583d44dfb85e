import { shortInstant, weekday } from '#client/kernel/format.ts';
import { say, t } from '#client/kernel/words.ts';
import type { ClockFace } from '#shared/clocks/clock.api.ts';

type Line = ClockFace['why'][number];

/** One line of "why this date" as a sentence. */
export function whyLine(line: Line, unit: string): string {
  const { what, day = '', at = '', from = '', to, name = '', days, length, year } = line;
  const called = say(`clock.category.${name}`) ?? name;
  switch (what) {
    case 'start':
      return t('clock.why.start', { day });
    case 'start_at':
      return t('clock.why.start_at', { at: shortInstant(at) });
    case 'hours_from':
      return t('clock.why.hours_from', { at: shortInstant(at) });
    case 'end_at':
      return t('clock.why.end_at', { at: shortInstant(at) });
    case 'first_counted':
      return t('clock.why.first_counted', { day });
    case 'skipped':
      return from === to
        ? t('clock.why.skipped_one', { from, name: called })
        : t('clock.why.skipped', { from, to: to ?? '', name: called });
    case 'made_up':
      return t('clock.why.made_up', { from });
    case 'rolled':
      return t('clock.why.rolled', { from, to: to ?? '', name: called });
    case 'paused':
      return to
        ? t('clock.why.paused', { from, to, name: called, days: days ?? '' })
        : t('clock.why.paused_open', { from, name: called });
    case 'extended':
      return t('clock.why.extended', { length: t(`clock.unit.${unit}` as 'clock.unit.day', { n: length ?? 0 }) });
    case 'unsettled':
      return t('clock.why.unsettled', { year: year ?? '' });
    default:
      return t('clock.why.end', { day: day ? `${day} ${weekday(day)}` : '' });
  }
}

import type { Tick } from '#client/elements/deadline-strip.ts';
import type { Light } from '#client/elements/light-mark.ts';
import { dayInWords, shortInstant } from '#client/kernel/format.ts';
import { say, t } from '#client/kernel/words.ts';
import { type Face, lightOf as lightOfFace, stripOf } from '#shared/clocks/light.ts';
import { daysBetween, workdaysBetween } from '#shared/kernel/calendar.ts';
import { today, unitOf, workCalendar } from './law.ts';

/** The nearest clock as a row of any ledger carries it. */
export interface RowFace extends Face {
  readonly clockName: string | null;
  readonly unsettledYear: number | null;
  /** Set where the record is done: nothing runs any more, whatever the face says. */
  readonly closedOn?: string | null;
}

/** This moment, for limits in hours. */
const now = () => new Date().toISOString();

/** The light of a row now; a closed record is done unless a duty to tell still runs. */
export function lightOf(row: RowFace): Light {
  if (row.closedOn && !row.clockFrom) return 'done';
  return lightOfFace(row, today(), now());
}

/** How long is left or over, in the clock's own unit; undefined where a year's calendar is missing. */
function distance(row: RowFace): number | undefined {
  if (!row.dueOn) return undefined;
  const [from, to] = today() > row.dueOn ? [row.dueOn, today()] : [today(), row.dueOn];
  const days =
    unitOf(row.clockName, row.clockFrom) === 'workday'
      ? workdaysBetween(workCalendar(), from, to)
      : daysBetween(from, to);
  return days ?? undefined;
}

/** How a clock stands in a phrase: 还剩 3 个工作日, 今天到期, 逾期 2 个工作日, 已暂停 · 已用 4/15. `short` for grids. */
export function standingOf(row: RowFace, short = false): string {
  const light = lightOf(row);
  if (light === 'done') return t('light.done');
  if (light === 'none') return t('clock.light_rest');
  if (light === 'paused') {
    const { used, total } = strip(row) ?? { used: 0, total: row.clockLength ?? 0 };
    return t(short ? 'clock.paused_short' : 'clock.paused', { used, total });
  }
  if (row.dueAt) return hoursLeft(row.dueAt, light === 'overdue', short);
  if (!row.dueOn) return short ? t('clock.unsettled_short') : t('clock.unsettled', { year: row.unsettledYear ?? '' });
  if (row.dueOn === today()) return t('clock.today');
  const n = distance(row);
  const unit = unitOf(row.clockName, row.clockFrom) === 'workday' ? 'workday' : 'day';
  const over = light === 'overdue';
  if (n === undefined || (over && n === 0)) return over ? t('clock.over_plain') : row.dueOn;
  return t(`clock.${over ? 'over' : 'left'}${short ? '_short' : ''}.${unit}`, { n });
}

/** Hours run to the minute: whole hours while there are some, minutes at the end. */
function hoursLeft(dueAt: string, over: boolean, short: boolean): string {
  const minutes = Math.abs(Date.parse(dueAt) - Date.now()) / 60_000;
  const [unit, n] =
    minutes < 60 ? (['minute', Math.ceil(minutes)] as const) : (['hour', Math.floor(minutes / 60)] as const);
  return t(`clock.${over ? 'over' : 'left'}${short ? '_short' : ''}.${unit}`, { n });
}

/** The standing with its date beside it: 还剩 3 个工作日 · 11月26日 周四. */
export function standingWithDay(row: RowFace): string {
  const standing = standingOf(row);
  if (row.pausedOn || !row.dueOn) return standing;
  return `${standing} · ${row.dueAt ? shortInstant(row.dueAt) : dayInWords(row.dueOn)}`;
}

const strip = (row: RowFace) => stripOf(row, unitOf(row.clockName, row.clockFrom), workCalendar(), today(), now());

/** The working-day strip of a row, with the same in words; null where nothing runs. */
export function stripOfRow(row: RowFace): { ticks: readonly Tick[]; total: number; text: string } | null {
  const found = strip(row);
  if (!found) return null;
  const { ticks, total, used, over } = found;
  const unit = unitOf(row.clockName, row.clockFrom);
  const text = t(`clock.strip.${unit}`, { total, used, left: Math.max(0, total - used) });
  return { ticks, total, text: over > 0 ? text + t('clock.strip.over', { over }) : text };
}

/** What a clock is called. */
export const clockName = (name: string): string => say(`clock.name.${name}`) ?? name;

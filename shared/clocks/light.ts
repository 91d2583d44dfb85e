import { type Day, daysBetween, type WorkCalendar, workdaysBetween } from '../kernel/calendar.ts';
import { HOUR } from './clock.ts';

/** A limit in hours is near when this many are left. */
const NEAR_HOURS = 6;

/** What lists carry of a running clock; light and strip are computed from it for any today. */
export interface Face {
  readonly clockFrom: Day | null;
  readonly clockLength: number | null;
  readonly clockPausedDays: number | null;
  readonly pausedOn: Day | null;
  readonly dueOn: Day | null;
  readonly dueAt: string | null;
  readonly soonOn: Day | null;
}

export const LIGHTS = ['overdue', 'due_soon', 'running', 'paused', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

/** The moment before which a limit in hours is not yet near. */
export const nearUntil = (now: string): string => new Date(Date.parse(now) + NEAR_HOURS * HOUR).toISOString();

/** The light of a face at a moment, `today` being its day in the office: never stored, never typed. */
export function lightOf(face: Face, today: Day, now: string): Light {
  if (!face.clockFrom) return 'none';
  if (face.pausedOn) return 'paused';
  if (face.dueAt) return now > face.dueAt ? 'overdue' : face.dueAt <= nearUntil(now) ? 'due_soon' : 'running';
  if (!face.dueOn) return 'running';
  if (today > face.dueOn) return 'overdue';
  return face.soonOn && today >= face.soonOn ? 'due_soon' : 'running';
}

/** Longer limits are drawn with this many ticks and the number beside. */
const STRIP = 15;

export interface Strip {
  readonly ticks: readonly ('used' | 'left' | 'over' | 'paused')[];
  readonly total: number;
  readonly used: number;
  readonly over: number;
}

interface Gone {
  readonly gone: number;
  readonly over: number;
}

function hoursOf(dueAt: string, length: number, now: string): Gone {
  const left = (Date.parse(dueAt) - Date.parse(now)) / HOUR;
  return { gone: Math.max(0, Math.floor(length - left)), over: left < 0 ? Math.ceil(-left) : 0 };
}

function daysOf(face: Face, unit: 'workday' | 'day' | 'hour', calendar: WorkCalendar, today: Day): Gone {
  const span = (from: Day, to: Day) =>
    unit === 'workday' ? workdaysBetween(calendar, from, to) : daysBetween(from, to);
  const until = face.pausedOn && face.pausedOn < today ? face.pausedOn : today;
  const late = !face.pausedOn && face.dueOn && today > face.dueOn;
  return {
    gone: Math.max(0, (span(face.clockFrom!, until) ?? 0) - (face.clockPausedDays ?? 0)),
    over: late ? Math.max(1, span(face.dueOn!, today) ?? 0) : 0,
  };
}

/** The working-day strip 工作日刻度条: one tick a working day of the limit, or an hour of one in hours, compressed above fifteen. */
export function stripOf(
  face: Face,
  unit: 'workday' | 'day' | 'hour',
  calendar: WorkCalendar,
  today: Day,
  now: string,
): Strip | null {
  if (!face.clockFrom || !face.clockLength) return null;
  const { gone, over } = face.dueAt ? hoursOf(face.dueAt, face.clockLength, now) : daysOf(face, unit, calendar, today);
  const total = face.clockLength;
  const used = Math.min(gone, total);
  const scale = Math.min(1, STRIP / total);
  const drawn = Math.round(total * scale);
  const full = used === total ? drawn : Math.min(drawn - 1, Math.round(used * scale));
  const rest = face.pausedOn ? ('paused' as const) : ('left' as const);
  const ticks = [
    ...Array(full).fill('used'),
    ...Array(drawn - full).fill(rest),
    ...Array(Math.min(5, over)).fill('over'),
  ];
  return { ticks, total, used, over };
}

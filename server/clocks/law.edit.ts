import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { dossiers } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { type ClockRule, ruleOn } from '#shared/clocks/clock.rules.ts';
import { dueOf } from '#shared/clocks/clock.ts';
import { explainDue } from '#shared/clocks/explain.ts';
import { type CalendarYear, isDay } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { reckon } from './clock.reckon.ts';
import { faceOf } from './clock.service.ts';
import { calendarYears, clockRules, clocks } from './clock.table.ts';
import { forgetLaw, lawOf } from './law.service.ts';

/**
 * Adds a version of a limit. The past is never edited: it begins after the version that stands, and clocks that run keep the one they
 * started under; only what has not begun yet may be said otherwise.
 */
export async function addRule(work: Work, rule: ClockRule): Promise<ClockRule> {
  const standing = (await lawOf(work.tx)).rules.filter(({ name }) => name === rule.name);
  if (standing.length === 0) throw invalid({ name: 'unknown' });
  if (!isDay(rule.validFrom)) throw invalid({ validFrom: 'date' });
  const begun = standing.filter(({ validFrom }) => validFrom <= work.clock.today());
  if (begun.some(({ validFrom }) => rule.validFrom <= validFrom)) throw invalid({ validFrom: 'before_version' });
  if (rule.unit === 'hour' && rule.near) throw invalid({ near: 'not_in_hours' });
  if (rule.validUntil && rule.validUntil < rule.validFrom) throw invalid({ validUntil: 'before_from' });
  if (!rule.custom && !rule.article) throw invalid({ article: 'required' });
  await work.tx
    .insert(clockRules)
    .values({ name: rule.name, rule, at: work.clock.now(), personId: work.actor.personId });
  await record(work, 'clock_rule.added', `clock_rule:${rule.name}`, { rule });
  forgetLaw();
  return rule;
}

/** What a limit would come to from a day, and why: for a form that is not yet sent. */
export async function previewDue(work: Pick<Work, 'tx'>, { name, on }: { name: string; on: string }) {
  const { rules, calendar } = await lawOf(work.tx);
  const rule = ruleOn(rules, name, on);
  if (!rule) throw new Refusal('not_found');
  const events = [{ kind: 'started' as const, on }];
  const { dueOn, unsettledYear } = dueOf(rule, events, calendar);
  return { dueOn, unsettledYear, why: explainDue(rule, events, calendar) };
}

/** From this month and day on, a missing calendar of next year is an alarm. */
const ALARM_FROM = '11-01';

/** The calendars in force, and whether next year's is missing though the year is nearly over. */
export async function readCalendar(work: Pick<Work, 'tx' | 'clock'>) {
  const { calendar } = await lawOf(work.tx);
  const today = work.clock.today();
  const next = Number(today.slice(0, 4)) + 1;
  const missingYear = calendar.has(next) ? null : next;
  return {
    years: [...calendar.values()],
    today,
    missingYear,
    alarm: missingYear !== null && today.slice(5) >= ALARM_FROM,
  };
}

/** Stores a year's calendar and reckons every running clock anew; answers which records' due days moved. */
export async function putCalendarYear(work: Work, year: number, calendar: CalendarYear) {
  checkYear(year, calendar);
  const row = { year, calendar, at: work.clock.now(), personId: work.actor.personId };
  await work.tx.insert(calendarYears).values(row).onConflictDoUpdate({ target: calendarYears.year, set: row });
  forgetLaw();
  const moved = await reckonAll(work, year);
  await record(work, 'calendar.stored', `calendar:${year}`, {
    source: calendar.source,
    off: Object.keys(calendar.off).length,
    work: calendar.work.length,
    moved: moved.length,
  });
  return { year, moved };
}

function checkYear(year: number, calendar: CalendarYear) {
  if (calendar.year !== year) throw invalid({ year: 'differs' });
  const days = {
    off: Object.keys(calendar.off),
    work: calendar.work,
    festivals: calendar.festivals,
    local: Object.keys(calendar.local ?? {}),
  };
  for (const [field, list] of Object.entries(days)) {
    if (list.some((day) => !isDay(day) || Number(day.slice(0, 4)) !== year)) throw invalid({ [field]: 'other_year' });
  }
  if (calendar.work.some((day) => calendar.off[day])) throw invalid({ work: 'off_too' });
  if (calendar.festivals.some((day) => !calendar.off[day])) throw invalid({ festivals: 'not_off' });
}

async function reckonAll(work: Work, year: number) {
  const moved: { dossierId: number; before: string | null; after: string | null }[] = [];
  const running = await work.tx.select().from(clocks).where(eq(clocks.running, true));
  for (const clock of running) {
    if (!(clock.unsettledYear === year || (clock.dueOn && clock.dueOn >= `${year}-01-01`) || !clock.dueOn)) continue;
    const { before, after } = await reckon(work, clock);
    if (before === after) continue;
    moved.push({ dossierId: clock.dossierId, before, after });
    const [dossier] = await work.tx.select().from(dossiers).where(eq(dossiers.id, clock.dossierId));
    await changeDossier(work, dossier!, await faceOf(work, clock.dossierId));
    await record(work, 'clock.reckoned', clock.dossierId, {
      clock: clock.name,
      year,
      changes: { dueOn: [before, after] },
    });
  }
  return moved;
}

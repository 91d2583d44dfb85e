import { and, eq, sql } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { clocksOf, startClock, stopClock } from '#server/clocks/clock.service.ts';
import type { Tx } from '#server/db/database.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { prepared } from '#server/kernel/prepared.ts';
import type { Work } from '#server/kernel/work.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { MeasureAsking, MeasureKind, MeasureTurn } from '#shared/cases/exhibit.api.ts';
import { cleanText } from '#shared/entities/identity.ts';
import { dayOfInstant } from '#shared/kernel/calendar.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { changeCase, reachOpenCase } from './case.change.ts';
import { measures } from './exhibit.table.ts';

type MeasureRow = typeof measures.$inferSelect;

/** The limit a measure runs: registered evidence seven working days, sealing and seizure thirty days. */
const clockOf = (kind: MeasureKind) => (kind === 'register' ? 'measure.register' : 'measure.seize');

const byCase = prepared((tx) =>
  tx
    .select()
    .from(measures)
    .where(eq(measures.caseId, sql.placeholder('caseId')))
    .orderBy(measures.id)
    .prepare(),
);

/** The measures of a case; registered evidence nobody dealt with in time stands as lapsed, by itself (程序规定 35). */
export async function measuresOf(tx: Tx, caseId: number, today: string) {
  const rows = await byCase(tx).execute({ caseId });
  const clocks = rows.length > 0 ? await clocksOf(tx, caseId) : [];
  return rows.map((row) => {
    const clock = clocks.find((one) => one.about === row.id && one.name === clockOf(row.kind));
    const dueOn = clock?.dueOn ?? null;
    const lapsed = row.kind === 'register' && row.state === 'standing' && dueOn !== null && today > dueOn;
    return { ...row, dueOn, state: lapsed ? ('lapsed' as const) : row.state };
  });
}

/** How many measures are in force or asked for. */
export async function measuresStanding(tx: Tx, caseId: number, today: string): Promise<number> {
  const rows = await measuresOf(tx, caseId, today);
  return rows.filter(({ state }) => state === 'standing' || state === 'asked').length;
}

/** Asks the head for a measure, or notes one taken on the spot, which is reported within 24 hours (程序规定 33, 36). */
export async function askMeasure(work: Work, caseId: number, { version, ...ask }: MeasureAsking) {
  const before = await reachOpenCase(work, caseId, version);
  const taken = ask.takenOn ?? (ask.takenAt ? dayOfInstant(ask.takenAt) : undefined);
  if (ask.urgent && !taken) throw invalid({ takenOn: 'required' });
  if ((taken && taken > work.clock.today()) || (ask.takenAt && ask.takenAt > work.clock.now()))
    throw invalid({ takenOn: 'future' });
  const [made] = await work.tx
    .insert(measures)
    .values({
      ...ask,
      basis: cleanText(ask.basis),
      place: cleanText(ask.place),
      goods: cleanText(ask.goods),
      caseId,
      state: ask.urgent ? 'standing' : 'asked',
      takenOn: ask.urgent ? taken! : null,
      askedBy: work.actor.personId,
    })
    .returning();
  if (ask.urgent) {
    await startClock(work, caseId, 'measure.report', taken!, { about: made!.id, moment: ask.takenAt });
    await startClock(work, caseId, clockOf(ask.kind), taken!, { about: made!.id });
  }
  const after = await changeCase(work, before);
  await record(work, ask.urgent ? 'measure.taken' : 'measure.asked', caseId, {
    measureId: made!.id,
    kind: ask.kind,
    on: taken,
    place: made!.place,
  });
  return { version: after.version, id: made!.id };
}

/** Approves or refuses a measure (the head), or says how one in force ended. A refused measure that stands is lifted at once. */
export async function turnMeasure(work: Work, caseId: number, id: number, ask: MeasureTurn) {
  const before = await reachOpenCase(work, caseId, ask.version);
  const [row] = await work.tx
    .select()
    .from(measures)
    .where(and(eq(measures.id, id), eq(measures.caseId, caseId)));
  if (!row) throw new Refusal('not_found');
  if (ask.on > work.clock.today()) throw invalid({ on: 'future' });
  await (ask.turn === 'approve' || ask.turn === 'refuse' ? judge(work, before, row, ask) : end(work, before, row, ask));
  const after = await changeCase(work, before);
  await record(work, 'measure.turned', caseId, {
    measureId: id,
    kind: row.kind,
    turn: ask.turn,
    on: ask.on,
    reason: ask.reason,
  });
  return { version: after.version, id };
}

async function judge(work: Work, { id: caseId }: DossierRow, row: MeasureRow, { turn, on, reason }: MeasureTurn) {
  demand(work, 'case.approve');
  if (row.askedBy === work.actor.personId) throw new Refusal('forbidden', { need: 'another_person' });
  if (row.approvedBy !== null || !(row.state === 'asked' || (row.urgent && row.state === 'standing')))
    throw new Refusal('not_allowed_in_state', { state: row.state });
  await stopClock(work, caseId, 'measure.report', on, { about: row.id });
  if (turn === 'refuse') {
    if (!reason?.trim()) throw invalid({ reason: 'required' });
    if (row.state === 'standing') await stopClock(work, caseId, clockOf(row.kind), on, { about: row.id });
    const state = row.state === 'standing' ? ('lifted' as const) : ('refused' as const);
    await set(work, row.id, { state, endedOn: on, reason: cleanText(reason) });
    return;
  }
  if (row.state === 'asked') await startClock(work, caseId, clockOf(row.kind), on, { about: row.id });
  await set(work, row.id, { state: 'standing', approvedBy: work.actor.personId, takenOn: row.takenOn ?? on });
}

async function end(work: Work, { id: caseId }: DossierRow, row: MeasureRow, { turn, on, reason }: MeasureTurn) {
  demand(work, turn === 'lifted' ? 'case.approve' : 'case.handle');
  if (row.state !== 'standing') throw new Refusal('not_allowed_in_state', { state: row.state });
  if (!reason?.trim()) throw invalid({ reason: 'required' });
  if (row.takenOn && on < row.takenOn) throw invalid({ on: 'before_last_event' });
  await stopClock(work, caseId, clockOf(row.kind), on, { about: row.id });
  await stopClock(work, caseId, 'measure.report', on, { about: row.id });
  await set(work, row.id, { state: turn as MeasureRow['state'], endedOn: on, reason: cleanText(reason) });
}

function demand(work: Work, permission: 'case.approve' | 'case.handle') {
  if (!permissionsOf(work.actor).has(permission)) throw new Refusal('forbidden', { permission });
}

async function set(work: Work, id: number, change: Partial<MeasureRow>) {
  await work.tx.update(measures).set(change).where(eq(measures.id, id));
}

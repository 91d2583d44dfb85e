import { eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { record } from '#server/audit/audit.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { sharedWith } from '#server/dossiers/veil.ts';
import type { Work } from '#server/kernel/work.ts';
import { settleDue } from '#server/notices/notice.service.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { clockApi } from '#shared/clocks/clock.api.ts';
import type { ClockRule } from '#shared/clocks/clock.rules.ts';
import { faultsOfEvent } from '#shared/clocks/clock.ts';
import { explainDue } from '#shared/clocks/explain.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { eventsOf } from './clock.reckon.ts';
import { addEvent, clocksOf, faceOf } from './clock.service.ts';
import { clocks } from './clock.table.ts';
import { lawOf } from './law.service.ts';

/** A record's clocks with their events, and why each ends on its day; of what was handed on, none of the owner's own before. */
export async function readClocks(work: Work, dossierId: number) {
  const reached = await reachDossier(work, dossierId, null, 'overview');
  const shared = await sharedWith(work.tx, reached, work.actor.officeId);
  const { calendar } = await lawOf(work.tx);
  const rows = (await clocksOf(work.tx, dossierId)).filter(({ name }) => !shared?.hiddenClocks.includes(name));
  return Promise.all(
    rows.map(async (row) => {
      const events = await eventsOf(work.tx, row.id);
      return { ...row, rule: row.rule as ClockRule, events, why: explainDue(row.rule as ClockRule, events, calendar) };
    }),
  );
}

/** Pauses, resumes or extends a clock, as far as its law allows; the record's due day follows, old and new in the log. */
export async function turnClock(
  work: Work,
  dossierId: number,
  clockId: number,
  ask: Static<typeof clockApi.turn.schema.body>,
) {
  const { row: dossier } = await reachDossier(work, dossierId, null, 'own');
  if (dossier.version !== ask.version) throw new Refusal('changed_meanwhile', { version: dossier.version });
  const permission = ask.kind === 'extended' ? 'clock.extend' : 'clock.pause';
  if (!permissionsOf(work.actor).has(permission)) throw new Refusal('forbidden', { permission });
  const [clock] = await work.tx.select().from(clocks).where(eq(clocks.id, clockId));
  if (!clock || clock.dossierId !== dossierId) throw new Refusal('not_found');
  const papered = ask.kind === 'paused' || ask.category === 'collective';
  if (papered && !ask.document?.trim()) throw invalid({ document: 'required' });
  const { calendar } = await lawOf(work.tx);
  const reason = ask.document ? `${ask.reason}（${ask.document}）` : ask.reason;
  const event = { kind: ask.kind, on: ask.on, category: ask.category ?? null, length: ask.length ?? null, reason };
  const faults = faultsOfEvent(
    clock.rule as ClockRule,
    await eventsOf(work.tx, clockId),
    event,
    work.clock.today(),
    calendar,
  );
  if (Object.keys(faults).length > 0) throw invalid(faults);
  await addEvent(work, clock, event);
  const after = await changeDossier(work, dossier, await faceOf(work, dossierId));
  await record(work, `clock.${ask.kind}`, dossierId, {
    clock: clock.name,
    on: ask.on,
    category: ask.category,
    length: ask.length,
    document: ask.document,
    reason: ask.reason,
    changes: { dueOn: [dossier.dueOn, after.dueOn] },
  });
  await settleDue(work, after);
  return readClocks(work, dossierId);
}

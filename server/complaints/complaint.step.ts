import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { faceOf, stopAllClocks, turnClocks } from '#server/clocks/clock.service.ts';
import { changeDossier, giveDossier, turnFormerOwners } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { changesOf } from '#shared/audit/audit.events.ts';
import { permissionsOf } from '#shared/auth/permissions.ts';
import type { ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { stepsFor } from '#shared/complaints/complaint.steps.ts';
import { type ComplaintState, complaintStep } from '#shared/complaints/complaint.workflow.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { mergeInto } from './complaint.merge.ts';
import { MOVES, type Move, type Standing } from './complaint.moves.ts';
import { tellOfStep } from './complaint.notices.ts';
import { columnsOf } from './complaint.read.ts';
import { complaints, tellings } from './complaint.table.ts';

/** Takes one step: checks it, turns the clocks, moves the record, notes who was told, leaves the audit line. */
export async function stepComplaint(work: Work, id: number, ask: ComplaintStep): Promise<DossierRow> {
  const { row: dossier, access } = await reachDossier(work, id, 'complaint', complaintStep(ask.step).access ?? 'own');
  const complaint = await columnsOf(work.tx, id);
  if (dossier.version !== ask.version) throw new Refusal('changed_meanwhile', { version: dossier.version });
  const on = dayOf(work, dossier, ask);
  const standing = { ...complaint, state: dossier.state as ComplaintState };
  if (!stepsFor(standing, access, permissionsOf(work.actor)).includes(ask.step)) {
    throw new Refusal('not_allowed_in_state', { state: dossier.state, step: ask.step });
  }
  if (complaintStep(ask.step).needsReason && !ask.reason?.trim()) throw invalid({ reason: 'required' });

  const at = { work, dossier, complaint, ask, on };
  const move = await MOVES[ask.step](at);
  const after = await apply(at, move);
  await record(work, 'complaint.stepped', id, {
    step: ask.step,
    from: dossier.state,
    to: after.state,
    on,
    reason: ask.reason,
    ...(move.toOfficeId ? { officeId: move.toOfficeId } : {}),
    ...(ask.ground ? { ground: ask.ground } : {}),
    ...(ask.telling ? { telling: { to: ask.telling.to, way: ask.telling.way, toldOn: ask.telling.toldOn } } : {}),
    changes: move.complaint ? changesOf(complaint, move.complaint) : undefined,
  });
  await tellOfStep(work, { step: ask.step, before: dossier, after, complaint });
  return after;
}

/** The day a step counts from: today, or the day on the paper; never before receipt and never in the future. */
function dayOf(work: Work, dossier: DossierRow, ask: ComplaintStep): string {
  const on = ask.on ?? work.clock.today();
  if (on > work.clock.today()) throw invalid({ on: 'future' });
  if (on < dossier.receivedOn) throw invalid({ on: 'before_receipt' });
  return on;
}

async function apply(at: Standing, move: Move): Promise<DossierRow> {
  const { work, dossier, ask, on } = at;
  const step = complaintStep(ask.step);
  const state = move.state ?? step.to;
  if (move.complaint && Object.keys(move.complaint).length > 0)
    await work.tx.update(complaints).set(move.complaint).where(eq(complaints.id, dossier.id));
  if (ask.telling) await tell(work, dossier.id, ask.telling);
  if (ask.step === 'merge') await mergeInto(at);
  await turnClocks(work, dossier.id, { starts: move.alsoStarts ?? step.starts, stops: step.stops }, on);
  const ends = state === 'closed' && dossier.state !== 'closed';
  if (ends) await stopAllClocks(work, dossier.id, on, ['complaint.inform']);
  const change = { ...move.dossier, state, ...(await faceOf(work, dossier.id)) };
  const after =
    move.toOfficeId && move.toOfficeId !== dossier.ownerOfficeId
      ? await giveDossier(work, dossier, move.toOfficeId, change)
      : await changeDossier(work, dossier, change);
  if (ends) await turnFormerOwners(work, after, 'reader');
  if (dossier.state === 'closed' && state !== 'closed') await turnFormerOwners(work, after, 'co_handler');
  return after;
}

async function tell(work: Work, dossierId: number, telling: NonNullable<ComplaintStep['telling']>) {
  if (telling.toldOn > work.clock.today()) throw invalid({ 'telling.toldOn': 'future' });
  await work.tx.insert(tellings).values({ ...telling, dossierId, personId: work.actor.personId, at: work.clock.now() });
}

import { record } from '#server/audit/audit.service.ts';
import { faceOf, pauseClock, resumeClock, startClock, stopAllClocks } from '#server/clocks/clock.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier, standingDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { caseColumnsOf, updateCase } from './case.standing.ts';
import type { CaseColumns } from './case.table.ts';

/** States from which a case may go to the police: filed and not closed; a penalty already given stands (移送规定 11). */
const SENDABLE: readonly string[] = [
  'investigating',
  'suspended',
  'in_review',
  'to_tell',
  'told',
  'to_decide',
  'decided',
  'performing',
];

/** Whether a case may be sent to the police at all, as its owner: throws where it may not. */
export async function reachSendable(work: Work, caseId: number): Promise<DossierRow> {
  const { row } = await reachDossier(work, caseId, 'case', 'own');
  if (!SENDABLE.includes(row.state)) throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

/** A case whose transfer was sent waits with the police; its ninety days stand still. */
export async function caseSentToPolice(work: Work, caseId: number, transferId: number): Promise<DossierRow> {
  return wait(work, await reachSendable(work, caseId), transferId);
}

/** Filed after all: a case that had come back waits again; one that was decided and closed meanwhile stands as it is. */
export async function caseWithPoliceAgain(work: Work, caseId: number, transferId: number): Promise<void> {
  const before = await standingDossier(work.tx, caseId, 'case');
  if (SENDABLE.includes(before.state)) await wait(work, before, transferId);
}

async function wait(work: Work, before: DossierRow, transferId: number): Promise<DossierRow> {
  const on = work.clock.today();
  await pauseClock(work, before.id, 'case.decide', { on, category: 'with_police', reason: '移送公安机关' });
  const own = { stateBefore: before.state as CaseState };
  return move(work, before, 'with_police', own, 'case.sent_to_police', { transferId });
}

/** The police refused, or it was taken back: the case goes on where it stood, and its clock with it (移送规定 10). */
export async function caseBackFromPolice(work: Work, caseId: number, reason: string): Promise<void> {
  const before = await standingDossier(work.tx, caseId, 'case');
  if (before.state !== 'with_police') return;
  const { stateBefore } = await caseColumnsOf(work.tx, caseId);
  await resumeClock(work, caseId, 'case.decide', work.clock.today(), 'with_police');
  await move(work, before, stateBefore ?? 'investigating', { stateBefore: null }, 'case.back_from_police', { reason });
}

/** States in which nothing is left for another authority to take over. */
const OVER: readonly string[] = ['to_close', 'closed'];

/** The police carried it to its end, or another department took it on: what is left here is to close the case (程序规定 60, 77). */
export async function caseTaken(work: Work, caseId: number, outcome: 'to_police' | 'to_department'): Promise<void> {
  const before = await standingDossier(work.tx, caseId, 'case');
  if (OVER.includes(before.state)) return;
  const on = work.clock.today();
  await stopAllClocks(work, caseId, on);
  await startClock(work, caseId, 'case.close', on);
  const decided = (await caseColumnsOf(work.tx, caseId)).outcome;
  const own: Partial<CaseColumns> = { stateBefore: null, ground: 'close.4', outcome: decided ?? outcome };
  await move(work, before, 'to_close', own, 'case.taken_over', { on, by: outcome });
}

async function move(
  work: Work,
  before: DossierRow,
  state: CaseState,
  own: Partial<CaseColumns>,
  event: string,
  facts: Record<string, unknown>,
): Promise<DossierRow> {
  await updateCase(work.tx, before.id, own);
  const after = await changeDossier(work, before, { state, ...(await faceOf(work, before.id)) });
  await record(work, event, before.id, { ...facts, from: before.state, to: state });
  return after;
}

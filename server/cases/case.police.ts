import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { faceOf, pauseClock, resumeClock, startClock, stopAllClocks } from '#server/clocks/clock.service.ts';
import { changeDossier } from '#server/dossiers/dossier.service.ts';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { CaseState } from '#shared/cases/case.workflow.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import { caseColumnsOf } from './case.standing.ts';
import { type CaseColumns, cases } from './case.table.ts';

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

/** A case whose transfer was sent waits with the police; its ninety days stand still and its question is answered. */
export async function caseSentToPolice(work: Work, caseId: number, transferId: number): Promise<DossierRow> {
  const before = await reachSendable(work, caseId);
  const on = work.clock.today();
  await pauseClock(work, caseId, 'case.decide', { on, category: 'with_police', reason: '移送公安机关' });
  const own = { stateBefore: before.state as CaseState, policeQuestion: 'transferred' };
  return move(work, before, 'with_police', own, 'case.sent_to_police', { transferId });
}

/** The police refused: the case goes on where it stood, and its clock with it (移送规定 10). */
export async function caseBackFromPolice(work: Work, caseId: number, reason: string): Promise<DossierRow> {
  const before = await withPolice(work, caseId);
  const { stateBefore } = await caseColumnsOf(work.tx, caseId);
  await resumeClock(work, caseId, 'case.decide', work.clock.today(), 'with_police');
  return move(work, before, stateBefore ?? 'investigating', { stateBefore: null }, 'case.back_from_police', { reason });
}

/** The police filed and took it over: what is left here is to close the case (程序规定 60, 77). */
export async function caseTakenByPolice(work: Work, caseId: number, on: string): Promise<DossierRow> {
  const before = await withPolice(work, caseId);
  await stopAllClocks(work, caseId, on);
  await startClock(work, caseId, 'case.close', on);
  const own: Partial<CaseColumns> = { stateBefore: null, ground: 'close.4' };
  const { outcome } = await caseColumnsOf(work.tx, caseId);
  return move(work, before, 'to_close', { ...own, outcome: outcome ?? 'to_police' }, 'case.taken_by_police', { on });
}

async function withPolice(work: Work, caseId: number): Promise<DossierRow> {
  const { row } = await reachDossier(work, caseId, 'case', 'own');
  if (row.state !== 'with_police') throw new Refusal('not_allowed_in_state', { state: row.state });
  return row;
}

async function move(
  work: Work,
  before: DossierRow,
  state: CaseState,
  own: Partial<CaseColumns>,
  event: string,
  facts: Record<string, unknown>,
): Promise<DossierRow> {
  await work.tx.update(cases).set(own).where(eq(cases.id, before.id));
  const after = await changeDossier(work, before, { state, ...(await faceOf(work, before.id)) });
  await record(work, event, before.id, { ...facts, from: before.state, to: state });
  return after;
}

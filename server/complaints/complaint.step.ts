import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import type { ComplaintStep } from '#shared/complaints/complaint.schema.ts';
import { stepsFor } from '#shared/complaints/complaint.steps.ts';
import { type ComplaintState, complaintStep } from '#shared/complaints/complaint.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { invalid } from '#shared/kernel/errors.ts';
import { mergeInto } from './complaint.merge.ts';
import { MOVES } from './complaint.moves.ts';
import { tellOfStep } from './complaint.notices.ts';
import { columnsOf } from './complaint.read.ts';
import { type ComplaintColumns, complaints, tellings } from './complaint.table.ts';

const update = updating(complaints);

const LEDGER: StepLedger<ComplaintColumns, ComplaintStep> = {
  kind: 'complaint',
  step: complaintStep,
  columnsOf,
  open: (own, { state }, access, permissions) =>
    stepsFor({ ...own, state: state as ComplaintState }, access, permissions),
  moves: MOVES,
  save: update,
  ends: ENDS.complaint,
  outlive: ['complaint.inform'],
  facts: ({ ground, telling }) => ({
    ...(ground ? { ground } : {}),
    ...(telling ? { telling: { to: telling.to, way: telling.way, toldOn: telling.toldOn } } : {}),
  }),
  async also(at) {
    if (at.ask.telling) await tell(at.work, at.dossier.id, at.ask.telling);
    if (at.ask.step === 'merge') await mergeInto(at);
  },
  tell: (work, { step, before, after, own }) => tellOfStep(work, { step, before, after, complaint: own }),
};

/** Takes one step of a complaint or report, and notes who was told what. */
export const stepComplaint = (work: Work, id: number, ask: ComplaintStep): Promise<DossierRow> =>
  stepDossier(LEDGER, work, id, ask);

async function tell(work: Work, dossierId: number, telling: NonNullable<ComplaintStep['telling']>) {
  if (telling.toldOn > work.clock.today()) throw invalid({ 'telling.toldOn': 'future' });
  await work.tx.insert(tellings).values({ ...telling, dossierId, personId: work.actor.personId, at: work.clock.now() });
}

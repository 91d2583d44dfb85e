import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import type { Work } from '#server/kernel/work.ts';
import type { CaseStep } from '#shared/cases/case.asks.ts';
import { caseStepsFor } from '#shared/cases/case.steps.ts';
import { caseStep } from '#shared/cases/case.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { At } from './case.at.ts';
import { tellOfCaseStep } from './case.notices.ts';
import { indexCase } from './case.search.ts';
import { caseColumnsOf, papersAt, standingOf, updateCase, type WholeCase, wholeCaseOf } from './case.standing.ts';
import { casePayments } from './case.table.ts';
import { DECISION } from './moves.decision.ts';
import { FILING } from './moves.filing.ts';
import { INQUIRY } from './moves.inquiry.ts';
import { PERFORMANCE } from './moves.performance.ts';

const ledgerOn = (work: Work): StepLedger<WholeCase, CaseStep> => ({
  kind: 'case',
  step: caseStep,
  columnsOf: (tx, id) => wholeCaseOf(tx, id, work.clock.today()),
  open: (own, dossier, access, permissions) => caseStepsFor(standingOf(own, dossier, work), access, permissions),
  moves: { ...FILING, ...INQUIRY, ...DECISION, ...PERFORMANCE },
  save: updateCase,
  papers: (_, own, dossier) => papersAt(own, dossier),
  ends: ENDS.case,
  facts: ({ ground, conditions, filing, way, duty, amountFen, receipt, until, presider, participants }) =>
    Object.fromEntries(
      Object.entries({
        ground,
        conditions,
        filing,
        way,
        duty,
        amountFen,
        receipt,
        until,
        presider,
        participants,
      }).filter(([, value]) => value !== undefined),
    ),
  also: pay,
  tell: (work, { before, after }) => tellOfCaseStep(work, before, after),
});

/** Takes one step of a violation case. */
export async function stepCase(work: Work, id: number, ask: CaseStep): Promise<DossierRow> {
  const after = await stepDossier(ledgerOn(work), work, id, ask);
  if (ask.step === 'decide') await indexCase(work, after, await caseColumnsOf(work.tx, id));
  return after;
}

/** A payment is a row of its own beside the step that says it came in. */
async function pay({ work, dossier, ask, on }: At): Promise<void> {
  if (ask.step !== 'pay' || !ask.duty || !ask.amountFen) return;
  await work.tx.insert(casePayments).values({
    caseId: dossier.id,
    duty: ask.duty,
    paidOn: on,
    amountFen: ask.amountFen,
    receipt: ask.receipt ?? null,
    personId: work.actor.personId,
    at: work.clock.now(),
  });
}

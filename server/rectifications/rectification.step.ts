import { eq } from 'drizzle-orm';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import { rectificationStepsFor } from '#shared/rectifications/rectification.steps.ts';
import { type RectificationState, rectificationStep } from '#shared/rectifications/rectification.workflow.ts';
import { RECTIFICATION_MOVES } from './rectification.moves.ts';
import { tellOfRectification } from './rectification.notices.ts';
import { rectificationOf } from './rectification.standing.ts';
import { type RectificationColumns, rectifications } from './rectification.table.ts';

const LEDGER: StepLedger<RectificationColumns, RectificationStep> = {
  kind: 'rectification',
  step: rectificationStep,
  columnsOf: rectificationOf,
  open: ({ askedUntil }, { state }, access, permissions) =>
    rectificationStepsFor({ state: state as RectificationState, askedUntil }, access, permissions),
  moves: RECTIFICATION_MOVES,
  save: (tx, id, change) => tx.update(rectifications).set(change).where(eq(rectifications.id, id)),
  ends: ENDS.rectification,
  facts: ({ result, looked, until, officers }) =>
    Object.fromEntries(
      Object.entries({ result, looked, until, officers: officers?.map(({ name }) => name) }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  tell: (work, { step, before, after }) => tellOfRectification(work, step, before, after),
};

/** Takes one step of a rectification. */
export const stepRectification = (work: Work, id: number, ask: RectificationStep): Promise<DossierRow> =>
  stepDossier(LEDGER, work, id, ask);

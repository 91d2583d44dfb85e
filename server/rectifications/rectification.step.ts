import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import { rectificationStepsFor } from '#shared/rectifications/rectification.steps.ts';
import { type RectificationState, rectificationStep } from '#shared/rectifications/rectification.workflow.ts';
import { RECTIFICATION_MOVES } from './rectification.moves.ts';
import { tellOfRectification } from './rectification.notices.ts';
import { deadlineOf, rectificationOf } from './rectification.standing.ts';
import { type RectificationColumns, rectifications } from './rectification.table.ts';

/** An order with the last day it gives, which decides what may still be asked. */
type Standing = RectificationColumns & { readonly deadlineOn: string | null };

const update = updating(rectifications);

const ledgerOn = ({ clock }: Work): StepLedger<Standing, RectificationStep> => ({
  kind: 'rectification',
  step: rectificationStep,
  columnsOf: async (tx, id) => Object.assign(await rectificationOf(tx, id), { deadlineOn: await deadlineOf(tx, id) }),
  open: (own, { state }, access, permissions) =>
    rectificationStepsFor({ ...own, state: state as RectificationState, today: clock.today() }, access, permissions),
  moves: RECTIFICATION_MOVES,
  save: update,
  ends: ENDS.rectification,
  facts: ({ result, looked, until, officers }) =>
    Object.fromEntries(
      Object.entries({ result, looked, until, officers: officers?.map(({ name }) => name) }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  tell: (work, { step, before, after }) => tellOfRectification(work, step, before, after),
});

/** Takes one step of a rectification. */
export const stepRectification = (work: Work, id: number, ask: RectificationStep): Promise<DossierRow> =>
  stepDossier(ledgerOn(work), work, id, ask);

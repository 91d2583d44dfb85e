import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { SpotCheckStep } from '#shared/spot-checks/spot-check.asks.ts';
import { spotCheckStepsFor } from '#shared/spot-checks/spot-check.steps.ts';
import { type SpotCheckState, spotCheckStep } from '#shared/spot-checks/spot-check.workflow.ts';
import { SPOT_CHECK_MOVES } from './spot-check.moves.ts';
import { tellOfSpotCheck } from './spot-check.notices.ts';
import { indexSpotCheck } from './spot-check.search.ts';
import { type SpotCheckStanding, spotCheckOf, standingOf } from './spot-check.standing.ts';
import { spotChecks } from './spot-check.table.ts';

const standing = ({ checkKind, sample, finishedOn, publishedOn }: SpotCheckStanding) => ({
  checkKind,
  sample,
  finishedOn,
  publishedOn,
});

const update = updating(spotChecks);

const LEDGER: StepLedger<SpotCheckStanding, SpotCheckStep> = {
  kind: 'spot_check',
  step: spotCheckStep,
  columnsOf: standingOf,
  open: (own, { state }, access, permissions) =>
    spotCheckStepsFor({ ...standing(own), state: state as SpotCheckState }, access, permissions),
  moves: SPOT_CHECK_MOVES,
  save: update,
  ends: ENDS.spot_check,
  outlive: ['spot_check.publish'],
  facts: ({ result, followUp }) =>
    Object.fromEntries(Object.entries({ result, followUp }).filter(([, value]) => value !== undefined)),
  async tell(work, { step, before, after }) {
    await indexSpotCheck(work, after, await spotCheckOf(work.tx, after.id));
    await tellOfSpotCheck(work, step, before, after);
  },
};

/** Takes one step of a spot check. */
export const stepSpotCheck = (work: Work, id: number, ask: SpotCheckStep): Promise<DossierRow> =>
  stepDossier(LEDGER, work, id, ask);

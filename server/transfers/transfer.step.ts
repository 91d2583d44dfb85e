import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import { reachDossier } from '#server/dossiers/reach.service.ts';
import { type StepLedger, stepDossier } from '#server/dossiers/step.service.ts';
import { updating } from '#server/kernel/row-writes.ts';
import type { Work } from '#server/kernel/work.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';
import type { TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import type { Side, TransferStep } from '#shared/transfers/transfer.states.ts';
import { transferStepsFor } from '#shared/transfers/transfer.steps.ts';
import { transferSteps } from '#shared/transfers/transfer.workflow.ts';
import { DECIDING, RECEIVING } from './moves.receiving.ts';
import { SENDING } from './moves.sending.ts';
import { settleQuestion } from './question.service.ts';
import { type At, checkOrder, papersOf, type TransferMove, type TransferMoves } from './transfer.at.ts';
import { indexTransfer } from './transfer.draft.ts';
import { tellOfTransferStep } from './transfer.notices.ts';
import { turnParts } from './transfer.parts.ts';
import { sideAt } from './transfer.sides.ts';
import { columnsOf, papersAt, standingOf } from './transfer.standing.ts';
import { type TransferColumns, transfers } from './transfer.table.ts';

const MOVES: TransferMoves = { ...SENDING, ...RECEIVING, ...DECIDING };

/** What every step brings beside its own: its papers, and the order of days. */
async function moved(at: At): Promise<TransferMove> {
  checkOrder(at);
  const papers = await papersOf(at);
  const move = await MOVES[at.ask.step](at);
  return papers.length > at.own.papers.length ? { ...move, own: { ...move.own, papers } } : move;
}

const ALL_MOVED = Object.fromEntries(Object.keys(MOVES).map((name) => [name, moved])) as TransferMoves;

const update = updating(transfers);

const ledgerFor = (
  steps: Readonly<Record<string, TransferStep>>,
  side: Side | null,
): StepLedger<TransferColumns, TransferStepAsk> => ({
  kind: 'transfer',
  step: (name) => steps[name]!,
  columnsOf,
  open: (own, dossier, _access, permissions) => transferStepsFor(standingOf(own, dossier), side, permissions),
  moves: ALL_MOVED,
  save: update,
  papers: (work, own, dossier) => papersAt(work, own, dossier),
  ends: ENDS.transfer,
  facts: ({ number, fileIds }) => ({ ...(number ? { theirNumber: number } : {}), ...(fileIds ? { fileIds } : {}) }),
  async also(at, move) {
    await update(at.work.tx, at.dossier.id, { movedOn: at.on });
    await turnParts(at, move.own?.toOfficeId ?? at.own.toOfficeId);
  },
  tell: tellOfTransferStep,
});

/** Takes one step of a transfer, by whichever side it is. */
export async function stepTransfer(work: Work, id: number, ask: TransferStepAsk): Promise<DossierRow> {
  const reached = await reachDossier(work, id, 'transfer', 'stub');
  const own = await columnsOf(work.tx, id);
  const steps = transferSteps(own.road);
  if (!(ask.step in steps)) throw new Refusal('not_allowed_in_state', { state: reached.row.state, step: ask.step });
  const side = await sideAt(work, reached, own);
  const after = await stepDossier(ledgerFor(steps, side), work, id, ask);
  if (own.road === 'police' && own.sourceId && own.sourceKind) await settleQuestion(work, own.sourceId, own.sourceKind);
  if (ask.step === 'approve') await indexTransfer(work, after, (await columnsOf(work.tx, id)).letterNumber);
  return after;
}
